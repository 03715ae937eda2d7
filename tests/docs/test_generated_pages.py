import pytest
from pydantic import BaseModel

from docs.generate import DOCS, PAGES
from docs.tables.chart import refusals_of
from docs.tables.settings import settings_in
from notifications.rules import RULES, ReminderRule
from states.chart.move import Move
from states.chart.rows import CHART
from states.statute.practice import NOTES
from workflow.cli.app import COMMANDS
from workflow.letters.kinds import LetterKind
from workflow.records.office_settings import OfficeSettings
from workflow.settings import Settings
from workflow.wording.refusals import REFUSALS


@pytest.mark.parametrize("path", PAGES)
def test_a_generated_page_says_what_the_code_says(path: str) -> None:
    kept = (DOCS / path).read_text(encoding="utf-8")

    assert kept == PAGES[path](), "run `make docs`"


@pytest.mark.parametrize("move", CHART, ids=lambda move: move.name)
def test_a_move_lists_refusals_that_have_their_words(move: Move) -> None:
    codes = refusals_of(move)

    assert "in_the_future" in codes
    assert set(codes) <= set(REFUSALS)


def test_the_chart_page_knows_which_refusals_can_be_acknowledged() -> None:
    waivable = {code for move in CHART for code, may in refusals_of(move).items() if may}

    assert waivable == {
        "after_answer_due",
        "correction_late",
        "correction_window_closed",
        "merge_of_two_applicants",
        "opinion_awaited",
        "payment_late",
        "private_courier",
        "proof_missing",
        "third_party_not_asked",
    }


def test_every_code_a_move_is_refused_with_is_explained_on_its_page() -> None:
    page = PAGES["reference/state-chart.md"]()

    assert [code for code in REFUSALS if f"| `{code}` |" not in page] == []


def test_every_setting_of_practice_is_on_its_page() -> None:
    page = PAGES["reference/practice.md"]()

    assert [note.setting for note in NOTES if f"| `{note.setting}` |" not in page] == []


@pytest.mark.parametrize("move", CHART, ids=lambda move: move.name)
def test_every_move_has_its_section_with_its_code(move: Move) -> None:
    page = (DOCS / "reference/moves.md").read_text("utf-8")

    assert f"\n## {move.zh} · {move.en}\n" in page
    assert f"| `{move.name}` |" in page


@pytest.mark.parametrize("model", [Settings, OfficeSettings])
def test_every_setting_is_on_its_page(model: type[BaseModel]) -> None:
    page = (DOCS / "reference/settings.md").read_text("utf-8")
    names = [name for name, _ in settings_in(model)]

    assert names
    assert [name for name in names if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_on_its_page(kind: LetterKind) -> None:
    assert f"`{kind}`" in (DOCS / "reference/letters.md").read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_reminder_rule_is_on_its_page(rule: ReminderRule) -> None:
    assert f"`{rule.id}`" in (DOCS / "reference/reminders.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_on_its_page(command: str) -> None:
    page = (DOCS / "reference/cli.md").read_text("utf-8")

    assert f"\n## {command}" in page
