"""Small builders with fixed values, for tests that care about one of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from states.deciding.draft import Draft, draft_of
from states.matters import ItemDecided, Matter
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role
from tests import databases, replies
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.chain import Entry
from workflow.records.facts import (
    OfficeProfile,
    RequestFacts,
    StaffMember,
)
from workflow.records.register_facts import (
    Publication,
)
from workflow.services.amending import Annul, Misfit, annul
from workflow.services.intake import LogRequest, log_request
from workflow.services.moves import MakeMove, make_move
from workflow.services.registers.entering import By
from workflow.services.staffing import enlist
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)  # Monday
TOWN = OfficeProfile(name="净峰镇人民政府", short_name="净峰镇")


def an_installation(directory: Path, clock: FixedClock | None = None) -> Installation:
    """Return an installation of its own in a directory, its clock standing on a Monday."""
    databases.lay_out(directory)
    settings = Settings(data_dir=directory, database_url=databases.one())
    return open_installation(settings, clock or FixedClock.on(MONDAY))


def a_request(  # noqa: PLR0913 - one keyword for each thing a test may care about
    office: Office,
    *,
    channel: Channel = Channel.IN_PERSON,
    submitted_on: date | None = date(2025, 9, 1),  # Monday
    signed_on: date | None = None,
    confirmed_on: date | None = None,
    received_on: date | None = None,
    number: str = "",
    applicant: str = "张三",
    content: str = "某路征地补偿方案",
    officer: str = "",
    key: str | None = None,
) -> str:
    """Log a request, and return its number."""
    command = LogRequest(
        channel=channel,
        applicant=applicant,
        content=content,
        actor="李四",
        role=Role.CLERK,
        number=number,
        case_officer=officer,
        submitted_on=submitted_on,
        signed_on=signed_on,
        confirmed_on=confirmed_on,
        received_on=received_on,
        idempotency_key=key,
    )
    with office.work() as uow:
        return log_request(command, uow, at=office.clock.now(), calendar=office.calendar)


def a_move(  # noqa: PLR0913 - likewise
    office: Office,
    number: str,
    move: str,
    on: date | None = None,
    *,
    actor: str = "李四",
    role: Role = Role.CLERK,
    ref: str = "",
    workdays: int = 0,
    outcome: Outcome | None = None,
    acknowledged: tuple[str, ...] = (),
    matter: Matter | None = None,
    version: int | None = None,
    key: str | None = None,
) -> Entry:
    """Make a move, and return the event as entered."""
    command = MakeMove(
        number=number,
        move=move,
        actor=actor,
        role=role,
        on=on,
        ref=ref,
        workdays=workdays,
        outcome=outcome,
        acknowledged=acknowledged,
        matter=matter,
        expected_version=version,
        idempotency_key=key,
    )
    with office.work() as uow:
        return make_move(command, uow, at=office.clock.now(), calendar=office.calendar)


def an_approval(office: Office, number: str, on: date, *items: ItemDecided) -> None:
    """Draft, review and approve a reply, all on one day."""
    draft, take = _drafting(office, number, on)
    replies.approve(draft, take, items or (replies.an_item(),), on)


def a_letter(office: Office, number: str, on: date, *items: ItemDecided) -> None:
    """Draft, review and approve a reply, and issue its letter, all on one day."""
    draft, take = _drafting(office, number, on)
    replies.live(draft, take, items or (replies.an_item(),), on)


def _drafting(
    office: Office, number: str, on: date
) -> tuple[Callable[[], Draft], Callable[[str, Matter, str], None]]:
    """Return how to read the draft of a request, and how to take a step of it."""

    def draft() -> Draft:
        with office.read() as view:
            return draft_of(view.requests.case(number))

    def take(move: str, matter: Matter, actor: str) -> None:
        a_move(
            office,
            number,
            move,
            on,
            actor=actor,
            role=replies.ROLES[actor],
            acknowledged=replies.AT_ONCE,
            matter=matter,
        )

    return draft, take


def a_reply(
    office: Office,
    number: str,
    on: date = MONDAY,
    outcome: Outcome = Outcome.DISCLOSED,
    *,
    move: str = "post_reply",
    late_reason: str = "",
) -> Entry:
    """Live the whole life of a reply on one day, and return its service as entered."""
    # What goes out does so even against an objection: that is not what these tests are about.
    items = [replace(item, public_interest="事关公共安全") for item in replies.items_for(outcome)]
    a_letter(office, number, on, *items)
    return a_move(office, number, move, on, matter=replace(replies.PROOF, late_reason=late_reason))


def an_annulment(
    office: Office, number: str, seq: int, *, role: Role = Role.CLERK, key: str | None = None
) -> tuple[Misfit, ...]:
    """Annul an event, and return what no longer fits."""
    command = Annul(
        number=number, seq=seq, reason="录入错误", actor="王五", role=role, idempotency_key=key
    )
    with office.work() as uow:
        return annul(command, uow, at=office.clock.now(), calendar=office.calendar)


def a_member(office: Office, name: str, role: Role = Role.CLERK, email: str = "") -> None:
    """Enter somebody of the staff."""
    member = StaffMember(name=name, role=role.value, email=email)
    with office.work() as uow:
        enlist(member, uow, actor="管理员", at=office.clock.now())


def by(office: Office, actor: str = "李四", role: Role = Role.CLERK, *, key: str = "") -> By:
    """Return who writes in a register, now."""
    return By(actor=actor, role=role, at=office.clock.now(), idempotency_key=key or None)


def request_facts(**changed: str) -> RequestFacts:
    """Return what is registered about a request."""
    given = {"applicant": "张三", "content": "某路征地补偿方案", **changed}
    return RequestFacts(channel=Channel.IN_PERSON, **given)


def a_publication(title: str = "2016年财政预算", day: date = date(2017, 3, 6)) -> Publication:
    """Return something published."""
    return Publication(title=title, published_on=day, channels="website bulletin")
