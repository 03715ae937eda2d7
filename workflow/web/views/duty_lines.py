"""What somebody has to do, as lines: what is due when, what is late, and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.i18n import Lang
from workflow.services.duties import ABSENCE, Duty
from workflow.web.desk import Desk
from workflow.web.views.register_lists import Lit, lit
from workflow.wording.clocks import CLOCKS
from workflow.wording.handling import DUTIES
from workflow.wording.registers import register_name
from workflow.wording.steps import NEXT_STEPS


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One thing that somebody has to do."""

    register: str
    reference: str
    title: str
    clock: str
    due: Lit | None
    next_step: str
    beside: tuple[str, ...]


def duty_lines(duties: Iterable[Duty], desk: Desk) -> tuple[DutyLine, ...]:
    """Return what somebody has to do, as it is listed."""
    return tuple(_line(duty, desk) for duty in duties)


def late_among(duties: Iterable[Duty]) -> int:
    """Return how many are late."""
    return sum(duty.next_due is not None and duty.next_due.is_late for duty in duties)


def matters_said(matters: str, lang: Lang) -> Sequence[tuple[str, str]]:
    """Return the lines that a hand-over keeps: the register, and the number or the name."""
    parts = (line.partition(" ") for line in matters.splitlines())
    return [(register_name(subject, lang), reference) for subject, _, reference in parts]


def _line(duty: Duty, desk: Desk) -> DutyLine:
    lang, first = desk.lang, duty.next_due
    beside = [
        f"{CLOCKS[found.deadline.key].say(lang)} {found.on.isoformat()}" for found in duty.dues[1:]
    ]
    beside += [
        f"{left.ref}：{words}" if left.ref else words
        for left in duty.left_to_do
        for words in (DUTIES[left.kind.value].say(lang),)
    ]
    return DutyLine(
        register_name(duty.subject, lang),
        "" if duty.subject == ABSENCE else duty.reference,
        duty.title,
        "" if first is None else CLOCKS[first.deadline.key].say(lang),
        lit(first, lang),
        "" if duty.next_step is None else NEXT_STEPS[duty.next_step].say(lang),
        tuple(beside),
    )
