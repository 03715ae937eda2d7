"""Corrections of own records, the directory of other organs, and fees found by their day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlmodel.sql.sqltypes import AutoString

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# As the tables have it: a database uses a partial index only where a query says the very same.
FEE_FACTS = "kind IN ('fee_notified', 'fee_part_paid', 'fee_paid', 'lapsed_unpaid')"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _long_text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _office_table(name: str, *items: SchemaItem) -> None:
    """Create a table of which each row belongs to an office."""
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


def upgrade() -> None:
    _office_table(
        "records_correction",
        sa.Column("received_on", sa.Date(), nullable=False),
        _text("applicant"),
        _text("applicant_kind"),
        _text("contact"),
        _long_text("record"),
        _long_text("mistake"),
        _long_text("evidence"),
        _text("case_officer"),
        _text("note"),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        _text("result"),
        _long_text("explanation"),
    )
    op.create_index(
        "ix_records_correction_received", "records_correction", ["office_id", "received_on"]
    )
    _office_table(
        "other_office",
        _text("name"),
        _text("contact"),
        _text("address"),
        _text("website"),
        _long_text("scope"),
        _text("note"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("office_id", "name", name=op.f("uq_other_office_office_id_name")),
    )
    op.create_index(
        "ix_event_fee",
        "event",
        ["office_id", "happened_on"],
        sqlite_where=sa.text(FEE_FACTS),
        postgresql_where=sa.text(FEE_FACTS),
    )


def downgrade() -> None:
    op.drop_index("ix_event_fee", "event")
    op.drop_table("other_office")
    op.drop_table("records_correction")
