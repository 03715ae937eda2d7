"""Identity numbers: those that stand in the clear are sealed, with the salts of their seals."""

import sqlalchemy as sa
from alembic import op

from workflow.records.sealing_anew import seal_what_is_open

revision = "0010"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    seal_what_is_open(op.get_bind())


def downgrade() -> None:
    sealed = op.get_bind().scalar(
        sa.text("SELECT count(*) FROM personal_details WHERE identity_number <> ''")
    )
    if sealed:
        raise RuntimeError("sealed identity numbers are not written in the clear again")
