import re

import pytest

from states.case import EventKind
from states.clock.answer import Flag
from states.clock.ledger import Why
from states.statute.receipt import Channel
from tests.docs.reading import ROOT, code_words, table_cells, text_of
from workflow.ledger.errors import BookTrouble
from workflow.ledger.faults import FaultCode
from workflow.ledger.sheets import SHEETS, Column, Sheet
from workflow.reports.catalogue import FORMS, form_for
from workflow.services.clock.facts import OUTSIDE_KINDS
from workflow.services.clock.faults import FAULTS
from workflow.services.clock.questions import QUESTIONS

CLOCK = code_words(text_of("reference/clock-format.md"))
LEDGER = text_of("reference/ledger-format.md")
REPORT = code_words(text_of("reference/report-format.md"))
A_RULE = re.compile(r'"([SKT]\d+)"')
COLUMNS = [(sheet, column) for sheet in SHEETS for column in sheet.columns]


def of_sheet(sheet: Sheet) -> str:
    """The part of the ledger's page that is about one sheet."""
    return LEDGER.partition(f"\n### {sheet.name}\n")[2].partition("\n### ")[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_of_the_clock_is_documented(question: str) -> None:
    assert question in CLOCK


@pytest.mark.parametrize("kind", [*EventKind, *sorted(OUTSIDE_KINDS)])
def test_every_event_of_the_clock_is_documented(kind: str) -> None:
    assert kind in CLOCK


@pytest.mark.parametrize("word", [*Channel, *Flag, *Why])
def test_every_word_of_an_answer_is_documented(word: str) -> None:
    assert word in CLOCK


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_of_the_clock_is_documented(code: str) -> None:
    assert code in CLOCK


@pytest.mark.parametrize(
    ("sheet", "column"), COLUMNS, ids=[f"{sheet.name}-{column.header}" for sheet, column in COLUMNS]
)
def test_every_column_of_the_ledger_is_documented_in_its_sheet(
    sheet: Sheet, column: Column
) -> None:
    rows = [line.split(" | ") for line in of_sheet(sheet).splitlines() if line.startswith("| ")]
    row = next(row for row in rows if row[0] == f"| {column.header}")

    assert row[1] == ("、".join(column.aliases) or "—")
    assert row[2] == ("是" if column.required else "—")


@pytest.mark.parametrize(
    ("sheet", "column"),
    [(sheet, column) for sheet, column in COLUMNS if column.words and column.kind != "outcome"],
    ids=lambda part: part.name if isinstance(part, Sheet) else part.header,
)
def test_every_word_a_cell_may_hold_is_documented(sheet: Sheet, column: Column) -> None:
    words = [] if column.words is None else [*column.words.words.values(), *column.words.also]

    assert [word for word in words if word not in of_sheet(sheet)] == []


@pytest.mark.parametrize("code", [*FaultCode, *BookTrouble])
def test_every_fault_of_the_ledger_is_documented(code: str) -> None:
    assert code in table_cells(LEDGER)


@pytest.mark.parametrize("key", FORMS)
def test_every_row_of_a_form_is_documented_by_its_official_label(key: str) -> None:
    form = form_for(2017, key=key)

    labels = [row.label for table in form.tables for row in table.rows]

    assert [label for label in (key, *labels) if label not in REPORT] == []


def test_every_rule_of_the_findings_is_documented() -> None:
    reports = (ROOT / "workflow" / "reports").rglob("*.py")
    rules = {rule for module in reports for rule in A_RULE.findall(module.read_text("utf-8"))}

    assert rules
    assert rules <= REPORT
