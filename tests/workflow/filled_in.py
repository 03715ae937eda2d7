"""Requests as they are filled in, and what is decided about them; fixed values throughout."""

from sqlalchemy import text

from states.steps import Role
from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.records.chain import Entry
from workflow.records.facts import UNCHANGED, Beside
from workflow.records.relations import Relation, relations_of
from workflow.records.tables.requests import RequestRow
from workflow.records.text_pairs import READ_THROUGH
from workflow.services.intake import log_request
from workflow.services.intake_form import RequestForm
from workflow.services.relating import (
    KeepApart,
    LinkRequests,
    MergeRequest,
    keep_apart,
    link,
    merge,
)
from workflow.services.splitting import SplitRequest, split

# Both numbers are the examples of their standards (GB 11643, GB 32100), not anybody's.
RESIDENT_ID = "11010519491231002X"
CREDIT_CODE = "91350100M000100Y43"
EARLY = "某路征地补偿方案"
# The last request before those that are found by their pairs, as if all others were before it.
LAST_READ_THROUGH = """INSERT INTO request (office_id, id, number, channel, applicant,
    applicant_kind, contact, content, note, case_officer, registered_at, state, provisional,
    event_count, version) VALUES (:office, :id, :number, 'letter', '张三', 'natural_person', '',
    :content, '', '', '2025-01-01 00:00:00', 'received', false, 1, 1)"""


def a_form(office: Office, **fields: object) -> RequestForm:
    """Return a request as it was filled in today."""
    said: dict[str, object] = {"applicant": "张三", "content": "某路征地补偿方案"}
    today = legal_date(office.clock.now())
    return RequestForm.filled_in(said | fields, today=today, practice=office.practice)


def logged(office: Office, *, key: str = "", **fields: object) -> str:
    """Log a request as it was filled in, and return its number."""
    command = a_form(office, **fields).command(actor="李四", role=Role.CLERK, key=key)
    with office.work() as uow:
        return log_request(command, uow, at=office.clock.now(), calendar=office.calendar)


def merged(
    office: Office,
    number: str,
    into: str,
    *,
    role: Role = Role.CLERK,
    acknowledged: tuple[str, ...] = (),
    version: int | None = None,
    key: str | None = None,
) -> Entry:
    """Merge a request into another today."""
    command = MergeRequest(
        number=number,
        into=into,
        reason="重复提交",
        actor="李四",
        role=role,
        acknowledged=acknowledged,
        expected_version=version,
        idempotency_key=key,
    )
    with office.work() as uow:
        return merge(command, uow, at=office.clock.now(), calendar=office.calendar)


def linked(office: Office, number: str, other: str, *, role: Role = Role.CLERK) -> Entry:
    """Link two requests."""
    command = LinkRequests(number=number, other=other, reason="同一项目", actor="李四", role=role)
    with office.work() as uow:
        return link(command, uow, at=office.clock.now(), calendar=office.calendar)


def apart(office: Office, number: str, other: str, *, role: Role = Role.CLERK) -> Entry:
    """Keep two requests apart."""
    command = KeepApart(number=number, other=other, reason="年度不同", actor="李四", role=role)
    with office.work() as uow:
        return keep_apart(command, uow, at=office.clock.now(), calendar=office.calendar)


def parted(
    office: Office,
    number: str,
    *parts: str,
    role: Role = Role.CLERK,
    version: int | None = None,
    key: str | None = None,
) -> tuple[str, ...]:
    """Split a request into parts."""
    command = SplitRequest(
        number=number,
        parts=parts,
        reason="一事一申请",
        actor="李四",
        role=role,
        expected_version=version,
        idempotency_key=key,
    )
    with office.work() as uow:
        return split(command, uow, at=office.clock.now(), calendar=office.calendar)


def row_of(office: Office, number: str) -> RequestRow:
    """Return the row of a request."""
    with office.read() as view:
        return view.requests.find(number)


def relations(office: Office, number: str) -> list[tuple[str, str]]:
    """Return what a request is related to: kind and number."""
    found: tuple[Relation, ...]
    with office.read() as view:
        found = relations_of(view.requests.dossier(number))
    return [(relation.kind.value, relation.number) for relation in found]


def kinds(office: Office, number: str) -> list[str]:
    """Return the kinds of all that was entered about a request."""
    with office.read() as view:
        return [entry.kind for entry in view.requests.history(number)]


def grown(office: Office) -> Office:
    """Return the office as if it had registered so many that further ones have pairs."""
    with office.work() as uow:
        uow.connection.execute(
            text(LAST_READ_THROUGH),
            {"office": office.id, "id": READ_THROUGH - 1, "number": "早先", "content": EARLY},
        )
    return office


def amend(office: Office, number: str, beside: Beside = UNCHANGED, **changes: str) -> None:
    """Put right what was registered."""
    with office.work() as uow:
        uow.requests.amend(
            number,
            changes,
            reason="录入错误",
            actor="王五",
            at=office.clock.now(),
            calendar=office.calendar,
            beside=beside,
        )
