"""The desk: accounts, sessions, saved views, allowances and attachments."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, UTCDateTime(), nullable=nullable)


def _of_office(name: str, *columns: sa.schema.SchemaItem, key: tuple[sa.Column[Any], ...]) -> None:
    op.create_table(
        name,
        _number("office_id"),
        *key,
        *columns,
        sa.PrimaryKeyConstraint("office_id", *(part.name for part in key), name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{name}_office_id_office")
        ),
    )


def upgrade() -> None:
    _of_office(
        "account",
        _text("staff_name"),
        _text("login"),
        _text("password_hash"),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        _number("failures"),
        _instant("locked_until", nullable=True),
        _instant("created_at"),
        _instant("closed_at", nullable=True),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
        key=(_number("id"),),
    )
    _of_office(
        "desk_session",
        _number("account_id"),
        _instant("opened_at"),
        _instant("seen_at"),
        _instant("ended_at", nullable=True),
        key=(_text("token_digest"),),
    )
    _of_office(
        "saved_view",
        _number("account_id"),
        _text("name"),
        _text("query"),
        sa.UniqueConstraint(
            "office_id", "account_id", "name", name=op.f("uq_saved_view_office_id_account_id_name")
        ),
        key=(_number("id"),),
    )
    _of_office(
        "allowance",
        _instant("began_at"),
        _number("used"),
        key=(_text("kind"), _text("subject")),
    )
    _of_office(
        "attachment",
        _number("request_id"),
        _text("kind"),
        _text("name"),
        _text("media_type"),
        _number("size"),
        _text("sha256"),
        _instant("added_at"),
        _text("added_by"),
        _instant("withdrawn_at", nullable=True),
        _text("withdrawn_by"),
        _text("withdrawn_why"),
        key=(_number("id"),),
    )
    op.create_index(
        "ix_outbox_failed",
        "outbox",
        ["office_id", "request_number"],
        sqlite_where=sa.text("status = 'failed'"),
        postgresql_where=sa.text("status = 'failed'"),
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_failed", table_name="outbox")
    for name in ("attachment", "allowance", "saved_view", "desk_session", "account"):
        op.drop_table(name)
