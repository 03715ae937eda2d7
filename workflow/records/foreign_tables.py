"""Tables of other libraries beside ours: made once, whoever comes first."""

from sqlalchemy import Connection, text

_IS_THERE = text("SELECT to_regclass(:table) IS NOT NULL")


def make_unless_there(connection: Connection, table: str, schema: str) -> None:
    """Run a library's schema on PostgreSQL, unless a table of it is there already.

    The statements are many and take no values: the driver gets them as they are.
    """
    if not connection.scalar(_IS_THERE, {"table": table}):
        connection.connection.cursor().execute(schema)
