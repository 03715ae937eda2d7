"""Letters as issued, the templates they were made from, and their numbers."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A letter that went out cannot be taken back; nor can the words it was made from.
KEPT = ("letter", "letter_template")
INSERT_ONLY = {
    "sqlite": (
        """CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table}
           BEGIN SELECT RAISE(ABORT, 'letters are insert-only'); END""",
        """CREATE TRIGGER {table}_is_never_removed BEFORE DELETE ON {table}
           BEGIN SELECT RAISE(ABORT, 'letters are insert-only'); END""",
    ),
    "postgresql": (
        """CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE OR DELETE ON {table}
           FOR EACH ROW EXECUTE FUNCTION letters_are_insert_only()""",
        """CREATE TRIGGER {table}_is_never_removed BEFORE TRUNCATE ON {table}
           FOR EACH STATEMENT EXECUTE FUNCTION letters_are_insert_only()""",
    ),
}
REFUSAL = """CREATE FUNCTION letters_are_insert_only() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'letters are insert-only'; END $$"""


def _of_an_office(table: str, *items: sa.Column[object], key: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("office_id", sa.Integer(), nullable=False),
        *items,
        sa.PrimaryKeyConstraint("office_id", *key, name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{table}_office_id_office")
        ),
    )


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, AutoString(), nullable=False)


def _number(name: str, *, optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=optional)


def upgrade() -> None:
    _of_an_office(
        "letter",
        _number("id"),
        _number("request_id", optional=True),
        _text("request_number"),
        _text("kind"),
        _text("series"),
        _number("year"),
        _number("serial"),
        _text("number"),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_at", UTCDateTime(), nullable=False),
        _text("actor"),
        _text("language"),
        _text("template"),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        key=("id",),
    )
    numbered = sa.text("serial > 0")
    op.create_index(
        "uq_letter_number",
        "letter",
        ["office_id", "series", "year", "serial"],
        unique=True,
        sqlite_where=numbered,
        postgresql_where=numbered,
    )
    op.create_index("ix_letter_request", "letter", ["office_id", "request_id", "id"])
    _of_an_office(
        "letter_template",
        _text("digest"),
        sa.Column("source", sa.Text(), nullable=False),
        key=("digest",),
    )
    _of_an_office(
        "letter_numbering",
        _text("series"),
        _number("year"),
        _number("last_serial"),
        key=("series", "year"),
    )
    dialect = op.get_bind().dialect.name
    if dialect == "postgresql":
        op.execute(REFUSAL)
    for table in KEPT:
        for statement in INSERT_ONLY[dialect]:
            op.execute(statement.format(table=table))


def downgrade() -> None:
    for table in ("letter_numbering", "letter_template", "letter"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION letters_are_insert_only()")
