"""The sample office: its stories lived through the services, each act entered on its day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.deciding.draft import draft_of
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    ItemReviewed,
    Matter,
    ReplyApproved,
    ReplyDated,
)
from states.statute.receipt import Channel
from states.steps import Role
from workflow.bootstrap import Installation, Office
from workflow.clock import SHANGHAI
from workflow.demo.replies import Act
from workflow.demo.stories import STORIES
from workflow.demo.story import STAFF, Story
from workflow.records.facts import OfficeProfile, StaffMember
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.worklists import Wanted
from workflow.services.intake import LogRequest, log_request
from workflow.services.moves import MakeMove, make_move
from workflow.services.relating import MergeRequest, merge

PROFILE = OfficeProfile(
    name="海湾镇人民政府（示范）",
    short_name="海湾镇",
    level="town",
    parent="示范县人民政府",
    phone="0595-00000000",
    website="http://www.haiwan.example",
    letter_prefix="海",
)
# The request whose date the demonstration explains: it stood still while a third party was heard.
EXPLAINED = Wanted(text="合作社补助资金申报书")

HEAD_OF_OFFICE = next(name for name, role in STAFF if role == "head_of_office")
REVIEWER = next(name for name, role in STAFF if role == "reviewer")
_ROLES = {
    "approve_extension": Role.HEAD_OF_OFFICE,
    "approve_reply": Role.HEAD_OF_OFFICE,
    "send_back": Role.HEAD_OF_OFFICE,
    "review_item": Role.REVIEWER,
}
_SIGNS = {Role.HEAD_OF_OFFICE: HEAD_OF_OFFICE, Role.REVIEWER: REVIEWER}
_OFFICE_OPENS = time(9)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing to be entered: a request as it came (no act), or a move on it."""

    on: date
    story: Story
    act: Act | None


def found_sample_office(installation: Installation, today: date) -> Office:
    """Found the sample office and live its stories up to today, in one unit of work."""
    calendar = installation.calendar
    entries = sorted(_entries(today, calendar), key=_day_of)
    numbers: dict[str, str] = {}
    with installation.establishing(PROFILE, actor=HEAD_OF_OFFICE) as uow:
        uow.staff.add_many(
            [StaffMember(name=name, role=role) for name, role in STAFF],
            actor=HEAD_OF_OFFICE,
            at=_at(entries[0].on),
        )
        for entry in entries:
            if entry.act is None:
                numbers[entry.story.content] = _log(entry.story, entry.on, uow, calendar)
            else:
                _act(entry, entry.act, numbers, uow, calendar)
    return installation.office(PROFILE.name)


def _entries(today: date, calendar: WorkCalendar) -> Iterator[_Entry]:
    for story in STORIES:
        came_on = workday_before(today, story.ago, calendar)
        yield _Entry(came_on, story, None)
        for act in story.acts:
            yield _Entry(calendar.nth_workday(came_on, act.after), story, act)


def _day_of(entry: _Entry) -> date:
    return entry.on


def workday_before(today: date, count: int, calendar: WorkCalendar) -> date:
    """Return the working day so many before today (0: today, or the last one before it)."""
    day = calendar.last_workday_on_or_before(today)
    for _ in range(count):
        day = calendar.last_workday_on_or_before(day - _ONE_DAY)
    return day


def _at(day: date) -> datetime:
    return datetime.combine(day, _OFFICE_OPENS, SHANGHAI)


def _log(story: Story, on: date, uow: UnitOfWork, calendar: WorkCalendar) -> str:
    confirmed_on = None if story.confirmed_after is None else on
    by_letter = story.channel is Channel.POST_ORDINARY
    signed = story.channel is Channel.POST_SIGNED
    in_hand = story.channel is Channel.IN_PERSON
    command = LogRequest(
        channel=story.channel,
        applicant=story.applicant,
        applicant_kind=story.kind,
        content=story.content,
        case_officer=story.officer,
        actor=story.officer or HEAD_OF_OFFICE,
        role=Role.CLERK,
        submitted_on=None if by_letter or signed else on,
        arrived_on=on if by_letter else None,
        signed_on=on if signed else None,
        confirmed_on=None if signed or in_hand else confirmed_on,
    )
    return log_request(command, uow, at=_at(on), calendar=calendar)


def _act(
    entry: _Entry, act: Act, numbers: dict[str, str], uow: UnitOfWork, calendar: WorkCalendar
) -> None:
    story, number, at = entry.story, numbers[entry.story.content], _at(entry.on)
    if act.move == "merge_into":
        merged = MergeRequest(
            number=number,
            into=numbers[act.ref],
            reason="同一申请人网上重复提交",
            actor=story.officer,
            role=Role.CLERK,
            on=entry.on,
        )
        merge(merged, uow, at=at, calendar=calendar)
        return
    move = _move(story, act, number, entry.on, uow.requests.case(number), calendar)
    make_move(move, uow, at=at, calendar=calendar)


def _move(
    story: Story, act: Act, number: str, on: date, case: Case, calendar: WorkCalendar
) -> MakeMove:
    role = _ROLES.get(act.move, Role.CLERK)
    received_on = case.received_on or on
    return MakeMove(
        number=number,
        move=act.move,
        actor=_SIGNS.get(role, story.officer),
        role=role,
        on=on,
        ref=act.ref,
        workdays=act.workdays,
        new_due=calendar.nth_workday(received_on, act.new_due_after) if act.new_due_after else None,
        matter=None if act.matter is None else _filled(act.matter, case, number),
    )


def _filled(matter: Matter, case: Case, number: str) -> Matter:
    """Return what a step says, with the digest of what lies before its taker."""
    draft = draft_of(case)
    match matter:
        case ItemReviewed(item=ref):
            item = draft.item(ref)
            return replace(matter, digest="" if item is None else item.digest)
        case ReplyDated():
            # A letter bears the number of its request, as an office of this size has it.
            return replace(matter, number=number.replace("公开申", "公复"), digest=draft.digest)
        case DraftSubmitted() | DraftSentBack() | ReplyApproved():
            return replace(matter, digest=draft.digest)
        case _:
            return matter
