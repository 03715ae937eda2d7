"""What is done in each register beside entering: each action asks, and calls one service."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from states.chart.move import CASEWORK
from states.clock.deadlines import ClockKey
from states.statute.disputes import DisputeDecision, DisputeResult
from states.statute.own_records import RecordsResult
from workflow.i18n import Text
from workflow.records.facts import OtherOffice, RecordsCorrection
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.register_facts import Publication
from workflow.records.unit_of_work import UnitOfWork
from workflow.services import directory, records_corrections
from workflow.services.registers import complaints, disputes, mail_book, publishing
from workflow.services.registers.books import LAWSUITS, RECONSIDERATIONS, Book
from workflow.services.registers.entering import By, put_right
from workflow.services.registers.lights import Due, a_deadline, due
from workflow.services.roles import REVIEWERS
from workflow.web.desk import Desk
from workflow.web.views.book_page import Action, Asked, Done, Row

CASEWORKERS: Final = CASEWORK


# Publications.


def enter_publication(facts: Publication, uow: UnitOfWork, by: By) -> int:
    """Enter what was formed: today, where no day is said."""
    return publishing.enter_publication(facts, uow, by)


def amend_publication(
    row: Row, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put a publication right, past no review."""
    publishing.amend_publication(row.id, changes, reason, uow, by)


def publication_due(desk: Desk, row: Row) -> Due | None:
    """Return how what is to be published stands today, or how what was published late stood."""
    refused = row.review and row.review not in publishing.LET_THROUGH
    if row.formed_on is None or refused or row.annulled:
        return None
    calendar = desk.office.calendar
    deadline = publishing.deadline_of(row, calendar, desk.office.practice)
    found = due(deadline, row.published_on or desk.today, calendar)
    return found if row.published_on is None or found.is_late else None


def _review(done: Done, uow: UnitOfWork) -> None:
    command = publishing.Review(
        row_id=done.row.id,
        decision=publishing.ReviewDecision(done.form["review"]),
        basis=done.form["review_basis"],
        reviewer=done.desk.actor,
        reviewed_on=done.form["reviewed_on"],
    )
    publishing.review(command, uow, done.by)


def _publish(done: Done, uow: UnitOfWork) -> None:
    channels = " ".join(done.form["channels"])
    publishing.publish(done.row.id, done.form["published_on"], channels, uow, done.by)


def _is_unpublished(row: Row) -> bool:
    return row.published_on is None


def _may_be_published(row: Row) -> bool:
    return row.published_on is None and row.review in publishing.LET_THROUGH


PUBLICATION: Final = (
    Action(
        "review",
        Text("登记保密审查", "Record the secrecy review"),
        (Asked("review"), Asked("review_basis"), Asked("reviewed_on", is_today=True)),
        _review,
        _is_unpublished,
        REVIEWERS,
    ),
    Action(
        "publish",
        Text("登记公开", "Record the publication"),
        (Asked("published_on", is_today=True), Asked("channels")),
        _publish,
        _may_be_published,
    ),
)


# Complaints.


def _conclude_complaint(done: Done, uow: UnitOfWork) -> None:
    command = complaints.ConcludeComplaint(
        row_id=done.row.id,
        finding=complaints.Finding(done.form["finding"]),
        result=done.form["result"],
        concluded_on=done.form["concluded_on"],
    )
    complaints.conclude_complaint(command, uow, done.by)


COMPLAINT: Final = (
    Action(
        "conclude",
        Text("登记办结", "Conclude"),
        (Asked("finding"), Asked("result", required=False), Asked("concluded_on", is_today=True)),
        _conclude_complaint,
        complaints.is_open,
    ),
)


# Reconsiderations and suits.


def dispute_due(desk: Desk, row: Row) -> Due | None:
    """Return what is due next in a dispute."""
    calendar = desk.office.calendar
    found = disputes.deadlines(row, calendar, desk.office.practice, desk.today)
    return due(found[0], desk.today, calendar) if found and not row.annulled else None


def _answer(book: Book) -> Callable[[Done, UnitOfWork], None]:
    def run(done: Done, uow: UnitOfWork) -> None:
        changes = {"answered_on": done.form["answered_on"]}
        put_right(book, done.row.id, changes, "答复", uow, done.by)

    return run


def _conclude(book: Book) -> Callable[[Done, UnitOfWork], object]:
    def run(done: Done, uow: UnitOfWork) -> object:
        result = done.form["result"]
        command = disputes.Conclude(
            row_id=done.row.id,
            decision=DisputeDecision(done.form["decision"]),
            concluded_on=done.form["concluded_on"],
            result=DisputeResult(result) if result else None,
        )
        return disputes.conclude(book, command, uow, done.by)

    return run


def _judged(done: Done, uow: UnitOfWork) -> None:
    changes = {name: done.form[name] for name in ("paper", "served_on")}
    put_right(LAWSUITS, done.row.id, changes, "裁判文书", uow, done.by)


def _appeal(done: Done, uow: UnitOfWork) -> None:
    changes = {name: done.form[name] for name in ("appealed_on", "appellant")}
    put_right(LAWSUITS, done.row.id, changes, "上诉", uow, done.by)


def _is_unanswered(row: Row) -> bool:
    return disputes.is_open(row) and row.answered_on is None


def _awaits_judgment(row: Row) -> bool:
    return disputes.is_open(row) and row.served_on is None


def _may_be_appealed(row: Row) -> bool:
    return row.served_on is not None and row.appealed_on is None


_END: Final = (
    Asked("decision"),
    Asked("result", required=False, blank=Text("（按决定种类归入）", "(by the decision)")),
    Asked("concluded_on", is_today=True),
)
_ANSWER_WORDS = Text("登记书面答复", "Record the answer")
_END_WORDS = Text("登记审结", "Record how it ended")
RECONSIDERATION: Final = (
    Action(
        "answer",
        _ANSWER_WORDS,
        (Asked("answered_on", is_today=True),),
        _answer(RECONSIDERATIONS),
        _is_unanswered,
    ),
    Action("conclude", _END_WORDS, _END, _conclude(RECONSIDERATIONS), disputes.is_open),
)
LAWSUIT: Final = (
    Action(
        "answer",
        Text("登记答辩举证", "Record defence and evidence"),
        (Asked("answered_on", is_today=True),),
        _answer(LAWSUITS),
        _is_unanswered,
    ),
    Action(
        "judged",
        Text("登记裁判文书", "Record judgment or ruling"),
        (Asked("paper"), Asked("served_on", is_today=True)),
        _judged,
        _awaits_judgment,
    ),
    Action(
        "appeal",
        Text("登记上诉", "Record an appeal"),
        (Asked("appellant"), Asked("appealed_on", is_today=True)),
        _appeal,
        _may_be_appealed,
    ),
    Action("conclude", _END_WORDS, _END, _conclude(LAWSUITS), disputes.is_open),
)


# The mail book.


def enter_incoming_mail(facts: IncomingMail, uow: UnitOfWork, by: By) -> int:
    """Enter a letter that came, signed for by whoever enters it where nobody else is named."""
    signed_by = facts.signed_by or by.actor
    return mail_book.enter_incoming(replace(facts, signed_by=signed_by), uow, by).id


def enter_outgoing_mail(facts: OutgoingMail, uow: UnitOfWork, by: By) -> int:
    """Enter a letter that went."""
    return mail_book.enter_outgoing(facts, uow, by).id


def incoming_due(desk: Desk, row: Row) -> Due | None:
    """Return by when a letter that is linked to nothing is to be dealt with."""
    if row.request_number or row.settlement or row.annulled:
        return None
    calendar = desk.office.calendar
    on: date = calendar.nth_workday(row.received_on, 1)
    deadline = a_deadline(ClockKey.MAIL, on, mail_book.NOT_ENTERED, provisional=False)
    return due(deadline, desk.today, calendar)


def _link(done: Done, uow: UnitOfWork) -> None:
    number = done.form["request_number"]
    mail_book.link(mail_book.mail_number(done.row), number, uow, done.by)


def _settle(done: Done, uow: UnitOfWork) -> None:
    words = done.form["settlement"]
    mail_book.settle(mail_book.mail_number(done.row), words, uow, done.by)


def _delivered(done: Done, uow: UnitOfWork) -> None:
    form, number = done.form, mail_book.mail_number(done.row)
    mail_book.delivered(number, form["delivered_on"], form["signed_by"], uow, done.by)


def _returned(done: Done, uow: UnitOfWork) -> None:
    form, number = done.form, mail_book.mail_number(done.row)
    mail_book.returned(number, form["returned_on"], form["return_reason"], uow, done.by)


def _is_unlinked(row: Row) -> bool:
    return not row.request_number


def _is_unsettled(row: Row) -> bool:
    return not (row.request_number or row.settlement)


def _is_underway(row: Row) -> bool:
    return row.delivered_on is None


_LINK = Action(
    "link",
    Text("关联到申请", "Link to a request"),
    (Asked("request_number"),),
    _link,
    _is_unlinked,
)
INCOMING: Final = (
    _LINK,
    Action(
        "settle",
        Text("登记处理意见", "Say what it was"),
        (Asked("settlement"),),
        _settle,
        _is_unsettled,
    ),
)
OUTGOING: Final = (
    Action(
        "delivered",
        Text("登记送达", "Record the delivery"),
        (Asked("delivered_on", is_today=True), Asked("signed_by", required=False)),
        _delivered,
        _is_underway,
    ),
    Action(
        "returned",
        Text("登记退回", "Record the return"),
        (Asked("returned_on", is_today=True), Asked("return_reason")),
        _returned,
        _is_underway,
    ),
    _LINK,
)


# Corrections of one's own records, and the directory.


def enter_records(facts: RecordsCorrection, uow: UnitOfWork, by: By) -> int:
    """Enter an application to have a record corrected."""
    return records_corrections.log_records(
        facts, uow, actor=by.actor, role=by.role, at=by.at, key=by.idempotency_key
    )


def records_due(desk: Desk, row: Row) -> Due | None:
    """Return the office's own day for an application that is in hand."""
    if row.concluded_on is not None:
        return None
    calendar = desk.office.calendar
    line = records_corrections.records_line(row, desk.today, calendar, desk.office.practice)
    deadline = a_deadline(
        ClockKey.RECORDS_CORRECTION, line.due, line.citation, provisional=line.provisional
    )
    return due(deadline, desk.today, calendar)


def _conclude_records(done: Done, uow: UnitOfWork) -> None:
    command = records_corrections.ConcludeRecords(
        row_id=done.row.id,
        result=RecordsResult(done.form["result"]),
        actor=done.by.actor,
        role=done.by.role,
        explanation=done.form["explanation"],
        on=done.form["concluded_on"],
        idempotency_key=done.by.idempotency_key,
    )
    records_corrections.conclude_records(command, uow, at=done.by.at)


def _is_in_hand(row: Row) -> bool:
    return row.concluded_on is None


RECORDS: Final = (
    Action(
        "conclude",
        Text("登记办结", "Conclude"),
        (
            Asked("result"),
            Asked("explanation", required=False),
            Asked("concluded_on", is_today=True),
        ),
        _conclude_records,
        _is_in_hand,
        CASEWORK,
    ),
)


def enter_other_office(facts: OtherOffice, uow: UnitOfWork, by: By) -> int:
    """Enter an organ, once."""
    return directory.enter_organ(facts, uow, actor=by.actor, at=by.at, key=by.idempotency_key)


def amend_other_office(
    row: Row, changes: dict[str, Any], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put right what is known of an organ."""
    directory.amend_organ(
        row.name,
        changes,
        uow,
        reason=reason,
        actor=by.actor,
        at=by.at,
        expected_version=by.expected_version,
        key=by.idempotency_key,
    )
