"""Requests and their events in parts by office: on PostgreSQL, on demand, in one transaction.

The columns, keys, indexes and triggers are those that the migrations made: they are read from the
database and made again, so that later migrations find what they expect.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text

from workflow.records.errors import NotPartitionableError, PartsWrongError, RowsLostError

# What grows with the requests, the referenced first; every key of theirs begins with the office.
PARTITIONED = ("request", "event")
MOST_PARTS = 1_024


@dataclass(frozen=True, slots=True)
class Parts:
    """A table in its parts; `done_before` where it was so already and nothing was done."""

    table: str
    parts: int
    rows: int
    done_before: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What stands on a table, as statements that make it again."""

    own: tuple[str, ...]
    indexes: tuple[str, ...]
    others_drop: tuple[str, ...]
    others_add: tuple[str, ...]
    row_triggers: tuple[str, ...]
    whole_triggers: tuple[tuple[str, str], ...]


def partition(engine: Engine, parts: int = 64) -> tuple[Parts, ...]:
    """Put both tables into so many parts by office, all of it or nothing; nobody writes meanwhile.

    Raises NotPartitionableError on SQLite, PartsWrongError, and RowsLostError if a count is off.
    """
    if engine.dialect.name != "postgresql":
        raise NotPartitionableError(engine.dialect.name)
    if not 2 <= parts <= MOST_PARTS:  # noqa: PLR2004 - one part is none
        raise PartsWrongError(parts, MOST_PARTS)
    with engine.begin() as connection:
        connection.execute(
            text(f"LOCK TABLE office, {', '.join(PARTITIONED)} IN ACCESS EXCLUSIVE MODE")
        )
        done = tuple(_partitioned(connection, table, parts) for table in PARTITIONED)
    with engine.begin() as connection:
        for table in PARTITIONED:
            connection.execute(text(f"ANALYZE {table}"))
    return done


def parts_of(connection: Connection, table: str) -> int:
    """Return how many parts a table is kept in; 0 where it is whole."""
    found = connection.scalar(
        text("SELECT count(*) FROM pg_inherits WHERE inhparent = to_regclass(:table)"),
        {"table": table},
    )
    return int(found or 0)


def _partitioned(connection: Connection, table: str, parts: int) -> Parts:
    if there := parts_of(connection, table):
        return Parts(table, there, _count(connection, table), done_before=True)
    shape, whole = _shape(connection, table), f"{table}_whole"
    before = _count(connection, table)
    _run(connection, *shape.others_drop, f"ALTER TABLE {table} RENAME TO {whole}")
    _run(
        connection,
        f"CREATE TABLE {table} (LIKE {whole} INCLUDING DEFAULTS INCLUDING STORAGE) "
        "PARTITION BY HASH (office_id)",
    )
    names = [f"{table}_part_{place:04}" for place in range(parts)]
    for place, name in enumerate(names):
        _run(
            connection,
            f"CREATE TABLE {name} PARTITION OF {table} "
            f"FOR VALUES WITH (MODULUS {parts}, REMAINDER {place})",
        )
    # Office by office, so that what one office reads lies together.
    _run(connection, f"INSERT INTO {table} SELECT * FROM {whole} ORDER BY office_id")  # noqa: S608 -- our own names
    after = _count(connection, table)
    if after != before:
        raise RowsLostError(table, before, after)
    _run(connection, f"DROP TABLE {whole}", *shape.own, *shape.indexes, *shape.others_add)
    _run(connection, *shape.row_triggers)
    for made, body in shape.whole_triggers:
        # A trigger of the whole statement is not passed on to the parts, which can be emptied too.
        _run(connection, *(f"{made} ON {each} {body}" for each in (table, *names)))
    return Parts(table, parts, after)


def _shape(connection: Connection, table: str) -> _Shape:
    given = {"table": table}
    constraints = connection.execute(
        text(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid), "
            "conrelid = to_regclass(:table) FROM pg_constraint "
            "WHERE to_regclass(:table) IN (conrelid, confrelid) "
            "AND contype IN ('p', 'u', 'c', 'f') "
            "ORDER BY position(contype::text IN 'pucf'), conname"
        ),
        given,
    ).all()
    adding = {
        (of, name): (f"ALTER TABLE {of} ADD CONSTRAINT {name} {body}", is_own)
        for of, name, body, is_own in constraints
    }
    indexes = connection.scalars(
        text(
            "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = to_regclass(:table) "
            "AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid "
            "AND conrelid = indrelid) ORDER BY indexrelid"
        ),
        given,
    ).all()
    triggers = connection.execute(
        text(
            "SELECT pg_get_triggerdef(oid), (tgtype & 1) = 1 FROM pg_trigger "
            "WHERE tgrelid = to_regclass(:table) AND NOT tgisinternal ORDER BY tgname"
        ),
        given,
    ).all()
    return _Shape(
        own=tuple(add for add, is_own in adding.values() if is_own),
        indexes=tuple(indexes),
        others_drop=tuple(
            f"ALTER TABLE {of} DROP CONSTRAINT {name}"
            for (of, name), (_, is_own) in adding.items()
            if not is_own
        ),
        others_add=tuple(add for add, is_own in adding.values() if not is_own),
        row_triggers=tuple(made for made, of_rows in triggers if of_rows),
        whole_triggers=tuple(_parted(made) for made, of_rows in triggers if not of_rows),
    )


def _parted(trigger: str) -> tuple[str, str]:
    """Part the statement that makes a trigger at the name of its table, and leave the name out."""
    made, _, rest = trigger.partition(" ON ")
    return made, rest.partition(" ")[2]


def _count(connection: Connection, table: str) -> int:
    return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 -- our own names


def _run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
