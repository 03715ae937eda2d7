"""The annual report: counted by whole years, frozen with its lists, and published."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_CARRIED = sa.text("closed_year IS NULL OR closed_year <> received_year")

# What was issued is never altered: the database itself refuses.
_FROZEN = ("frozen_report", "frozen_cell")


def _append_only(table: str, dialect: str) -> Iterator[str]:
    said = f"'{table} is insert-only'"
    if dialect == "sqlite":
        for name, verb in (("changed", "UPDATE"), ("removed", "DELETE")):
            yield (
                f"CREATE TRIGGER {table}_is_never_{name} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, {said}); END"
            )
        return
    yield (
        f"CREATE FUNCTION {table}_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION {said}; END $$"
    )
    for name, verb, each in (
        ("changed", "UPDATE OR DELETE", "ROW"),
        ("removed", "TRUNCATE", "STATEMENT"),
    ):
        yield (
            f"CREATE TRIGGER {table}_is_never_{name} BEFORE {verb} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION {table}_is_insert_only()"
        )


def _of_office(name: str, *columns: SchemaItem, key: tuple[str, ...] = ("id",)) -> None:
    op.create_table(
        name,
        _number("office_id"),
        *(_number(part) for part in key),
        *columns,
        sa.PrimaryKeyConstraint("office_id", *key, name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{name}_office_id_office")
        ),
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    name = op.f(f"uq_{table}_{'_'.join(('office_id', *columns))}")
    return sa.UniqueConstraint("office_id", *columns, name=name)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _long(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def upgrade() -> None:
    _years()
    _of_office(
        "entered_figure",
        _number("year"),
        _text("form_table"),
        _text("row_key"),
        _text("column_key"),
        _text("amount"),
        _text("note"),
        _unique("entered_figure", "year", "form_table", "row_key", "column_key"),
    )
    _of_office(
        "report_draft",
        _number("year"),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        _text("form"),
        _number("errors"),
        _number("warnings"),
        _unique("report_draft", "year"),
    )
    _frozen()
    _of_office(
        "report_publication",
        _number("report_id"),
        sa.Column("published_on", sa.Date(), nullable=False),
        _text("url"),
        _unique("report_publication", "report_id"),
    )


def _years() -> None:
    # Of what is merged into another nothing is counted; the year of no receipt is 0.
    for name, day, none in (
        ("received_year", "received_on", "0"),
        ("closed_year", "closed_on", "NULL"),
    ):
        op.add_column("request", sa.Column(name, sa.Integer(), nullable=True))
        year = f"CAST(substr(CAST({day} AS VARCHAR), 1, 4) AS INTEGER)"
        op.execute(
            f"UPDATE request SET {name} = coalesce({year}, {none}) WHERE state <> 'merged'"  # noqa: S608 -- our own column names
        )
    for name, *columns in (
        ("ix_request_received", "received_on", "state", "channel", "applicant_kind"),
        ("ix_request_closed", "closed_on", "state", "outcome", "applicant_kind"),
    ):
        op.drop_index(name, table_name="request")
        op.create_index(name, "request", ["office_id", *columns])
    op.create_index(
        "ix_request_years",
        "request",
        [
            "office_id",
            "closed_year",
            "outcome",
            "applicant_kind",
            "received_year",
            "on_time",
        ],
    )
    op.create_index(
        "ix_request_carried",
        "request",
        [
            "office_id",
            "closed_year",
            "received_year",
            "received_on",
            "applicant_kind",
            "outcome",
        ],
        sqlite_where=_CARRIED,
        postgresql_where=_CARRIED,
    )


def _frozen() -> None:
    _of_office(
        "frozen_report",
        _number("year"),
        sa.Column("rolled_up", sa.Boolean(), nullable=False),
        _number("turn"),
        _text("form"),
        _number("form_version"),
        sa.Column("frozen_at", UTCDateTime(), nullable=False),
        _text("frozen_by"),
        _number("chain_length"),
        _text("override_reason"),
        _text("supersede_reason"),
        _text("digest"),
        _long("content"),
        _unique("frozen_report", "year", "rolled_up", "turn"),
    )
    _of_office(
        "frozen_cell",
        _text("form_table"),
        _text("row_key"),
        _text("column_key"),
        _text("amount"),
        _long("records"),
        key=("report_id", "place"),
    )
    for table in _FROZEN:
        for statement in _append_only(table, op.get_bind().dialect.name):
            op.execute(statement)


def downgrade() -> None:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    op.drop_table("report_publication")
    for table in reversed(_FROZEN):
        op.drop_table(table)
        if is_postgres:
            op.execute(f"DROP FUNCTION {table}_is_insert_only()")
    op.drop_table("report_draft")
    op.drop_table("entered_figure")
    op.drop_index("ix_request_carried", table_name="request")
    op.drop_index("ix_request_years", table_name="request")
    for name, *columns in (
        ("ix_request_received", "received_on", "channel", "applicant_kind"),
        ("ix_request_closed", "closed_on", "outcome", "applicant_kind"),
    ):
        op.drop_index(name, table_name="request")
        op.create_index(name, "request", ["office_id", *columns])
    with op.batch_alter_table("request") as request:
        request.drop_column("closed_year")
        request.drop_column("received_year")
