"""Serving a reply, with its proof; its delivery, or its failure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.matters import Carrier, ReplyDelivered, ReplyServed, ServiceFailed
from states.statute.outcomes import Outcome
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.drafting.signing import Signed, take


class Way(StrEnum):
    """How a reply reaches the applicant, as the ledger calls it."""

    POST = "post"
    IN_PERSON = "in_person"
    INTERNET = "internet"
    EMAIL = "email"


_MOVES = {
    Way.POST: "post_reply",
    Way.IN_PERSON: "hand_over_reply",
    Way.INTERNET: "send_reply",
    Way.EMAIL: "send_reply",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeReply(Signed):
    """A reply that was served: by post, by hand or electronically, with its proof.

    The outcome follows from the items; one that is named must be the same.
    """

    way: Way
    late_reason: str = ""
    carrier: Carrier = Carrier.POST_OFFICE
    tracking: str = ""
    signer: str = ""
    address: str = ""
    sent_at: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDelivery(Signed):
    """A posted reply that arrived, and who signed for it."""

    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFailedService(Signed):
    """A reply that came back or could not be delivered, and why."""

    reason: str


def serve_reply(
    command: ServeReply, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a reply was served; the day of the first service decides."""
    matter = ReplyServed(
        command.late_reason.strip(),
        command.carrier,
        command.tracking.strip(),
        command.signer.strip(),
        command.address.strip(),
        command.sent_at.strip(),
    )
    move, outcome = _MOVES[command.way], command.outcome
    return take(command, move, matter, uow, at=at, calendar=calendar, outcome=outcome)


def record_delivery(
    command: RecordDelivery, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a posted reply was delivered."""
    matter = ReplyDelivered(command.signer.strip())
    return take(command, "record_reply_delivery", matter, uow, at=at, calendar=calendar)


def record_failed_service(
    command: RecordFailedService, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that service failed; the reply may then be served again."""
    matter = ServiceFailed(command.reason.strip())
    return take(command, "record_failed_service", matter, uow, at=at, calendar=calendar)
