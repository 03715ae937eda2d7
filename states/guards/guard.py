"""What a guard is: it is asked about a case, a step and the calendar, and says why not."""

from collections.abc import Callable, Iterable
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import Citation
from states.errors import Refusal
from states.statute.versions import Law, law_on
from states.steps import Step

Guard = Callable[[Case, Step, WorkCalendar], Refusal | None]


def law_of(case: Case, step: Step) -> Law:
    """Return the law of the case, or of the day of the step before receipt."""
    receipt = case.receipt
    return law_on(step.on, case.practice.revised_from) if receipt is None else receipt.law


def refuse(
    code: str, citation: Citation | None, *, waivable: bool = False, **facts: date | str | int
) -> Refusal:
    """Return a refusal with its article, and the facts that its sentence names."""
    return Refusal(code, citation, waivable, {key: str(fact) for key, fact in facts.items()})


def listed(refs: Iterable[str]) -> str:
    """Return several references as a sentence names them."""
    return "、".join(refs)
