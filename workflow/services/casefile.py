"""Everything about one request for a reader: its facts, history, clocks, and what may come next."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, State
from states.clock.answer import Reckoning, reckon
from states.clock.deadlines import Deadline, running
from states.clock.ledger import LedgerDay, ledger_of
from states.machine import Offer, offers
from states.statute.application import Lack
from states.steps import Step
from workflow.records.facts import Intake, PersonalDetails
from workflow.records.relations import Relation, relations_of
from workflow.records.tables.requests import RequestRow
from workflow.records.view import View
from workflow.services.drafting.reading import DraftFile, draft_file
from workflow.services.handling.overview import Handling, handling_of
from workflow.services.intake import lacks_in
from workflow.wording.entered import masked


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of the history: when it happened, when and by whom it was entered."""

    seq: int
    kind: str
    happened_on: date
    entered_at: datetime
    actor: str
    terms: Mapping[str, object]
    annulled_by: int | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A request as it stands on a day."""

    row: RequestRow
    case: Case
    history: tuple[HistoryLine, ...]
    reckoning: Reckoning | None
    ledger: tuple[LedgerDay, ...]
    deadlines: tuple[Deadline, ...]
    offers: tuple[Offer, ...]
    reply: DraftFile
    handling: Handling
    intake: Intake
    details: PersonalDetails
    relations: tuple[Relation, ...]
    lacks: tuple[Lack, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return the file as plain values, dates as dates."""
        row = self.row
        return {
            "number": row.number,
            "state": row.state,
            "channel": row.channel,
            "applicant": row.applicant,
            "applicant_kind": row.applicant_kind,
            "contact": row.contact,
            "content": row.content,
            "case_officer": row.case_officer,
            "note": row.note,
            "received_on": row.received_on,
            "answer_due": row.answer_due,
            "provisional": row.provisional,
            "outcome": row.outcome,
            "closed_on": row.closed_on,
            "on_time": row.on_time,
            "version": row.version,
            "draft": self.reply.as_plain(),
            "intake": asdict(self.intake),
            "details": _plain_details(self.details),
            "relations": [relation._asdict() for relation in self.relations],
            "lacking": [{"part": lack.part, "basis": lack.citation.short} for lack in self.lacks],
            "clock": None if self.reckoning is None else _plain_clock(self.reckoning, self.ledger),
            "deadlines": [
                {
                    "clock": deadline.key,
                    "due": deadline.due,
                    "provisional": deadline.provisional,
                    "paused": deadline.paused,
                    "ref": deadline.ref,
                    "basis": deadline.citation.short,
                }
                for deadline in self.deadlines
            ],
            **self.handling.as_plain(),
            "history": [
                {
                    "seq": line.seq,
                    "kind": line.kind,
                    "happened_on": line.happened_on,
                    "entered_at": line.entered_at,
                    "actor": line.actor,
                    "terms": dict(line.terms),
                    "annulled_by": line.annulled_by,
                }
                for line in self.history
            ],
        }


def case_file(view: View, number: str, step: Step, calendar: WorkCalendar) -> CaseFile:
    """Return the file of a request as on the step's day; the step says who is asking.

    Raises RequestNotFoundError where there is none of that number.
    """
    row = view.requests.find(number)
    case = view.requests.case(number)
    as_of = min(step.today, case.closed_on or step.today)
    counts = case.receipt is not None and case.state is not State.MERGED
    reckoning = reckon(case, calendar, as_of) if counts else None
    closed = case.state in CLOSED_STATES
    intake = view.requests.beside.intake(row.id)
    details = view.requests.beside.personal(row.id).details
    return CaseFile(
        row=row,
        case=case,
        history=_history(view, number),
        reckoning=reckoning,
        ledger=() if reckoning is None else tuple(ledger_of(reckoning, calendar)),
        deadlines=() if closed else running(case, calendar, step.today),
        offers=offers(case, step, calendar),
        reply=draft_file(case, step, calendar),
        handling=handling_of(view, number, case, today=step.today, calendar=calendar),
        intake=intake,
        details=details,
        relations=relations_of(view.requests.dossier(number)),
        lacks=() if closed else lacks_in(row, case, intake, details, today=step.today),
    )


def _history(view: View, number: str) -> tuple[HistoryLine, ...]:
    entries = view.requests.history(number)
    annulled = {entry.annuls: entry.seq for entry in entries if entry.annuls is not None}
    return tuple(
        HistoryLine(
            entry.seq,
            entry.kind,
            entry.happened_on,
            entry.entered_at,
            entry.actor,
            entry.terms,
            annulled.get(entry.seq),
        )
        for entry in entries
    )


def _plain_details(details: PersonalDetails) -> dict[str, str]:
    """Return who made a request; of a document's number only its ends."""
    kept: dict[str, str] = asdict(details)
    return kept | {"identity_number": masked(details.identity_number)}


def _plain_clock(reckoning: Reckoning, ledger: tuple[LedgerDay, ...]) -> dict[str, Any]:
    return {
        "law": reckoning.law,
        "counts_from": reckoning.counts_from,
        "due": reckoning.due,
        "provisional": reckoning.provisional,
        "original_due": reckoning.original_due,
        "conservative_due": reckoning.conservative_due,
        "suspended_workdays": reckoning.suspended_workdays,
        "flags": list(reckoning.flags),
        "basis": [citation.short for citation in reckoning.basis],
        "ledger": [
            {"day": entry.day, "number": entry.number}
            if entry.why is None
            else {"day": entry.day, "why": entry.why}
            for entry in ledger
        ],
    }
