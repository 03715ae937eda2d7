"""Identity numbers in the clear are sealed; and what may be written over, to be forgotten."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

from workflow.records.sealing_anew import seal_what_is_open

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_EVENT = [
    "office_id",
    "seq",
    "subject",
    "subject_id",
    "position",
    "kind",
    "happened_on",
    "entered_at",
    "actor",
    "annuls",
    "idempotency_key",
    "previous_hash",
    "hash",
]
_LETTER = [
    "office_id",
    "id",
    "request_id",
    "request_number",
    "kind",
    "series",
    "year",
    "serial",
    "number",
    "issued_on",
    "issued_at",
    "actor",
    "language",
    "template",
]
_SAYS = {"event": "events are append-only", "letter": "letters are insert-only"}
_KEY = {"event": "seq", "letter": "id"}
_SAME = {"sqlite": "NEW.{0} IS OLD.{0}", "postgresql": "NEW.{0} IS NOT DISTINCT FROM OLD.{0}"}


def upgrade() -> None:
    op.create_table(
        "effaced",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("subject", AutoString(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "subject", "id", name=op.f("pk_effaced")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_effaced_office_id_office")
        ),
    )
    for table, columns in (("event", _EVENT), ("letter", _LETTER)):
        _let_through(table, columns)
    seal_what_is_open(op.get_bind())


def _let_through(table: str, columns: list[str]) -> None:
    """Refuse every change but that of what a row says of a person, where that is allowed."""
    dialect = op.get_bind().dialect.name
    same = " AND ".join(_SAME[dialect].format(name) for name in columns)
    allowed = (
        f"{same} AND EXISTS (SELECT 1 FROM effaced WHERE effaced.office_id = OLD.office_id "  # noqa: S608 - our own names
        f"AND effaced.subject = '{table}' AND effaced.id = OLD.{_KEY[table]})"
    )
    if dialect == "sqlite":
        op.execute(f"DROP TRIGGER {table}_is_never_changed")
        op.execute(
            f"CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table} "
            f"WHEN NOT ({allowed}) BEGIN SELECT RAISE(ABORT, '{_SAYS[table]}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_is_only_effaced() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF TG_OP = 'UPDATE' THEN IF {allowed} THEN RETURN NEW; END IF; END IF; "
        f"RAISE EXCEPTION '{_SAYS[table]}'; END $$"
    )
    op.execute(f"DROP TRIGGER {table}_is_never_changed ON {table}")
    op.execute(
        f"CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_is_only_effaced()"
    )


def downgrade() -> None:
    kept = op.get_bind().scalar(
        sa.text("SELECT count(*) FROM personal_details WHERE identity_number <> ''")
    )
    if kept or op.get_bind().scalar(sa.text("SELECT count(*) FROM effaced")):
        raise RuntimeError("sealed identity numbers are not written in the clear again")
    op.drop_table("effaced")
