"""Drafts for the tests of drafting: facts by hand, each on its day, signed by whom it is told."""

from datetime import date

from states.calendar.workdays import built_in
from states.case import Case, Event, EventKind
from states.deciding.draft import Draft, draft_of
from states.errors import MoveRefusedError
from states.machine import fire
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    ItemDecided,
    ItemReviewed,
    ItemWithdrawn,
    Matter,
    ReplyApproved,
    ReplyDated,
)
from states.statute.decisions import Decision
from states.steps import Role, Step
from tests.replies import CLERK, HEAD, REVIEWER, ROLES, an_item
from tests.states.lives import a_case, fact

CALENDAR = built_in()
FAR = date(2026, 12, 31)
DAY = date(2023, 3, 13)  # Monday
RECEIVED = a_case(None, fact("received", "2023-03-06"))  # due Mon 2023-04-03 (vector A01)
OLD = a_case(None, fact("received", "2017-05-10"))  # due Thu 2017-06-01, under the 2007 text


class Desk:
    """A case on which steps are taken without asking the chart, to see what they amount to."""

    def __init__(self, case: Case = RECEIVED, on: date = DAY) -> None:
        self.case = case
        self.on = on

    @property
    def draft(self) -> Draft:
        return draft_of(self.case)

    def add(self, kind: EventKind, matter: Matter, by: str = CLERK) -> Event:
        """Put a fact on record, whatever the chart would say."""
        event = Event(kind, self.on, matter=matter, by=by)
        self.case = self.case.after(event)
        return event

    def annul(self, event: Event) -> None:
        """Leave a fact out, as if it had not been entered."""
        left = list(self.case.events)
        left.remove(event)
        self.case = Case(self.case.channel, tuple(left), self.case.practice)

    def decide(
        self,
        item: str = "1",
        decision: Decision = Decision.DISCLOSE,
        by: str = CLERK,
        **said: object,
    ) -> Event:
        return self.add(EventKind.ITEM_DECIDED, an_item(decision, item, **said), by)

    def put(self, decided: ItemDecided, by: str = CLERK) -> Event:
        return self.add(EventKind.ITEM_DECIDED, decided, by)

    def withdraw(self, item: str) -> Event:
        return self.add(EventKind.ITEM_WITHDRAWN, ItemWithdrawn(item))

    def submit(self) -> Event:
        return self.add(EventKind.DRAFT_SUBMITTED, DraftSubmitted(self.draft.digest))

    def review(self, item: str = "1", *, passed: bool = True, by: str = REVIEWER) -> Event:
        found = self.draft.item(item)
        digest = "" if found is None else found.digest
        reviewed = ItemReviewed(item, passed, "不涉密", digest)
        return self.add(EventKind.ITEM_REVIEWED, reviewed, by)

    def send_back(self, *items: str) -> Event:
        back = DraftSentBack("请改写", self.draft.digest, items)
        return self.add(EventKind.DRAFT_SENT_BACK, back, HEAD)

    def approve(self, by: str = HEAD) -> Event:
        return self.add(EventKind.REPLY_APPROVED, ReplyApproved(self.draft.digest), by)

    def issue(self) -> Event:
        return self.add(EventKind.REPLY_DATED, ReplyDated("净公复〔2023〕1号", self.draft.digest))

    def refused(
        self,
        move: str,
        matter: Matter | None = None,
        by: str = CLERK,
        on: date | None = None,
        **terms: object,
    ) -> dict[str, str]:
        """Return the refusals of a step, by code, with their articles; empty where it is lawful."""
        given: dict[str, object] = {"role": ROLES.get(by, Role.CLERK), "actor": by}
        day = on or self.on
        step = Step(move, day, FAR, matter=matter, **given | terms)  # type: ignore[arg-type]
        try:
            fire(self.case, step, CALENDAR)
        except MoveRefusedError as error:
            return {found.code: str(found.citation or "") for found in error.refusals}
        return {}


def approved() -> Desk:
    """Return a desk on which one item is disclosed, reviewed and approved."""
    desk = Desk()
    desk.decide()
    desk.submit()
    desk.review()
    desk.approve()
    return desk


def issued() -> Desk:
    """Return a desk whose letter is issued, ready to be served."""
    desk = approved()
    desk.issue()
    return desk
