"""Channels: what each attempt came to, and when a notice on the desk was read."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("dedup_key", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("outcome", AutoString(), nullable=False),
        sa.Column("channel", AutoString(), nullable=False),
        sa.Column("answer", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint(
            "office_id", "dedup_key", "at", "attempt", "outcome", name=op.f("pk_delivery")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_delivery_office_id_office")
        ),
    )
    op.add_column("outbox", sa.Column("read_at", UTCDateTime(), nullable=True))
    op.create_index("ix_outbox_added", "outbox", ["office_id", "created_at"])
    op.create_index(
        "ix_outbox_on_desk",
        "outbox",
        ["office_id", "recipient"],
        sqlite_where=sa.text("channel = 'in_app'"),
        postgresql_where=sa.text("channel = 'in_app'"),
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_on_desk", "outbox")
    op.drop_index("ix_outbox_added", "outbox")
    op.drop_column("outbox", "read_at")
    op.drop_table("delivery")
