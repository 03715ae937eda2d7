"""Request and dispute tables in which every sum holds, drawn at random."""

from hypothesis import strategies as st

from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTE_COLUMNS,
    DISPUTE_ROWS,
    RECEIVED,
    REQUEST_ROWS_2021,
    RESULTS_TOTAL,
    TOTAL,
)

Figures = dict[str, int]
Table = dict[str, Figures]

KINDS = tuple(column.key for column in APPLICANT_COLUMNS)
RESULTS = tuple(
    row.key
    for row in REQUEST_ROWS_2021
    if row.key not in {RECEIVED, CARRIED_IN, RESULTS_TOTAL, CARRIED_OUT}
)
ROWS = tuple(row.key for row in REQUEST_ROWS_2021)
BLOCKS = tuple(row.key for row in DISPUTE_ROWS)
ENDINGS = tuple(column.key for column in DISPUTE_COLUMNS if column.key != TOTAL)


def request_table(details: Table, received: Figures) -> Table:
    """Fill a table from its results, what is left open, and what of all came in the year.

    `details` has the rows of the results and of what is carried out, each by kind of applicant.
    """
    table = {row: dict(details[row]) for row in (*RESULTS, CARRIED_OUT)}
    table[RESULTS_TOTAL] = {kind: sum(details[row][kind] for row in RESULTS) for kind in KINDS}
    ended = {kind: table[RESULTS_TOTAL][kind] + details[CARRIED_OUT][kind] for kind in KINDS}
    table[RECEIVED] = {kind: min(received[kind], ended[kind]) for kind in KINDS}
    table[CARRIED_IN] = {kind: ended[kind] - table[RECEIVED][kind] for kind in KINDS}
    return {row: table[row] | {TOTAL: sum(table[row].values())} for row in ROWS}


def dispute_table(endings: Table) -> Table:
    """Fill a table from the results of each block."""
    return {block: endings[block] | {TOTAL: sum(endings[block].values())} for block in BLOCKS}


def _by(keys: tuple[str, ...], numbers: st.SearchStrategy[int]) -> st.SearchStrategy[Figures]:
    return st.fixed_dictionaries(dict.fromkeys(keys, numbers))


def request_tables(most: int = 9) -> st.SearchStrategy[Table]:
    """Draw request tables, most cells of them 0, as they are."""
    numbers = st.one_of(st.just(0), st.integers(0, most))
    rows = dict.fromkeys((*RESULTS, CARRIED_OUT), _by(KINDS, numbers))
    return st.builds(
        request_table, st.fixed_dictionaries(rows), _by(KINDS, st.integers(0, 30 * most))
    )


def dispute_tables(most: int = 9) -> st.SearchStrategy[Table]:
    """Draw dispute tables."""
    rows = dict.fromkeys(BLOCKS, _by(ENDINGS, st.integers(0, most)))
    return st.builds(dispute_table, st.fixed_dictionaries(rows))
