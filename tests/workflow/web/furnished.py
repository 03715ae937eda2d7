"""An office with something in every register, whose every free text is one that a test chose.

A register that is added to `View` is to be added here: what is not on record leaks nowhere.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any, Final, TypeVar

from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_letter
from tests.replies import an_item
from workflow.bootstrap import Office
from workflow.records.facts import (
    Intake,
    Narrative,
    OtherOffice,
    PersonalDetails,
    RecordsCorrection,
    StaffMember,
)
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Publication,
    Reconsideration,
    RefusalReview,
)
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.intake import LogRequest, log_request
from workflow.services.slips import GiveSlip, give_slip

# Each mark is one sentence of HTML, of a template, or of a script, and shows where it comes out.
HOSTILE: Final = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
TODAY: Final = date(2025, 9, 22)
# Fields that hold codes or numbers, not what somebody wrote.
_CODES: Final = frozenset(
    (
        "channels", "review", "category", "index_number", "origin", "result", "ground", "finding",
        "procedure", "decision", "paper", "way", "settlement", "carrier", "conclusion",
        "request_number", "applicant_kind", "section", "form", "email", "account", "role",
    )
)  # fmt: skip
Facts = TypeVar("Facts")


def filled(kind: Callable[..., Facts], text: str, **given: object) -> Facts:
    """Return facts whose free texts all are one text."""
    said: dict[str, Any] = {
        one.name: text
        for one in fields(kind)  # type: ignore[arg-type]
        if one.type in {str, "str"} and one.name not in _CODES | given.keys()
    }
    return kind(**said | given)


def furnish(office: Office, text: str, copies: int = 1) -> tuple[int, ...]:
    """Put so many things of one text into every register; return the rows of the requests."""
    with office.work() as uow:
        numbers = [_log(uow, office, text, f"{n}") for n in range(2 * copies)]
        for n in range(copies):
            _enter(uow, office, text, numbers[0], n)
    a_letter(office, numbers[0], TODAY, an_item(title=text))
    with office.work() as uow:
        for number in numbers[1:]:
            slip = GiveSlip(number=number, actor="李四", role=Role.CLERK)
            give_slip(slip, uow, at=office.clock.now(), calendar=office.calendar)
        return tuple(uow.requests.find(number).id for number in numbers)


def _log(uow: UnitOfWork, office: Office, text: str, key: str) -> str:
    command = LogRequest(
        channel=Channel.IN_PERSON,
        applicant=text,
        content=text,
        contact=text,
        note=text,
        submitted_on=date(2025, 9, 1),
        details=filled(PersonalDetails, text, identity_kind="other", email="a@example.org"),
        intake=Intake(oral=True, taken_down_by=text),
        actor="李四",
        role=Role.CLERK,
        idempotency_key=f"furnished-{key}",
    )
    return log_request(command, uow, at=office.clock.now(), calendar=office.calendar)


def _enter(uow: UnitOfWork, office: Office, text: str, number: str, n: int) -> None:
    actor, at = "李四", office.clock.now()
    on, of = date(2025, 9, 8), number
    written: tuple[tuple[Any, Any], ...] = (
        (uow.publications, filled(Publication, text, published_on=on, formed_on=on)),
        (uow.publications, filled(Publication, text)),
        (uow.complaints, filled(Complaint, text, received_on=on, request_number=of)),
        (uow.reconsiderations, filled(Reconsideration, text, received_on=on, request_number=of)),
        (
            uow.lawsuits,
            filled(Lawsuit, text, received_on=on, after_reconsideration=False, request_number=of),
        ),
        (uow.counter_consultations, filled(CounterConsultation, text, asked_on=on)),
        (
            uow.refusal_reviews,
            filled(
                RefusalReview,
                text,
                reviewed_on=on,
                conclusion="upheld",
                request_number=of,
                item="1",
            ),
        ),
        (
            uow.incoming_mail,
            filled(IncomingMail, text, year=2025, serial=n + 1, received_on=on, request_number=of),
        ),
        (
            uow.outgoing_mail,
            filled(OutgoingMail, text, year=2025, serial=n + 1, posted_on=on, request_number=of),
        ),
        (uow.records_corrections, filled(RecordsCorrection, text, received_on=on)),
        (uow.other_offices, filled(OtherOffice, text, name=f"{text}{n or ''}")),
        (uow.narratives, Narrative(year=2025 - n, section="overview", body=text)),
        (uow.staff, StaffMember(name=f"{text}{n or ''}", role="clerk")),
    )
    for register, facts in written:
        register.add(facts, actor=actor, at=at)
