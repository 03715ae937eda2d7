"""What was withheld and the fees of a year, as lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from states.terms import TERMS, label
from workflow.i18n import Lang
from workflow.records.fee_register import FeeRegister
from workflow.services.registers.refusals import RefusalLine
from workflow.web.desk import Desk
from workflow.web.views.register_lists import Lit, lit


@dataclass(frozen=True, slots=True)
class WithheldLine:
    """Something withheld, its last review, and when the next is due."""

    number: str
    item: str
    title: str
    ground: str
    withheld_on: date
    last_on: date | None
    conclusion: str
    due: Lit | None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """The fee of one request."""

    number: str
    applicant: str
    notified_on: date | None
    amount: str
    paid: str
    paid_on: date | None
    abandoned_on: date | None


def withheld_lines(found: Iterable[RefusalLine], desk: Desk) -> tuple[WithheldLine, ...]:
    """Return what was withheld as it is listed."""
    return tuple(_line(one, desk) for one in found)


def _line(found: RefusalLine, desk: Desk) -> WithheldLine:
    held, last = found.withheld, found.last
    conclusion = "" if last is None else label("refusal_conclusions", last.conclusion, desk.lang)
    return WithheldLine(
        held.request_number,
        held.item,
        held.title,
        _ground(held.ground, desk.lang),
        held.withheld_on,
        None if last is None else last.reviewed_on,
        conclusion,
        lit(found.next_due, desk.lang),
    )


def _ground(code: str, lang: Lang) -> str:
    group = "grounds" if code in TERMS["grounds"] else "outcomes"
    return label(group, code, lang)


def fee_lines(register: FeeRegister, lang: Lang) -> tuple[FeeLine, ...]:
    """Return the fees of a year as they are listed."""
    del lang
    return tuple(
        FeeLine(
            entry.number,
            entry.applicant,
            entry.fee.notified_on,
            "" if entry.fee.amount is None else f"{entry.fee.amount:.2f}",
            " + ".join(
                "?" if line.amount is None else f"{line.amount:.2f}" for line in entry.fee.payments
            ),
            entry.fee.payments[-1].paid_on if entry.fee.payments else None,
            entry.fee.abandoned_on,
        )
        for entry in register.entries
    )
