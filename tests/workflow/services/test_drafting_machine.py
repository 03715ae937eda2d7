"""No reply is ever served without the review and the approval of exactly what is served.

Random commands by random people in random roles, annulments, sending back and back-dating among
them, go through the services into a real database. What ought to hold is judged by the bare history
of the request, read by hand below: not by the drafts, digests and guards under test.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from states.calendar.workdays import WorkCalendar
from states.case import SERVING_KINDS
from states.errors import StatuteError
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.steps import Role
from tests.builders import MONDAY, TOWN, a_request, an_installation
from tests.fakes import FixedClock
from tests.workflow.services.papers import (
    Known,
    expected_outcome,
    is_signed_off,
    paper,
    standing,
)
from workflow.records.chain import Entry
from workflow.records.errors import RecordsError
from workflow.services.amending import Annul, annul, misfits
from workflow.services.drafting.deciding import (
    DecideItem,
    WithdrawItem,
    decide_item,
    withdraw_item,
)
from workflow.services.drafting.evidence import RecordSearch, record_search
from workflow.services.drafting.issuing import (
    ApproveReply,
    IssueReply,
    approve_reply,
    issue_reply,
)
from workflow.services.drafting.reviewing import (
    ReviewItem,
    SendBack,
    SubmitDraft,
    review_item,
    send_back,
    submit_draft,
)
from workflow.services.drafting.serving import (
    RecordFailedService,
    ServeReply,
    Way,
    record_failed_service,
    serve_reply,
)

pytestmark = pytest.mark.thorough

PEOPLE = ("甲", "乙", "丙")
# Clerk, reviewer and head, as a rule three; then one in two parts.
CASTS = (*[("甲", "乙", "丙")] * 5, ("甲", "甲", "丙"), ("甲", "乙", "甲"), ("甲", "乙", "乙"))
ITEMS = ("1", "2")
STEPS = (
    "decide 1",
    "decide 2",
    "submit",
    "review 1",
    "review 2",
    "approve",
    "issue",
    "serve",
)
TWISTS = (
    "changed",
    "changed and seen to",
    "adopted by the reviewer",
    "adopted by the head",
    "failed",
    "sent back",
    "sent back and seen to",
    "sent back and not reviewed",
    "searched",
    "taken off",
    "annulled",
    "served yesterday",
    "a day passes",
)
INSTEAD = {"review 1": "reviewed by the head", "approve": "approved by a clerk"}


def scripts() -> Iterator[tuple[str, ...]]:
    """Yield a lawful life, lives that lack a step, and lives in which something comes between."""
    yield STEPS
    for place, step in enumerate(STEPS):
        yield STEPS[:place] + STEPS[place + 1 :]
        if step in INSTEAD:
            yield (*STEPS[:place], INSTEAD[step], *STEPS[place + 1 :])
    for twist in TWISTS:
        for place in (3, 5, 6, 7):  # before the reviews, the approval, the letter, the service
            yield (*STEPS[:place], twist, *STEPS[place:])


SCRIPTS = tuple(scripts())
DECISIONS = (Decision.DISCLOSE, Decision.SEVER, Decision.WITHHOLD, Decision.NOT_HELD)

Who = tuple[str, Role]
People = tuple[str, str, str]  # clerk, reviewer, head: perhaps the same
SERVING = {kind.value for kind in SERVING_KINDS}


class Office(RuleBasedStateMachine):
    """An office in which anybody tries anything."""

    served: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = FixedClock.on(MONDAY)
        self.installation = an_installation(Path(self.folder.name), self.clock)
        self.office = self.installation.establish(TOWN, actor="管理员")
        self.number = a_request(self.office, submitted_on=MONDAY - timedelta(days=7))
        self.known: dict[int, Known] = {}

    def teardown(self) -> None:
        assert self.office.verify().holds
        self.installation.close()
        self.folder.cleanup()

    # --- what the history says, by hand --------------------------------------------------

    def history(self) -> tuple[Entry, ...]:
        with self.office.read() as view:
            return view.requests.history(self.number)

    def is_signed_off(self, entries: list[Entry]) -> bool:
        return is_signed_off(entries, self.known)

    # --- commands ------------------------------------------------------------------------

    def by(self, who: Who, back: int) -> dict[str, Any]:
        actor, role = who
        day = self.today() - timedelta(days=back)
        return {"number": self.number, "actor": actor, "role": role, "on": day}

    def today(self) -> date:
        return self.clock.now().date()

    def calendar(self) -> WorkCalendar:
        return self.office.calendar

    def tried(self, service: Any, command: Any) -> Entry | None:  # noqa: ANN401 -- any of them
        """Try a command; what the law or the records refuse leaves no trace."""
        with suppress(StatuteError, RecordsError), self.office.work() as uow:
            entry: Entry = service(command, uow, at=self.clock.now(), calendar=self.calendar())
            return entry
        return None

    def decides(self, who: Who, back: int, item: str, decision: Decision, where: str = "") -> None:
        withholds = decision in {Decision.SEVER, Decision.WITHHOLD}
        command = DecideItem(
            **self.by(who, back),
            item=item,
            decision=decision,
            ground=Ground.DRAFT if withholds else None,
            part="第三段" if decision is Decision.SEVER else "",
            reason="讨论中的意见" if withholds else "",
            where=where,
        )
        self.tried(decide_item, command)

    def takes_off(self, who: Who, item: str) -> None:
        self.tried(withdraw_item, WithdrawItem(**self.by(who, 0), item=item))

    def searched(self, who: Who, back: int) -> None:
        command = RecordSearch(**self.by(who, back), where="档案室", keywords="航拍图")
        self.tried(record_search, command)

    def submits(self, who: Who, back: int) -> None:
        self.tried(submit_draft, SubmitDraft(**self.by(who, back)))

    def reviews(self, who: Who, back: int, item: str, *, passed: bool) -> None:
        words = paper(standing(self.history()))
        command = ReviewItem(**self.by(who, back), item=item, passed=passed, basis="不涉密")
        entry = self.tried(review_item, command)
        if entry is not None:
            self.known[entry.seq] = Known(*who, words.words_of(item))

    def sends_back(self, who: Who, back: int, items: tuple[str, ...]) -> None:
        self.tried(send_back, SendBack(**self.by(who, back), reason="请改写", items=items))

    def approves(self, who: Who, back: int) -> None:
        words = paper(standing(self.history())).words
        entry = self.tried(approve_reply, ApproveReply(**self.by(who, back)))
        if entry is not None:
            self.known[entry.seq] = Known(*who, words)

    def issues(self, who: Who, back: int) -> None:
        words = paper(standing(self.history())).words
        command = IssueReply(**self.by(who, back), letter_number=f"净公复{len(self.known)}号")
        entry = self.tried(issue_reply, command)
        if entry is not None:
            self.known[entry.seq] = Known(*who, words)

    def serves(self, who: Who, back: int, way: Way = Way.POST) -> None:
        before = standing(self.history())
        command = ServeReply(
            **self.by(who, back),
            way=way,
            tracking="1151",
            signer="张三",
            address="a@example.org",
            late_reason="经办人更换",
        )
        entry = self.tried(serve_reply, command)
        if entry is None:
            return
        type(self).served += 1
        # A service that is judged on its day may not rest on anything dated after it.
        by_then = [known for known in before if known.happened_on <= entry.happened_on]
        assert self.is_signed_off(by_then)
        assert self.is_signed_off(before)
        assert entry.terms["outcome"] == expected_outcome(paper(before).items.values())

    def fails(self, who: Who) -> None:
        command = RecordFailedService(**self.by(who, 0), reason="查无此人")
        self.tried(record_failed_service, command)

    def annuls(self, who: Who, back: int) -> None:
        entries = [entry for entry in self.history() if entry.annuls is None]
        seq = entries[-1 - min(back, len(entries) - 1)].seq
        actor, role = who
        command = Annul(number=self.number, seq=seq, reason="录入错误", actor=actor, role=role)
        self.tried(annul, command)

    # --- what may happen -----------------------------------------------------------------

    @rule(days=st.integers(1, 3))
    def time_passes(self, days: int) -> None:
        self.clock.move(days=days)

    @rule(
        what=st.integers(0, 10),
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)),
        back=st.integers(0, 4),
        item=st.sampled_from(ITEMS),
        decision=st.sampled_from(DECISIONS),
        passed=st.booleans(),
    )
    def anybody_tries_anything(
        self, what: int, who: Who, back: int, item: str, decision: Decision, *, passed: bool
    ) -> None:
        attempts = (
            lambda: self.decides(who, back, item, decision),
            lambda: self.takes_off(who, item),
            lambda: self.searched(who, back),
            lambda: self.submits(who, back),
            lambda: self.reviews(who, back, item, passed=passed),
            lambda: self.sends_back(who, back, (item,) if passed else ()),
            lambda: self.approves(who, back),
            lambda: self.issues(who, back),
            lambda: self.serves(who, back, list(Way)[back % len(Way)]),
            lambda: self.fails(who),
            lambda: self.annuls(who, back * 2),
        )
        attempts[what]()

    @rule(
        script=st.sampled_from(SCRIPTS),
        people=st.sampled_from(CASTS),
        fresh=st.sampled_from([True, True, False]),
    )
    def a_reply_is_lived(self, script: tuple[str, ...], people: People, *, fresh: bool) -> None:
        """Take the steps in order, by whose they are, or nearly so."""
        if fresh:
            self.number = a_request(self.office, submitted_on=self.today() - timedelta(days=7))
        for step in script:
            self.happens(step, people)

    def happens(self, what: str, people: People) -> None:
        """Let one thing happen that STEPS and TWISTS tell of."""
        clerk, reviewer, head = people
        as_clerk, as_reviewer = (clerk, Role.CLERK), (reviewer, Role.REVIEWER)
        as_head = (head, Role.HEAD_OF_OFFICE)
        happenings = {
            "decide 1": lambda: self.decides(as_clerk, 0, "1", Decision.DISCLOSE),
            "decide 2": lambda: self.decides(as_clerk, 0, "2", Decision.SEVER),
            "submit": lambda: self.submits(as_clerk, 0),
            "review 1": lambda: self.reviews(as_reviewer, 0, "1", passed=True),
            "review 2": lambda: self.reviews(as_reviewer, 0, "2", passed=True),
            "approve": lambda: self.approves(as_head, 0),
            "issue": lambda: self.issues(as_clerk, 0),
            "serve": lambda: self.serves(as_clerk, 0),
            "changed": lambda: self.decides(as_clerk, 0, "1", Decision.DISCLOSE, "自取"),
            "adopted by the reviewer": lambda: self.decides(
                (reviewer, Role.CLERK), 0, "1", Decision.DISCLOSE
            ),
            "adopted by the head": lambda: self.decides(as_head, 0, "2", Decision.SEVER),
            "failed": lambda: self.reviews(as_reviewer, 0, "1", passed=False),
            "sent back": lambda: self.sends_back(as_head, 0, ("2",)),
            "sent back and seen to": lambda: self.is_sent_back_and_seen_to(people),
            "sent back and not reviewed": lambda: self.is_sent_back_and_decided(people),
            "changed and seen to": lambda: self.is_changed_and_seen_to(people),
            "searched": lambda: self.searched(as_clerk, 1),
            "taken off": lambda: self.takes_off(as_clerk, "2"),
            "reviewed by the head": lambda: self.reviews(as_head, 0, "1", passed=True),
            "approved by a clerk": lambda: self.approves((head, Role.CLERK), 0),
            "served yesterday": lambda: self.serves(as_clerk, 1),
            "annulled": lambda: self.annuls_two(as_clerk, as_reviewer),
            "a day passes": lambda: self.clock.move(days=1),
        }
        happenings[what]()

    def is_sent_back_and_decided(self, people: People) -> None:
        self.sends_back((people[1], Role.REVIEWER), 0, ("1",))
        for what in ("decide 1", "submit"):
            self.happens(what, people)

    def is_sent_back_and_seen_to(self, people: People) -> None:
        self.is_sent_back_and_decided(people)
        self.happens("review 1", people)

    def is_changed_and_seen_to(self, people: People) -> None:
        for what in ("changed", "submit", "review 1"):
            self.happens(what, people)

    def annuls_two(self, clerk: Who, reviewer: Who) -> None:
        self.annuls(clerk, 0)
        self.annuls(reviewer, 1)

    @precondition(lambda self: self.is_answered())
    @rule()
    def another_request_comes(self) -> None:
        self.number = a_request(self.office, submitted_on=self.today())

    def is_answered(self) -> bool:
        return any(entry.kind in SERVING for entry in standing(self.history()))

    # --- what always holds ---------------------------------------------------------------

    @invariant()
    def a_service_that_no_longer_rests_on_its_approval_is_named(self) -> None:
        """What an annulment takes away from under a service is listed for the clerk."""
        with self.office.read() as view:
            dossier = view.requests.dossier(self.number)
        entries = standing(self.history())
        first = next((place for place, e in enumerate(entries) if e.kind in SERVING), None)
        if first is None or self.is_signed_off(entries[:first]):
            return
        unfit = {misfit.seq for misfit in misfits(dossier, self.calendar())}
        assert entries[first].seq in unfit


def test_no_reply_is_ever_served_without_the_approval_of_exactly_what_is_served() -> None:
    Office.served = 0

    run_state_machine_as_test(
        Office, settings=settings(max_examples=80, stateful_step_count=20, deadline=None)
    )

    assert Office.served >= 30  # else nothing was proven


def test_the_hand_judges_a_reply_without_review_or_approval_as_not_signed_off() -> None:
    office = Office()
    try:
        assert not office.is_signed_off(standing(office.history()))
        office.a_reply_is_lived(STEPS[:-1], CASTS[0], fresh=False)
        whole = standing(office.history())
        assert office.is_signed_off(whole)
        for kind in ("item_reviewed", "reply_approved", "reply_dated"):
            assert not office.is_signed_off([entry for entry in whole if entry.kind != kind])
    finally:
        office.teardown()
