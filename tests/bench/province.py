"""A province: offices on four levels and their requests, written by the database itself."""

from sqlalchemy import Connection, Engine, text

from states.statute.outcomes import CATALOGUE, Outcome
from states.statute.receipt import Channel
from workflow.records.tables.metadata import METADATA, TABLES
from workflow.reports.forms.labels import APPLICANT_COLUMNS

PROVINCE = 1
CITIES, COUNTIES = 10, 100  # the rest are towns
YEAR = 2025  # the year reported on: the last but a few days

_FIRST, _DAYS = "2016-01-01", 3_672  # up to 2026-01-20
# Half of the requests go to a tenth of the offices: a city's bureau has eleven times a town's.
_OFFICE = (
    "CASE WHEN n % 2 = 0 THEN 1 + (n / 2 * 7919) % :offices "
    "ELSE 1 + (n / 2 * 7919) % greatest(1, :offices / 10) END"
)


def establish(engine: Engine, offices: int, requests: int) -> None:
    """Make the tables and fill them in the order of receipt: an office's rows lie far apart."""
    METADATA.create_all(engine)
    tables = [TABLES[name] for name in ("request", "event")]
    with engine.begin() as connection:
        # The server is thrown away: nothing is checked twice, and indexes come last.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        for table in tables:
            for index in table.indexes:
                index.drop(connection)
        _offices(connection, offices)
        _requests(connection, offices, requests)
        _fee_notices(connection)
        for table in tables:
            for index in table.indexes:
                index.create(connection)


def settle(engine: Engine) -> None:
    """Let the database learn what it holds, as it does by itself within a minute."""
    with engine.connect() as connection:
        by_itself = connection.execution_options(isolation_level="AUTOCOMMIT")
        by_itself.execute(text("VACUUM ANALYZE"))


def _offices(connection: Connection, offices: int) -> None:
    """Under the province cities, under them counties, under them towns, in turn."""
    connection.execute(
        text(
            "INSERT INTO office (id, name, short_name, level, parent, phone, fax, address, "
            "postcode, website, letter_prefix, settings, chain_length, chain_head, created_at) "
            "SELECT n, n || '号机关', '', "
            "CASE WHEN n = 1 THEN 'province' WHEN n <= :towns_after / 10 THEN 'city' "
            "WHEN n <= :towns_after THEN 'county' ELSE 'town' END, "
            "CASE WHEN n = 1 THEN '' WHEN n <= :cities + 1 THEN '1号机关' "
            "WHEN n <= :towns_after THEN 2 + n % :cities || '号机关' "
            "ELSE :cities + 2 + n % :counties || '号机关' END, "
            "'', '', '', '', '', '', '{}', 0, '', '2016-01-01' FROM generate_series(1, :offices) n"
        ),
        {
            "offices": offices,
            "cities": CITIES,
            "counties": COUNTIES,
            "towns_after": 1 + CITIES + COUNTIES,
        },
    )


def _requests(connection: Connection, offices: int, requests: int) -> None:
    """Most are answered within some weeks; what came last is open."""
    outcomes = [o.value for o in Outcome if CATALOGUE[o].code] + [Outcome.DISCLOSED.value] * 15
    kinds = ["natural_person"] * 15 + [column.key for column in APPLICANT_COLUMNS[1:]]
    connection.execute(
        text(
            "INSERT INTO request (office_id, id, number, channel, applicant, applicant_kind, "  # noqa: S608 -- our own words
            "contact, content, note, case_officer, registered_at, state, received_on, "
            "received_year, answer_due, next_due, provisional, closed_on, closed_year, outcome, "
            "on_time, event_count, version) "
            f"SELECT {_OFFICE}, n, '测公开申〔' || extract(year FROM came) || '〕' || n || '号', "
            "(CAST(:channels AS text[]))[1 + n % :channel_count], '申请人' || n, "
            "(CAST(:kinds AS text[]))[1 + n / 7 % :kind_count], '13800000000', "
            "'第' || n || '号地块征地补偿安置方案及补偿款发放明细', '', '经办人' || n % 4, "
            "'2026-01-20 02:00', CASE WHEN closed THEN 'answered' ELSE 'received' END, came, "
            "extract(year FROM came), CASE WHEN NOT closed THEN came + 28 END, "
            "CASE WHEN NOT closed THEN came + 28 END, false, CASE WHEN closed THEN done END, "
            "CASE WHEN closed THEN extract(year FROM done) END, "
            "CASE WHEN closed THEN (CAST(:outcomes AS text[]))[1 + n / 3 % :outcome_count] END, "
            "CASE WHEN closed THEN n % 33 > 0 END, 6, 6 "
            "FROM (SELECT *, came + 1 + ((n * 31) % 37)::int AS done, "
            "came + 1 + ((n * 31) % 37)::int <= date '2026-01-20' AS closed "
            f"FROM (SELECT n, date '{_FIRST}' + (n * {_DAYS} / (:requests + 1))::int AS came "
            "FROM generate_series(CAST(1 AS bigint), :requests) n) numbered) dated"
        ),
        {
            "offices": offices,
            "requests": requests,
            "channels": (channels := [channel.value for channel in Channel]),
            "channel_count": len(channels),
            "kinds": kinds,
            "kind_count": len(kinds),
            "outcomes": outcomes,
            "outcome_count": len(outcomes),
        },
    )


def _fee_notices(connection: Connection) -> None:
    """One request in fifty was charged for; no other facts are read by what is timed here."""
    connection.execute(
        text(
            "INSERT INTO event (office_id, seq, subject, subject_id, position, kind, happened_on, "
            "entered_at, actor, details, previous_hash, hash) "
            "SELECT office_id, id, 'request', id, 1, 'fee_notified', received_on, registered_at, "
            "'经办人', json_build_object('fee_amount', '100.00'), '', '' "
            "FROM request WHERE id % 50 = 0"
        )
    )
