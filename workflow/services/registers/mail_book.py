"""The mail book: what came, how and who signed for it; what went, and whether it got there.

A letter signed for and never entered is how requests are lost inside an office (指导案例26号), so
one that is linked to nothing stays on the list of findings until somebody says what it was.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from states.citation import Citation, cite
from states.statute.instruments import GUIDING_CASE_26, SERVICE_2016
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.reading import RowsWanted
from workflow.records.registers import Register
from workflow.records.tables.mail import IncomingMailRow, OutgoingMailRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import (
    ReasonBlankError,
)
from workflow.services.registers.books import INCOMING_MAIL, OUTGOING_MAIL, Book
from workflow.services.registers.entering import By, enter, put_right
from workflow.services.registers.errors import (
    MailUnknownError,
)

MailRow = IncomingMailRow | OutgoingMailRow

COURIER = "courier"
# What the law has to say of the two findings.
NOT_ENTERED: Citation = cite(GUIDING_CASE_26)
BY_POST_ONLY: Citation = cite(SERVICE_2016, 2)

_LINKED, _SETTLED, _DELIVERED, _RETURNED = "关联申请", "处理意见", "送达", "退回"


class Direction(StrEnum):
    """Which way a letter went; the value begins its number."""

    IN = "收"
    OUT = "发"


class MailFinding(StrEnum):
    """What is wrong with an entry of the mail book."""

    NOT_ENTERED = "not_entered"
    NOT_BY_POST = "not_by_post"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class MailLine:
    """An entry of the mail book with its number, and what is to be found fault with."""

    direction: Direction
    row: MailRow
    findings: tuple[MailFinding, ...]

    @property
    def number(self) -> str:
        """The number of the entry: 收〔2026〕3号."""
        return mail_number(self.row)

    @property
    def on(self) -> date:
        """The day it came or went."""
        row = self.row
        return row.received_on if isinstance(row, IncomingMailRow) else row.posted_on


_REFERENCE = re.compile(r"(收|发|in|out)\D*(\d{4})\D+(\d{1,6})\D*", re.IGNORECASE)
_DIRECTIONS = {"收": Direction.IN, "in": Direction.IN, "发": Direction.OUT, "out": Direction.OUT}
BOOK_OF: dict[Direction, Book] = {Direction.IN: INCOMING_MAIL, Direction.OUT: OUTGOING_MAIL}


def mail_number(row: MailRow) -> str:
    """Return the number that an entry goes by."""
    direction = Direction.IN if isinstance(row, IncomingMailRow) else Direction.OUT
    return f"{direction}〔{row.year}〕{row.serial}号"


def enter_incoming(mail: IncomingMail, uow: UnitOfWork, by: By) -> IncomingMailRow:
    """Enter a letter that came, under the next number of its year."""
    numbered = replace(mail, year=mail.received_on.year)
    row_id = _enter(Direction.IN, numbered, uow, by)
    return uow.incoming_mail.find(row_id)


def enter_outgoing(mail: OutgoingMail, uow: UnitOfWork, by: By) -> OutgoingMailRow:
    """Enter a letter that went, under the next number of its year."""
    numbered = replace(mail, year=mail.posted_on.year)
    row_id = _enter(Direction.OUT, numbered, uow, by)
    return uow.outgoing_mail.find(row_id)


def find_mail(view: View, reference: str) -> MailLine:
    """Return the entry that a reference names, or raise MailUnknownError."""
    said = _REFERENCE.fullmatch(reference.strip())
    if said is None:
        raise MailUnknownError(reference)
    direction = _DIRECTIONS[said[1].lower()]
    wanted = RowsWanted(annulled=True, holding={"year": int(said[2]), "serial": int(said[3])})
    for row in _register(view, direction).page(wanted, limit=1):
        return _line(direction, row)
    raise MailUnknownError(reference)


def link(reference: str, request_number: str, uow: UnitOfWork, by: By) -> None:
    """Link a letter to the request that it belongs to."""
    changes: dict[str, object] = {"request_number": request_number}
    _change(reference, changes, _LINKED, uow, by)


def settle(reference: str, settlement: str, uow: UnitOfWork, by: By) -> None:
    """Say what an incoming letter was that is no request: then it is no finding any more."""
    if not settlement.strip():
        raise ReasonBlankError
    line = find_mail(uow, reference)
    if line.direction is Direction.OUT:
        raise MailUnknownError(reference)
    _change(reference, {"settlement": settlement.strip()}, _SETTLED, uow, by)


def delivered(reference: str, on: date, signed_by: str, uow: UnitOfWork, by: By) -> None:
    """Record that a letter was delivered, and who signed for it."""
    _outgoing(reference, {"delivered_on": on, "signed_by": signed_by}, _DELIVERED, uow, by)


def returned(reference: str, on: date, why: str, uow: UnitOfWork, by: By) -> None:
    """Record that a letter came back, and why."""
    _outgoing(reference, {"returned_on": on, "return_reason": why}, _RETURNED, uow, by)


def lines_of(direction: Direction, rows: Sequence[MailRow], today: date) -> list[MailLine]:
    """Return entries with what is to be found fault with today."""
    return [_line(direction, row, today) for row in rows]


def findings(view: View, today: date) -> list[MailLine]:
    """Return every entry that something must be done about, the oldest first."""
    incoming = view.incoming_mail.where(request_number="", settlement="")
    found = [_line(Direction.IN, row, today) for row in incoming]
    found += [_line(Direction.OUT, row, today) for row in view.outgoing_mail.all()]
    return [line for line in found if line.findings]


def _line(direction: Direction, row: MailRow, today: date | None = None) -> MailLine:
    return MailLine(direction, row, tuple(_findings(row, today)))


def _findings(row: MailRow, today: date | None) -> Iterator[MailFinding]:
    """Yield what is wrong; by private courier only what must be served (送达解释 第二条)."""
    if row.annulled:
        return
    if isinstance(row, OutgoingMailRow):
        if row.delivered_on is None and row.way == COURIER and row.request_number:
            yield MailFinding.NOT_BY_POST
        if row.delivered_on is None and row.returned_on is not None:
            yield MailFinding.RETURNED
    elif not (row.request_number or row.settlement or today is None or row.received_on >= today):
        yield MailFinding.NOT_ENTERED


def _register(view: View, direction: Direction) -> Register[Any, Any]:
    return BOOK_OF[direction].register(view)


def _enter(direction: Direction, mail: IncomingMail | OutgoingMail, uow: UnitOfWork, by: By) -> int:
    """Number a letter in its year and enter it; the numbers have no gaps and none comes twice."""
    taken = _register(uow, direction).largest("serial", year=mail.year)
    book = BOOK_OF[direction]
    return enter(book, book.facts(**asdict(mail) | {"serial": taken + 1}), uow, by)


def _outgoing(
    reference: str, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    if find_mail(uow, reference).direction is Direction.IN:
        raise MailUnknownError(reference)
    _change(reference, changes, reason, uow, by)


def _change(
    reference: str, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    line = find_mail(uow, reference)
    put_right(BOOK_OF[line.direction], line.row.id, changes, reason, uow, by)
