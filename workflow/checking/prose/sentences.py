"""The text of a report cut into sentences and clauses, and the one count a clause may state."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.checking.printed import tidy
from workflow.checking.published import Section

_END = re.compile(r"[。！？!]+")
_SEPARATOR = re.compile(r"[，、；：]")
_ASIDE = re.compile(r"（([^（）]*)）")
_OF_THE_FIGURE = re.compile(r"(?:约|分别)?占|同比|较|比上|增长|下降|增加|减少")

_UNIT = r"件次|条次|人次|件|条|宗|起|例|份|篇|项|个|次|人"
_COUNT = re.compile(rf"(?<![\d.%第])(?P<n>\d{{1,12}})(?P<vague>余|多|几)?(?P<unit>{_UNIT})")
_VAGUE_BEFORE = re.compile(r"(?:约|近|逾|超|超过|大约|接近|不足|将近|至少)$")
_LONGEST = 600  # what runs on for longer says nothing plainly
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed, its section, and its clauses without what stands in brackets.

    A percentage or comparison in brackets is a clause of its own after the figure it is about.
    """

    text: str
    section: str
    clauses: tuple[str, ...]
    paragraph: int = 0

    @property
    def where(self) -> str:
        """The place that a finding about it names."""
        return f"sections.{self.section}" if self.section else "sections"

    @property
    def quoted(self) -> str:
        """The sentence, cut short to be quoted."""
        return self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"


@dataclass(frozen=True, slots=True)
class Count:
    """A count that a clause states: the words before it, the number, its unit, the words after."""

    label: str
    number: int
    unit: str
    rest: str = ""


def sentences_of(sections: Iterable[Section]) -> Iterator[Sentence]:
    """Yield every sentence of a text; a paragraph ends a sentence, too."""
    paragraphs = ((section, each) for section in sections for each in section.paragraphs)
    for number, (section, paragraph) in enumerate(paragraphs):
        for text in _END.split(tidy(paragraph)):
            if 0 < len(text) <= _LONGEST:
                yield Sentence(text, section.title, tuple(_clauses(text)), number)


def _clauses(text: str) -> Iterator[str]:
    inlined = _ASIDE.sub(_without_asides, text)
    yield from (clause for clause in _SEPARATOR.split(inlined) if clause)


def _without_asides(aside: re.Match[str]) -> str:
    return f"，{aside[1]}，" if _OF_THE_FIGURE.match(aside[1]) else ""


def count_of(clause: str) -> Count | None:
    """Return the count a clause states, where it states exactly one and states it exactly."""
    found = list(_COUNT.finditer(clause))
    if len(found) != 1 or found[0]["vague"] or _VAGUE_BEFORE.search(clause[: found[0].start()]):
        return None
    count = found[0]
    label, rest = clause[: count.start()], clause[count.end() :]
    return Count(label, int(count["n"]), count["unit"], rest)
