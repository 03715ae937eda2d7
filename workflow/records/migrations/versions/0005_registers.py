"""Registers to completion, the mail book, absences and hand-overs; rows that can be made void."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine
from sqlmodel.sql.sqltypes import AutoString

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ANNULLABLE = (
    "publication",
    "complaint",
    "reconsideration",
    "lawsuit",
    "counter_consultation",
)
_TEXTS = {
    "publication": ("summary", "officer", "review", "reviewed_by", "review_basis"),
    "complaint": ("ground", "finding", "officer", "note"),
    "reconsideration": ("applicant", "act", "case_number", "decision", "officer", "note"),
    "lawsuit": ("plaintiff", "act", "paper", "appellant", "decision", "officer", "note"),
    "counter_consultation": ("asker", "contact", "answer", "note"),
}
_DAYS = {
    "staff": ("left_on",),
    "publication": ("reviewed_on",),
    "complaint": ("concluded_on",),
    "reconsideration": ("answer_by", "answered_on"),
    "lawsuit": ("answer_by", "answered_on", "served_on", "appealed_on"),
}
_PROCEDURES = ("reconsideration", "lawsuit")
_NEW_TABLES = ("refusal_review", "incoming_mail", "outgoing_mail", "absence", "handover")


def _text(name: str, default: str = "") -> sa.Column[Any]:
    """Return a text that rows from before hold as it is by default."""
    return sa.Column(name, AutoString(), nullable=False, server_default=default)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=True)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _columns(table: str) -> list[sa.Column[Any]]:
    found: list[sa.Column[Any]] = [_text(name) for name in _TEXTS.get(table, ())]
    found += [_day(name) for name in _DAYS.get(table, ())]
    if table in _PROCEDURES:
        found.append(_text("procedure", "ordinary"))
    if table == "lawsuit":
        found.append(_flag("co_defendant"))
    if table in _ANNULLABLE:
        found.append(_flag("annulled"))
    return found


def upgrade() -> None:
    for table in ("staff", *_ANNULLABLE):
        for column in _columns(table):
            op.add_column(table, column)
    with op.batch_alter_table("publication") as publication:
        publication.alter_column("published_on", existing_type=sa.Date(), nullable=True)
    op.create_index(
        "ix_request_officer",
        "request",
        ["office_id", "case_officer"],
        sqlite_where=sa.text("closed_on IS NULL"),
        postgresql_where=sa.text("closed_on IS NULL"),
    )
    _reviews()
    _mail()
    _duty()


def _office_table(name: str, *items: sa.Column[Any] | sa.UniqueConstraint) -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        *items,
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{name}_office_id_office")
        ),
    )


def _required(name: str, kind: type[TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, kind(), nullable=False)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [_required(name, AutoString) for name in names]


def _reviews() -> None:
    _office_table(
        "refusal_review",
        *_words("request_number", "item"),
        _required("reviewed_on", sa.Date),
        *_words("conclusion", "basis", "reviewed_by"),
        _day("next_on"),
        _required("annulled", sa.Boolean),
    )


def _mail() -> None:
    _office_table(
        "incoming_mail",
        _required("year", sa.Integer),
        _required("serial", sa.Integer),
        _required("received_on", sa.Date),
        *_words("sender", "reference"),
        _day("letter_date"),
        _day("postmark_on"),
        *_words("way", "tracking_number", "signed_by", "addressed_to", "matter"),
        *_words("request_number", "settlement", "note"),
        _required("annulled", sa.Boolean),
        _unique("incoming_mail", "office_id", "year", "serial"),
    )
    _office_table(
        "outgoing_mail",
        _required("year", sa.Integer),
        _required("serial", sa.Integer),
        _required("posted_on", sa.Date),
        *_words("addressee", "address", "letter_number", "matter", "way", "carrier"),
        *_words("tracking_number", "request_number"),
        _day("delivered_on"),
        *_words("signed_by"),
        _day("returned_on"),
        *_words("return_reason", "note"),
        _required("annulled", sa.Boolean),
        _unique("outgoing_mail", "office_id", "year", "serial"),
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _duty() -> None:
    _office_table(
        "absence",
        *_words("name"),
        _required("from_on", sa.Date),
        _day("until_on"),
        *_words("deputy", "why"),
        _required("annulled", sa.Boolean),
    )
    _office_table(
        "handover",
        _required("handed_on", sa.Date),
        *_words("giver", "receiver"),
        _required("matters", sa.Text),
        *_words("note"),
    )


def downgrade() -> None:
    for table in _NEW_TABLES:
        op.drop_table(table)
    op.drop_index("ix_request_officer", "request")
    op.execute("DELETE FROM publication WHERE published_on IS NULL")
    with op.batch_alter_table("publication") as publication:
        publication.alter_column("published_on", existing_type=sa.Date(), nullable=False)
    for table in ("staff", *_ANNULLABLE):
        with op.batch_alter_table(table) as altered:
            for column in _columns(table):
                altered.drop_column(column.name)
