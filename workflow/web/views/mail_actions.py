"""The mail book: what came and went, what it belongs to, and how it was delivered."""

from dataclasses import replace
from datetime import date
from typing import Final

from states.clock.deadlines import ClockKey
from workflow.i18n import Text
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers import mail_book
from workflow.services.registers.entering import By
from workflow.services.registers.lights import Due, a_deadline, due
from workflow.web.desk import Desk
from workflow.web.views.book_page import Action, Asked, Done, Row


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
