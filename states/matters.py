"""What a fact of drafting or serving says beyond its kind and its day.

Each kind of event carries one of these, or none; `MATTERS` of `states.case` says which. A field
that says nothing is left out where a matter is written down, so that fields can be added later.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.statute.decisions import Decision
from states.statute.grounds import Ground


class Carrier(StrEnum):
    """Who carries a reply that is posted: only the postal enterprise serves (送达解释(2016))."""

    POST_OFFICE = "post_office"
    COURIER = "courier"


@dataclass(frozen=True, slots=True)
class ItemDecided:
    """What is decided on one piece of information that was asked for.

    `part` is what is withheld of an item that is severed; `where` tells how and where to get it,
    the right office, or the special procedure; `public_interest` is why it goes out although a
    third party objects; `consulted` names the consultations that concern it. One that names none
    is concerned by those that no other item names.
    """

    item: str
    title: str
    decision: Decision
    ground: Ground | None = None
    part: str = ""
    reason: str = ""
    where: str = ""
    public_interest: str = ""
    consulted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemWithdrawn:
    """An item that is taken off the list."""

    item: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SearchRecorded:
    """A search for what was asked: where, by which words, of which years, by whom, what it found.

    Without `items` it was for all of them.
    """

    where: str
    keywords: str
    searched_by: str
    period: str = ""
    result: str = ""
    found: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierReplyCited:
    """The reply in which the same applicant was told of the same information before."""

    number: str
    replied_on: date
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSubmitted:
    """The draft, named by its digest, as it was put forward for review and approval."""

    digest: str


@dataclass(frozen=True, slots=True)
class ItemReviewed:
    """The secrecy review of one item, named by its digest: passed or not, and on what basis."""

    item: str
    passed: bool
    basis: str
    digest: str


@dataclass(frozen=True, slots=True)
class DraftSentBack:
    """Why a draft was sent back, and which of its items; without any, the whole."""

    reason: str
    digest: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyApproved:
    """The draft, named by its digest, that the head of office approved."""

    digest: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDated:
    """The letter in which an approved draft, named by its digest, was issued: its 文号."""

    number: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReplyServed:
    """How a reply was served, the proof of it, and why it was late where it was.

    By post the carrier and the number of the item; by hand who signed; electronically the address
    and the time of sending.
    """

    late_reason: str = ""
    carrier: Carrier = Carrier.POST_OFFICE
    tracking: str = ""
    signer: str = ""
    address: str = ""
    sent_at: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDelivered:
    """Who signed for a posted reply."""

    signer: str = ""


@dataclass(frozen=True, slots=True)
class ServiceFailed:
    """Why a reply did not reach the applicant."""

    reason: str


Matter = (
    ItemDecided
    | ItemWithdrawn
    | SearchRecorded
    | EarlierReplyCited
    | DraftSubmitted
    | ItemReviewed
    | DraftSentBack
    | ReplyApproved
    | ReplyDated
    | ReplyServed
    | ReplyDelivered
    | ServiceFailed
)
