"""The desk and the terminal say the same sentence; only the terminal adds what to type."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import workflow.reports
import workflow.services
import workflow.web
import workflow.wording
from workflow.cli.hints import HINTS, with_hint
from workflow.i18n import Lang
from workflow.wording.asked import ASKED
from workflow.wording.handling import HANDLING
from workflow.wording.letters import LETTERS
from workflow.wording.records import RECORDS
from workflow.wording.refusals import REFUSALS

# What the terminal alone says, the doctor's findings; and what is said to who writes a program.
AT_THE_TERMINAL = ("workflow.wording.examined", "workflow.web.api")
TYPED = re.compile(r"(?<![-\w])--[a-z]|\bdisclosure [a-z-]+ [a-z]|用 disclosure ")
SENTENCES = re.compile(r"disclosure (?:office|cases|of|on)\b")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


@pytest.mark.parametrize(
    "package", [workflow.wording, workflow.web, workflow.services, workflow.reports]
)
def test_no_sentence_that_the_desk_may_say_names_what_to_type(package: ModuleType) -> None:
    found = {
        f"{module.__name__}: {line.strip()}"
        for module in modules(package)
        if not module.__name__.startswith(AT_THE_TERMINAL)
        for line in _sentences(module)
        if TYPED.search(SENTENCES.sub("", line))
    }
    assert found == set()


def _sentences(module: ModuleType) -> Iterator[str]:
    """Yield the lines of a module that hold words for people: its texts, not its docstrings."""
    for line in inspect.getsource(module).splitlines():
        if re.search(r"^\s*(f?\"|.*Text\()", line) and not line.strip().startswith('"""'):
            yield line


def test_every_hint_is_of_an_error_or_a_refusal_that_has_words() -> None:
    assert HINTS.keys() <= ASKED.keys() | HANDLING.keys() | LETTERS.keys() | RECORDS.keys() | (
        REFUSALS.keys()
    )


def test_a_hint_stands_before_the_full_stop() -> None:
    facts = {"year": 2025}
    said = with_hint("请先封存。", "NotYetFrozenError", facts, Lang.ZH)
    assert said == "请先封存（disclosure report freeze 2025）。"
    assert with_hint("Give it.", "FactMissingError", {}, Lang.EN) == "Give it (--set, --facts)."
    assert with_hint("没有这一项。", "RowNotFoundError", {}, Lang.ZH) == "没有这一项。"
