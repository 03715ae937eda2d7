"""On PostgreSQL: which blocks of the table hold which days, for counts over all offices."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_DAYS = ("received", "closed")


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for day in _DAYS:
        name = f"ix_request_{day}_blocks"
        op.create_index(name, "request", [f"{day}_on"], postgresql_using="brin")


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for day in _DAYS:
        op.drop_index(f"ix_request_{day}_blocks", "request")
