"""Pairs of characters by block of requests, by which a large office is searched."""

import sqlalchemy as sa
from alembic import op

from workflow.records.text_pairs import rebuild_all

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "text_pair",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("pair", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "pair", "block", name=op.f("pk_text_pair")),
        sqlite_with_rowid=False,
    )
    rebuild_all(op.get_bind())


def downgrade() -> None:
    op.drop_table("text_pair")
