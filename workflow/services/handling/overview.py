"""Everything that goes on beside the reply of one request, gathered for its file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import Citation
from states.clock.lapsing import Lapse, lapse_of
from workflow.records.beside import FeeLine, Reason, RightOffice, Told, terms_of, told
from workflow.records.fees import FeeFile, fee_file
from workflow.records.view import View
from workflow.services.handling.consulting import ConsultationFile, consultation_files
from workflow.services.handling.correcting import CorrectionFile, correction_file
from workflow.services.handling.duties import Duty, duties_upon, other_duties
from workflow.services.handling.excess import ExcessFile, excess_file
from workflow.services.handling.extending import ExtensionFile, extension_file
from workflow.services.handling.referring import right_office
from workflow.services.handling.withdrawing import WithdrawalFile, withdrawal_file


@dataclass(frozen=True, slots=True)
class Handling:
    """What runs beside the reply, each None where there is none of it; and what is to be done."""

    consultations: tuple[ConsultationFile, ...]
    correction: CorrectionFile | None
    extension: ExtensionFile | None
    excess: ExcessFile | None
    fee: FeeFile | None
    right_office: RightOffice | None
    withdrawal: WithdrawalFile | None
    lapse: Lapse | None
    duties: tuple[Duty, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain values, dates as dates and sums as text."""
        return {
            "consultations": [_consultation(one) for one in self.consultations],
            "correction": None if self.correction is None else _correction(self.correction),
            "extension": None if self.extension is None else _extension(self.extension),
            "reasons": None if self.excess is None else _excess(self.excess),
            "fee": None if self.fee is None else plain_fee(self.fee),
            "right_office": None if self.right_office is None else terms_of(self.right_office),
            "withdrawal": None
            if self.withdrawal is None
            else {"on": self.withdrawal.on, **terms_of(self.withdrawal.withdrawal)},
            "lapse": None if self.lapse is None else plain_lapse(self.lapse),
            "duties": [
                {"duty": duty.kind, "ref": duty.ref, "basis": _short(duty.citation)}
                for duty in self.duties
            ],
        }


def handling_of(
    view: View, number: str, case: Case, *, today: date, calendar: WorkCalendar
) -> Handling:
    """Return everything that goes on beside the reply of a request, as it stands today."""
    facts = told(view.requests, number)
    received = case.receipt is not None
    consulted = consultation_files(case, facts, today, calendar) if received else ()
    extension, excess = extension_file(case, facts), excess_file(facts)
    fee, lapse = fee_file(case, facts, calendar), lapse_of(case, calendar)
    duties = (
        *duties_upon(consulted, case),
        *other_duties(case, extension, excess, fee, lapse, today),
    )
    return Handling(
        consultations=consulted,
        correction=correction_file(case, facts, calendar),
        extension=extension,
        excess=excess,
        fee=fee,
        right_office=right_office(facts),
        withdrawal=withdrawal_file(facts),
        lapse=lapse,
        duties=duties,
    )


def _consultation(file: ConsultationFile) -> dict[str, Any]:
    standing, one = file.standing, file.standing.consultation
    return {
        "ref": one.ref,
        "to": one.addressee,
        **terms_of(file.letter),
        "sent_on": one.sent_on,
        "delivered_on": one.delivered_on,
        **terms_of(file.delivered),
        "answered_on": one.answered_on,
        "opinion": one.opinion,
        **terms_of(file.given),
        "status": standing.status,
        "until": standing.until,
        "due": standing.due,
        "silent_after": standing.silent_after,
        "provisional": standing.provisional,
        "late": standing.is_late,
        "consequence": standing.consequence,
        "counts_as": standing.counts_as,
        "excluded_workdays": standing.excluded_workdays,
        "basis": _short(standing.rule.citation),
        "notice": file.notice,
        "told_on": file.told_on,
    }


def _correction(file: CorrectionFile) -> dict[str, Any]:
    return {
        "asked_on": file.asked_on,
        "workdays": file.workdays,
        "correct_by": file.correct_by,
        **terms_of(file.asked),
        "received_on": file.received_on,
        "late": file.is_late,
        **terms_of(file.received),
    }


def _extension(file: ExtensionFile) -> dict[str, Any]:
    return {
        "asked": _act(file.asked),
        "decided": _act(file.decided),
        "told": _act(file.told),
        "pending": file.is_pending,
        "basis": file.citation.short,
    }


def _excess(file: ExcessFile) -> dict[str, Any]:
    return {
        "asked": {"on": file.asked.event.on, "by": file.asked.actor, **file.asked.terms},
        "received": _act(file.received),
        "judged": _act(file.judged),
        "reasonable": file.is_reasonable,
        "delayed": _act(file.delayed),
    }


def _act(fact: Told | None) -> dict[str, Any] | None:
    """Return who did something when, and why."""
    if fact is None:
        return None
    event = fact.event
    return {
        "kind": event.kind,
        "on": event.on,
        "by": fact.actor,
        "workdays": event.workdays,
        "new_due": event.new_due,
        "reason": fact.beside(Reason).reason,
    }


def plain_fee(fee: FeeFile) -> dict[str, Any]:
    """Return a fee as plain values."""
    notice = fee.notice
    return {
        "notified_on": fee.notified_on,
        "basis": notice.fee_basis,
        "units": notice.fee_units,
        "already": notice.fee_already,
        "lines": plain_fee_lines(notice.fee_lines),
        "counted": list(notice.fee_counted),
        "amount": _yuan(fee.amount),
        "pay_to": notice.pay_to,
        "delivered_on": fee.delivered_on,
        "pay_by": fee.pay_by,
        "payments": [
            {
                "paid_on": line.paid_on,
                "amount": _yuan(line.amount),
                "receipt_number": line.receipt_number,
                "to_refund": _yuan(line.to_refund),
            }
            for line in fee.payments
        ],
        "paid_on": fee.paid_on,
        "paid": _yuan(fee.paid),
        "outstanding": _yuan(fee.outstanding),
        "abandoned_on": fee.abandoned_on,
    }


def plain_fee_lines(lines: Iterable[FeeLine]) -> list[dict[str, int]]:
    """Return a calculation as plain values, line by line."""
    return [
        {"first": line.first, "last": line.last, "rate": line.rate, "amount": line.amount}
        for line in lines
    ]


def plain_lapse(lapse: Lapse) -> dict[str, Any]:
    """Return what a request would lapse for as plain values."""
    return {
        "move": lapse.move,
        "since": lapse.since,
        "workdays": lapse.workdays,
        "worked_weekends_counted": lapse.readings.counted,
        "worked_weekends_not_counted": lapse.readings.uncounted,
        "lapses_after": lapse.after,
        "provisional": lapse.provisional,
        "basis": lapse.citation.short,
    }


def _yuan(amount: object) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _short(citation: Citation | None) -> str | None:
    return None if citation is None else citation.short
