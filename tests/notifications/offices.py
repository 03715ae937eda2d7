"""A small office to remind: its people, its deadlines, its requests."""

from collections.abc import Mapping, Sequence
from datetime import date

from notifications.plan import Subject
from notifications.ports import Recipient
from notifications.rules import Audience
from states.citation import cite
from states.clock.deadlines import ClockKey, Deadline
from states.statute.instruments import OGI_2019

OFFICER = Recipient("陈经办", "chen@office.example")
HEAD = Recipient("林主任", "lin@office.example")
CLERK = Recipient("", "desk@office.example")
EVERYONE = {
    Audience.CASE_OFFICER: (OFFICER,),
    Audience.HEAD_OF_OFFICE: (HEAD,),
    Audience.ALL_CLERKS: (CLERK,),
}


def a_deadline(
    due: date,
    *,
    key: ClockKey = ClockKey.REPLY,
    provisional: bool = False,
    conservative: date | None = None,
    paused: bool = False,
) -> Deadline:
    """Return the end of an answering period under the 2019 Regulations."""
    citation = cite(OGI_2019, 33, 2)
    return Deadline(key, due, provisional, citation, conservative=conservative, paused=paused)


def a_subject(
    *deadlines: Deadline,
    request_no: str = "净公开申〔2026〕3号",
    case_officer: str = "陈经办",
    recipients: Mapping[Audience, Sequence[Recipient]] = EVERYONE,
) -> Subject:
    """Return an open request of the town with these deadlines."""
    return Subject(request_no, "净峰镇人民政府", case_officer, deadlines, recipients)
