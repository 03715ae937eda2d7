"""No reply is ever served without the review and the approval of exactly what is served.

Random commands by random people in random roles, annulments, sending back and back-dating among
them, go through the services into a real database. What ought to hold is judged by the bare history
of the request, read by hand below: not by the drafts, digests and guards under test.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

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

PEOPLE = ("甲", "乙", "丙", "丁")
ITEMS = ("1", "2")
OUT = {"disclose", "sever"}
SERVING = {kind.value for kind in SERVING_KINDS}


@dataclass(frozen=True)
class Known:
    """What the machine remembers of a signature: who, in what role, and of which words."""

    actor: str
    role: Role
    words: str


@dataclass
class Paper:
    """A reply as the bare history tells it: the words of each item, and who decided them."""

    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    deciders: dict[str, str] = field(default_factory=dict)
    searches: list[dict[str, Any]] = field(default_factory=list)
    sent_back: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Everything the reply says, and who says it."""
        said = [self.items, self.deciders, sorted(map(json.dumps, self.searches))]
        return json.dumps(said, ensure_ascii=False)

    def words_of(self, item: str) -> str:
        """What one item says, and who says it."""
        return json.dumps([self.items[item], self.deciders[item]], ensure_ascii=False)


def standing(history: Iterable[Entry]) -> list[Entry]:
    """Return what was not annulled, in the order of its days."""
    entries = list(history)
    annulled = {entry.annuls for entry in entries}
    left = [entry for entry in entries if entry.seq not in annulled]
    return sorted(left, key=lambda entry: (entry.happened_on, entry.seq))


def paper(entries: Iterable[Entry]) -> Paper:
    """Read what is decided off the history, entry by entry."""
    found = Paper()
    for entry in entries:
        matter = entry.terms.get("matter")
        said: dict[str, Any] = matter if isinstance(matter, dict) else {}
        if entry.kind == "item_decided":
            found.items[said["item"]] = said
            found.deciders[said["item"]] = entry.actor
        elif entry.kind == "item_withdrawn":
            found.items.pop(said["item"], None)
            found.deciders.pop(said["item"], None)
        elif entry.kind == "search_recorded":
            found.searches.append(said)
        elif entry.kind == "draft_sent_back":
            for item in said.get("items") or list(found.items):
                found.sent_back[item] = entry.seq
    return found


def expected_outcome(items: Iterable[dict[str, Any]]) -> str:
    """The outcome of the few decisions that are drawn here, in words."""
    decisions = {item["decision"] for item in items}
    if "sever" in decisions or {"disclose", "withhold"} <= decisions:
        return "partly_disclosed"
    if "disclose" in decisions:
        return "disclosed"
    return "deliberative" if "withhold" in decisions else "not_held"


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
        self.installation.close()
        self.folder.cleanup()

    # --- what the history says, by hand --------------------------------------------------

    def history(self) -> tuple[Entry, ...]:
        with self.office.read() as view:
            return view.requests.history(self.number)

    def is_signed_off(self, entries: list[Entry]) -> bool:
        """Judge by hand whether what stands was reviewed, approved and issued as it stands."""
        now = paper(entries)
        if not now.items:
            return False
        if not all(self.is_reviewed(now, item, entries) for item in now.items):
            return False
        approvals = [entry for entry in entries if entry.kind == "reply_approved"]
        letters = [entry for entry in entries if entry.kind == "reply_dated"]
        last_back = max(
            (place for place, entry in enumerate(entries) if entry.kind == "draft_sent_back"),
            default=-1,
        )
        return any(
            self.known[entry.seq].words == now.words
            and self.known[entry.seq].role is Role.HEAD_OF_OFFICE
            and entry.actor not in now.deciders.values()
            and entries.index(entry) > last_back
            for entry in approvals
        ) and any(self.known[entry.seq].words == now.words for entry in letters)

    def is_reviewed(self, now: Paper, item: str, entries: list[Entry]) -> bool:
        """Judge by hand whether an item may go out."""
        if now.items[item]["decision"] not in OUT:
            return True
        reviews = [
            entry
            for entry in entries
            if entry.kind == "item_reviewed" and _said(entry)["item"] == item
        ]
        if not reviews:
            return False
        last = reviews[-1]
        back = next((e for e in entries if e.seq == now.sent_back.get(item)), None)
        return (
            bool(_said(last)["passed"])
            and self.known[last.seq].words == now.words_of(item)
            and self.known[last.seq].role is Role.REVIEWER
            and last.actor != now.deciders[item]
            and (back is None or entries.index(back) < entries.index(last))
        )

    # --- commands ------------------------------------------------------------------------

    def by(self, who: tuple[str, Role], back: int) -> dict[str, Any]:
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

    @rule(days=st.integers(0, 3))
    def time_passes(self, days: int) -> None:
        self.clock.move(days=days)

    @rule(
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)),
        back=st.integers(0, 3),
        item=st.sampled_from(ITEMS),
        decision=st.sampled_from(
            [Decision.DISCLOSE, Decision.SEVER, Decision.WITHHOLD, Decision.NOT_HELD]
        ),
        where=st.sampled_from(["", "来人自取"]),
    )
    def somebody_decides(
        self, who: tuple[str, Role], back: int, item: str, decision: Decision, where: str
    ) -> None:
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

    @rule(
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), item=st.sampled_from(ITEMS)
    )
    def somebody_takes_an_item_off(self, who: tuple[str, Role], item: str) -> None:
        self.tried(withdraw_item, WithdrawItem(**self.by(who, 0), item=item))

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), back=st.integers(0, 5))
    def somebody_searched(self, who: tuple[str, Role], back: int) -> None:
        command = RecordSearch(**self.by(who, back), where="档案室", keywords="航拍图")
        self.tried(record_search, command)

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), back=st.integers(0, 3))
    def somebody_puts_it_forward(self, who: tuple[str, Role], back: int) -> None:
        self.tried(submit_draft, SubmitDraft(**self.by(who, back)))

    @rule(
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)),
        back=st.integers(0, 3),
        item=st.sampled_from(ITEMS),
        passed=st.booleans(),
    )
    def somebody_reviews(
        self, who: tuple[str, Role], back: int, item: str, *, passed: bool
    ) -> None:
        self.reviews(who, back, item, passed=passed)

    def reviews(self, who: tuple[str, Role], back: int, item: str, *, passed: bool) -> None:
        words = paper(standing(self.history()))
        command = ReviewItem(**self.by(who, back), item=item, passed=passed, basis="不涉密")
        entry = self.tried(review_item, command)
        if entry is not None:
            self.known[entry.seq] = Known(*who, words.words_of(item))

    @rule(
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)),
        back=st.integers(0, 3),
        items=st.sampled_from([(), ("1",), ("2",)]),
    )
    def somebody_sends_it_back(
        self, who: tuple[str, Role], back: int, items: tuple[str, ...]
    ) -> None:
        self.tried(send_back, SendBack(**self.by(who, back), reason="请改写", items=items))

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), back=st.integers(0, 3))
    def somebody_approves(self, who: tuple[str, Role], back: int) -> None:
        words = paper(standing(self.history())).words
        entry = self.tried(approve_reply, ApproveReply(**self.by(who, back)))
        if entry is not None:
            self.known[entry.seq] = Known(*who, words)

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), back=st.integers(0, 3))
    def somebody_issues(self, who: tuple[str, Role], back: int) -> None:
        words = paper(standing(self.history())).words
        command = IssueReply(**self.by(who, back), letter_number=f"净公复{len(self.known)}号")
        entry = self.tried(issue_reply, command)
        if entry is not None:
            self.known[entry.seq] = Known(*who, words)

    @rule(
        who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)),
        back=st.integers(0, 3),
        way=st.sampled_from(Way),
    )
    def somebody_serves(self, who: tuple[str, Role], back: int, way: Way) -> None:
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
        assert self.is_signed_off(
            [known for known in before if known.happened_on <= entry.happened_on]
        )
        assert self.is_signed_off(before)
        assert entry.terms["outcome"] == expected_outcome(paper(before).items.values())

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)))
    def service_fails(self, who: tuple[str, Role]) -> None:
        command = RecordFailedService(**self.by(who, 0), reason="查无此人")
        self.tried(record_failed_service, command)

    @rule(who=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Role)), back=st.integers(0, 8))
    def somebody_annuls(self, who: tuple[str, Role], back: int) -> None:
        entries = [entry for entry in self.history() if entry.annuls is None]
        seq = entries[-1 - min(back, len(entries) - 1)].seq
        actor, role = who
        command = Annul(number=self.number, seq=seq, reason="录入错误", actor=actor, role=role)
        self.tried(annul, command)

    @rule(people=st.permutations(PEOPLE), withheld=st.booleans(), serve=st.booleans())
    def the_office_does_its_work(self, people: list[str], *, withheld: bool, serve: bool) -> None:
        """Take the steps in their order, by whose they are, so that replies do get served."""
        clerk, reviewer, head, _ = people
        as_clerk, as_head = (clerk, Role.CLERK), (head, Role.HEAD_OF_OFFICE)
        known = paper(standing(self.history())).items
        self.somebody_decides(as_clerk, 0, "1", Decision.DISCLOSE, "")
        if withheld or "2" in known:
            self.somebody_decides(as_clerk, 0, "2", Decision.WITHHOLD, "")
        self.somebody_puts_it_forward(as_clerk, 0)
        for item in paper(standing(self.history())).items:
            self.reviews((reviewer, Role.REVIEWER), 0, item, passed=True)
        self.somebody_approves(as_head, 0)
        self.somebody_issues(as_clerk, 0)
        if serve:
            self.somebody_serves(as_clerk, 0, Way.POST)

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

    @invariant()
    def the_chain_of_records_holds(self) -> None:
        assert self.office.verify().holds


def _said(entry: Entry) -> dict[str, Any]:
    matter = entry.terms["matter"]
    assert isinstance(matter, dict)
    return matter


def test_no_reply_is_ever_served_without_the_approval_of_exactly_what_is_served() -> None:
    Office.served = 0

    run_state_machine_as_test(
        Office, settings=settings(max_examples=60, stateful_step_count=30, deadline=None)
    )

    assert Office.served >= 30  # else nothing was proven


def test_the_hand_judges_a_reply_without_review_or_approval_as_not_signed_off() -> None:
    office = Office()
    try:
        assert not office.is_signed_off(standing(office.history()))
        office.the_office_does_its_work(["甲", "乙", "丙", "丁"], withheld=True, serve=False)
        whole = standing(office.history())
        assert office.is_signed_off(whole)
        for kind in ("item_reviewed", "reply_approved", "reply_dated"):
            assert not office.is_signed_off([entry for entry in whole if entry.kind != kind])
    finally:
        office.teardown()
