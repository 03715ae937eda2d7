"""A request as the law sees it: dated facts, and the state they leave it in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from states import matters
from states.citation import Citation
from states.matters import Matter
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from states.statute.practice import DEFAULT_PRACTICE, Practice
from states.statute.receipt import RECEIPT, Channel
from states.statute.versions import Law, law_on


class State(StrEnum):
    """Where a request stands. Consultations and extensions run beside it, as facts."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    AWAITING_CORRECTION = "awaiting_correction"
    AWAITING_REASONS = "awaiting_reasons"
    AWAITING_PAYMENT = "awaiting_payment"
    ANSWERED = "answered"
    ABANDONED = "abandoned"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


CLOSED_STATES = frozenset({State.ANSWERED, State.ABANDONED, State.WITHDRAWN, State.MERGED})
OPEN_STATES = frozenset(State) - CLOSED_STATES


class EventKind(StrEnum):
    """A fact that bears on a request: what happened, never what was planned."""

    SUBMITTED = "submitted"
    ARRIVED = "arrived"
    SIGNED_FOR = "signed_for"
    CONFIRMED = "confirmed"
    RECEIVED = "received"
    CORRECTION_REQUESTED = "correction_requested"
    CORRECTION_RECEIVED = "correction_received"
    THIRD_PARTY_CONSULTED = "third_party_consulted"
    THIRD_PARTY_LETTER_DELIVERED = "third_party_letter_delivered"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    AGENCY_CONSULTED = "agency_consulted"
    AGENCY_LETTER_DELIVERED = "agency_letter_delivered"
    AGENCY_ANSWERED = "agency_answered"
    THIRD_PARTY_NOTIFIED = "third_party_notified"
    EXTENSION_REQUESTED = "extension_requested"
    EXTENSION_APPROVED = "extension_approved"
    EXTENSION_REFUSED = "extension_refused"
    EXTENSION_NOTIFIED = "extension_notified"
    REASONS_REQUESTED = "reasons_requested"
    REASONS_RECEIVED = "reasons_received"
    REASONS_ACCEPTED = "reasons_accepted"
    REASONS_REJECTED = "reasons_rejected"
    DELAY_NOTIFIED = "delay_notified"
    FEE_NOTIFIED = "fee_notified"
    FEE_NOTICE_DELIVERED = "fee_notice_delivered"
    FEE_PART_PAID = "fee_part_paid"
    FEE_PAID = "fee_paid"
    ITEM_DECIDED = "item_decided"
    ITEM_WITHDRAWN = "item_withdrawn"
    SEARCH_RECORDED = "search_recorded"
    EARLIER_REPLY_CITED = "earlier_reply_cited"
    DRAFT_SUBMITTED = "draft_submitted"
    ITEM_REVIEWED = "item_reviewed"
    DRAFT_SENT_BACK = "draft_sent_back"
    REPLY_APPROVED = "reply_approved"
    RIGHT_OFFICE_NAMED = "right_office_named"
    REPLY_DATED = "reply_dated"
    REPLY_POSTED = "reply_posted"
    REPLY_DELIVERED = "reply_delivered"
    REPLY_SIGNED_FOR = "reply_signed_for"
    REPLY_SENT = "reply_sent"
    SERVICE_FAILED = "service_failed"
    LAPSED_UNCORRECTED = "lapsed_uncorrected"
    LAPSED_UNPAID = "lapsed_unpaid"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


RECEIPT_KINDS = frozenset(
    {
        EventKind.SUBMITTED,
        EventKind.ARRIVED,
        EventKind.SIGNED_FOR,
        EventKind.CONFIRMED,
        EventKind.RECEIVED,
    }
)

# The day that decides whether a reply was in time (送达解释(2016) 第四条): posting, the
# signature in direct service, sending by electronic means.
SERVING_KINDS = frozenset(
    {EventKind.REPLY_POSTED, EventKind.REPLY_SIGNED_FOR, EventKind.REPLY_SENT}
)

# What a fact of drafting or serving says; other kinds carry no matter.
MATTERS: dict[EventKind, type[Matter]] = {
    EventKind.ITEM_DECIDED: matters.ItemDecided,
    EventKind.ITEM_WITHDRAWN: matters.ItemWithdrawn,
    EventKind.SEARCH_RECORDED: matters.SearchRecorded,
    EventKind.EARLIER_REPLY_CITED: matters.EarlierReplyCited,
    EventKind.DRAFT_SUBMITTED: matters.DraftSubmitted,
    EventKind.ITEM_REVIEWED: matters.ItemReviewed,
    EventKind.DRAFT_SENT_BACK: matters.DraftSentBack,
    EventKind.REPLY_APPROVED: matters.ReplyApproved,
    EventKind.REPLY_DATED: matters.ReplyDated,
    EventKind.REPLY_POSTED: matters.ReplyServed,
    EventKind.REPLY_DELIVERED: matters.ReplyDelivered,
    EventKind.REPLY_SIGNED_FOR: matters.ReplyServed,
    EventKind.REPLY_SENT: matters.ReplyServed,
    EventKind.SERVICE_FAILED: matters.ServiceFailed,
}

LEAVES: dict[EventKind, State] = {
    EventKind.CORRECTION_REQUESTED: State.AWAITING_CORRECTION,
    EventKind.CORRECTION_RECEIVED: State.RECEIVED,
    EventKind.REASONS_REQUESTED: State.AWAITING_REASONS,
    EventKind.REASONS_RECEIVED: State.RECEIVED,
    EventKind.DELAY_NOTIFIED: State.RECEIVED,
    EventKind.FEE_NOTIFIED: State.AWAITING_PAYMENT,
    EventKind.FEE_PAID: State.RECEIVED,
    EventKind.REPLY_POSTED: State.ANSWERED,
    EventKind.REPLY_SIGNED_FOR: State.ANSWERED,
    EventKind.REPLY_SENT: State.ANSWERED,
    EventKind.LAPSED_UNCORRECTED: State.ABANDONED,
    EventKind.LAPSED_UNPAID: State.ABANDONED,
    EventKind.WITHDRAWN: State.WITHDRAWN,
    EventKind.MERGED: State.MERGED,
}

# What a closing fact decides by itself, without a letter.
_OUTCOME_OF: dict[EventKind, Outcome] = {
    EventKind.LAPSED_UNCORRECTED: Outcome.NOT_CORRECTED,
    EventKind.LAPSED_UNPAID: Outcome.NOT_PAID,
    EventKind.WITHDRAWN: Outcome.OTHERWISE_CONCLUDED,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One fact: what, on which legal date (Asia/Shanghai), and what the law asks of it.

    `ref` ties the facts of one consultation together, or names the request that this one was
    merged into. `workdays` is the correction period or
    the length of an extension; `acknowledged` names the breaches recorded with the fact.
    `matter` is what a fact of drafting or serving says, and `by` who signs for it.
    the length of an extension; `acknowledged` names the breaches recorded with the fact;
    `opinion` is what an answer to a consultation says.
    """

    kind: EventKind
    on: date
    ref: str = ""
    workdays: int = 0
    new_due: date | None = None
    co_producer: bool = True
    outcome: Outcome | None = None
    acknowledged: tuple[str, ...] = ()
    matter: Matter | None = None
    by: str = ""
    opinion: Opinion | None = None


class Receipt(NamedTuple):
    """The day of receipt, the version of the law it brings, and the rule that decided."""

    on: date
    law: Law
    citation: Citation | None


Found = TypeVar("Found")

# The fact that decides receipt, by law and channel, as a kind of event.
_DECIDING = {
    law: {channel: (EventKind(rule.fact), rule.citation) for channel, rule in rules.items()}
    for law, rules in RECEIPT.items()
}


class _Once(Generic[Found]):
    """A property of a case that is worked out once.

    As functools.cached_property, but without the lock that it takes before Python 3.12, which
    costs more than what is worked out.
    """

    def __init__(self, work_out: Callable[["Case"], Found]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, case: "Case", _kind: type["Case"] | None = None) -> Found:
        found = case.__dict__[self._name] = self._work_out(case)
        return found


@dataclass(frozen=True)
class Case:
    """A request: its channel, and its facts in date order (entry order within a day).

    What the facts amount to is worked out once; a further fact makes another case.
    """

    channel: Channel | None
    events: tuple[Event, ...] = ()
    practice: Practice = DEFAULT_PRACTICE

    @classmethod
    def of(
        cls,
        channel: Channel | None,
        events: Iterable[Event],
        practice: Practice = DEFAULT_PRACTICE,
    ) -> "Case":
        """Return the case that these facts make, whatever order they were entered in."""
        return cls(channel, tuple(sorted(events, key=_day_of)), practice)

    def after(self, event: Event) -> "Case":
        """Return the case with one more fact, put where its date belongs."""
        return Case.of(self.channel, (*self.events, event), self.practice)

    def first(self, kind: EventKind) -> Event | None:
        """The first fact of a kind, or None."""
        for event in self.events:
            if event.kind is kind:
                return event
        return None

    def last(self, kind: EventKind) -> Event | None:
        """The latest fact of a kind, or None."""
        for event in reversed(self.events):
            if event.kind is kind:
                return event
        return None

    @_Once
    def receipt(self) -> Receipt | None:
        """The receipt as the law of the time has it; None while it is not established.

        A request already received under the 2007 text stays under it, even where it was
        confirmed only after the revision.
        """
        if (established := self.first(EventKind.RECEIVED)) is not None:
            return Receipt(established.on, law_on(established.on, self.practice.revised_from), None)
        if self.channel is None:
            return None
        for law, deciding in _DECIDING.items():
            kind, citation = deciding[self.channel]
            fact = self.first(kind)
            if fact is not None and law_on(fact.on, self.practice.revised_from) is law:
                return Receipt(fact.on, law, citation)
        return None

    @property
    def received_on(self) -> date | None:
        """The day of receipt, or None while it is not established."""
        receipt = self.receipt
        return None if receipt is None else receipt.on

    @_Once
    def state(self) -> State:
        """Whatever the last fact that moves a request left it in."""
        for event in reversed(self.events):
            state = LEAVES.get(event.kind)
            if state is not None:
                return state
        return State.SUBMITTED if self.receipt is None else State.RECEIVED

    @property
    def closing(self) -> Event | None:
        """The fact that closed the request: the first service of the reply, a lapse, a merger."""
        if self.state not in CLOSED_STATES:
            return None
        for event in self.events:
            if LEAVES.get(event.kind) in CLOSED_STATES:
                return event
        return None  # pragma: no cover - a closed state always has its fact

    @property
    def closed_on(self) -> date | None:
        """The day that decides timeliness, and the year a result belongs to."""
        closing = self.closing
        return None if closing is None else closing.on

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while open."""
        closing = self.closing
        if closing is None:
            return None
        return closing.outcome or _OUTCOME_OF.get(closing.kind)


def _day_of(event: Event) -> date:
    """Order facts by their day; sorting is stable, so entry order holds within one."""
    return event.on
