"""The API: tokens of other programs, and what they sent under which idempotency key."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_token",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_name", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("digest", AutoString(), nullable=False),
        sa.Column("made_by", AutoString(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("last_used_at", UTCDateTime(), nullable=True),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.Column("revoked_by", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_api_token")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_api_token_office_id_office")
        ),
        sa.UniqueConstraint("digest", name=op.f("uq_api_token_digest")),
    )
    op.create_table(
        "api_command",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("key", AutoString(), nullable=False),
        sa.Column("fingerprint", AutoString(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "key", name=op.f("pk_api_command")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_api_command_office_id_office")
        ),
    )


def downgrade() -> None:
    op.drop_table("api_command")
    op.drop_table("api_token")
