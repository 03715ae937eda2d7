"""What a story is, who tells it, and the acts that many stories share."""

from dataclasses import dataclass

from states.statute.receipt import Channel
from workflow.demo.replies import Act


@dataclass(frozen=True, slots=True)
class Story:
    """One request, and what became of it."""

    content: str
    applicant: str
    kind: str
    channel: Channel
    officer: str
    ago: int
    acts: tuple[Act, ...] = ()
    confirmed_after: int | None = 0


STAFF = (
    ("王小兰", "clerk"),
    ("李建国", "clerk"),
    ("陈志明", "head_of_office"),
    ("林秀英", "reviewer"),
)
WANG, LI = "王小兰", "李建国"

PERSON, COMPANY = "natural_person", "company"
RESEARCH, CHARITY, LAWYERS, OTHER = "research", "public_interest", "legal_service", "other"
HAND, SIGNED, LETTER = Channel.IN_PERSON, Channel.POST_SIGNED, Channel.POST_ORDINARY
WEB, FAX, MAIL = Channel.INTERNET, Channel.FAX, Channel.EMAIL


def corrected(asked: int, received: int) -> tuple[Act, ...]:
    """Ask for a correction, and receive it."""
    return (
        Act("request_correction", asked, workdays=15),
        Act("receive_correction", received),
    )


def extended(approved: int, workdays: int) -> tuple[Act, ...]:
    """Approve an extension, and notify it the same day."""
    return (
        Act("approve_extension", approved),
        Act("extend", approved, workdays=workdays),
    )
