"""The first tables: offices, their requests and smaller registers, and the chain of events."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Events are entered once. What the database itself refuses, no program does by mistake.
APPEND_ONLY = {
    "sqlite": (
        """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
           BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
        """CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
           BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$""",
        """CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event
           FOR EACH ROW EXECUTE FUNCTION events_are_append_only()""",
        """CREATE TRIGGER event_is_never_removed BEFORE TRUNCATE ON event
           FOR EACH STATEMENT EXECUTE FUNCTION events_are_append_only()""",
    ),
}


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=optional)


def _long_text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=optional)


def _day(name: str, *, optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=optional)


def _instant(name: str, *, optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, UTCDateTime(), nullable=optional)


def _flag(name: str, *, optional: bool = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=optional)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _office_table(name: str, *items: SchemaItem, key: str = "id", **options: bool) -> None:
    """Create a table of which each row belongs to an office."""
    op.create_table(
        name,
        _number("office_id"),
        _number(key),
        *items,
        sa.PrimaryKeyConstraint("office_id", key, name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{name}_office_id_office")
        ),
        **options,
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _index(name: str, table: str, *columns: str, where: str = "", unique: bool = False) -> None:
    partial = sa.text(where) if where else None
    op.create_index(
        name,
        table,
        ["office_id", *columns],
        unique=unique,
        sqlite_where=partial,
        postgresql_where=partial,
    )


def upgrade() -> None:
    _shared_tables()
    _office_table(
        "staff",
        _text("name"),
        _text("role"),
        _flag("active"),
        _text("account"),
        _text("email"),
        _unique("staff", "office_id", "name"),
    )
    _requests()
    _events()
    _registers()
    _outbox()


def _shared_tables() -> None:
    op.create_table(
        "office",
        _number("id"),
        _text("name"),
        _text("short_name"),
        _text("level"),
        _text("parent"),
        _text("phone"),
        _text("fax"),
        _text("address"),
        _text("postcode"),
        _text("website"),
        _text("letter_prefix"),
        _json("settings"),
        _number("chain_length"),
        _text("chain_head"),
        _instant("created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        _unique("office", "name"),
    )
    op.create_table(
        "slot",
        _text("job"),
        _text("slot"),
        _instant("taken_at"),
        sa.PrimaryKeyConstraint("job", "slot", name=op.f("pk_slot")),
    )
    op.create_table(
        "calendar_notice",
        _number("id"),
        _number("year"),
        _text("reference"),
        _text("source"),
        _json("content"),
        _instant("loaded_at"),
        _text("actor"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_notice")),
    )


def _requests() -> None:
    _office_table(
        "request",
        _text("number"),
        _text("channel"),
        _text("applicant"),
        _text("applicant_kind"),
        _text("contact"),
        _long_text("content"),
        _long_text("note"),
        _text("case_officer"),
        _instant("registered_at"),
        _text("state"),
        _day("received_on", optional=True),
        _day("answer_due", optional=True),
        _day("next_due", optional=True),
        _flag("provisional"),
        _text("outcome", optional=True),
        _day("closed_on", optional=True),
        _flag("on_time", optional=True),
        _number("event_count"),
        _number("version"),
        _unique("request", "office_id", "number"),
    )
    _index("ix_request_open", "request", "next_due", "answer_due", "id", where="closed_on IS NULL")
    _index("ix_request_received", "request", "received_on", "channel", "applicant_kind")
    _index("ix_request_closed", "request", "closed_on", "outcome", "applicant_kind")
    _office_table("numbering", _number("last_serial"), key="year")


def _events() -> None:
    _office_table(
        "event",
        _text("subject"),
        _number("subject_id"),
        _number("position"),
        _text("kind"),
        _day("happened_on"),
        _instant("entered_at"),
        _text("actor"),
        _json("details"),
        _number("annuls", optional=True),
        _text("idempotency_key", optional=True),
        _text("previous_hash"),
        _text("hash"),
        _unique("event", "office_id", "subject", "subject_id", "position"),
        key="seq",
        sqlite_with_rowid=False,
    )
    _index(
        "uq_event_idempotency_key",
        "event",
        "idempotency_key",
        where="idempotency_key IS NOT NULL",
        unique=True,
    )
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def _registers() -> None:
    _office_table(
        "publication",
        _text("index_number"),
        _text("title"),
        _text("category"),
        _text("document_number"),
        _day("formed_on", optional=True),
        _day("published_on"),
        _text("channels"),
        _flag("normative"),
        _text("note"),
    )
    _index("ix_publication_published", "publication", "published_on")
    _office_table(
        "complaint",
        _day("received_on"),
        _text("origin"),
        _text("matter"),
        _text("result"),
        _text("request_number"),
    )
    _office_table(
        "reconsideration",
        _day("received_on"),
        _text("authority"),
        _text("request_number"),
        _day("concluded_on", optional=True),
        _text("result"),
    )
    _office_table(
        "lawsuit",
        _day("received_on"),
        _text("court"),
        _text("case_number"),
        _text("request_number"),
        _flag("after_reconsideration"),
        _day("concluded_on", optional=True),
        _text("result"),
    )
    _office_table(
        "counter_consultation",
        _day("asked_on"),
        _text("way"),
        _text("content"),
        _text("answered_by"),
        _text("referred_to"),
    )
    _office_table(
        "opening_balance",
        _text("indicator"),
        _day("as_of_on"),
        _number("amount"),
        _unique("opening_balance", "office_id", "indicator", "as_of_on"),
    )
    _office_table(
        "narrative",
        _number("year"),
        _text("section"),
        _long_text("body"),
        _unique("narrative", "office_id", "year", "section"),
    )


def _outbox() -> None:
    _office_table(
        "outbox",
        _text("dedup_key"),
        _text("rule"),
        _text("request_number"),
        _day("due_on", optional=True),
        _text("recipient"),
        _text("channel"),
        _text("subject"),
        _long_text("body"),
        _text("status"),
        _number("attempts"),
        _instant("next_try_at"),
        _instant("leased_until", optional=True),
        _text("last_error"),
        _instant("created_at"),
        _instant("sent_at", optional=True),
        _unique("outbox", "office_id", "dedup_key"),
    )
    _index("ix_outbox_waiting", "outbox", "next_try_at", where="status = 'pending'")


def downgrade() -> None:
    for table in (
        "outbox",
        "narrative",
        "opening_balance",
        "counter_consultation",
        "lawsuit",
        "reconsideration",
        "complaint",
        "publication",
        "event",
        "numbering",
        "request",
        "staff",
        "calendar_notice",
        "slot",
        "office",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION events_are_append_only()")
