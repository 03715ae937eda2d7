"""What people are told is said in brief in the office's groups and by telephone too."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from notifications.ports import Notice, Recipient
from workflow.records.tables.telling import OutboxRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.settings import Settings

# A group is told once, whoever in it was told one by one.
GROUPS = ("wecom", "dingtalk", "apprise")
_GROUP = Recipient("", "group")
_SMS = "sms"
_LATELY = timedelta(days=1)


def relay(uow: UnitOfWork, settings: Settings, channels: Collection[str], *, at: datetime) -> int:
    """Add to the outbox, in brief, what was added lately; what was added before is not again."""
    groups = [name for name in GROUPS if name in channels]
    phones = settings.sms.phones if _SMS in channels else {}
    if not groups and not phones:
        return 0
    rows = uow.outbox.added_since(at - _LATELY)
    return uow.outbox.add([one for row in rows for one in _briefs(row, groups, phones)])


def _briefs(row: OutboxRow, groups: list[str], phones: Mapping[str, str]) -> Iterator[Notice]:
    """Yield a row's brief for each group, and for the telephone of whoever it is for."""
    recipient = Recipient.parse(row.recipient)
    if row.due_on is None or row.channel in {*GROUPS, _SMS}:
        return
    brief = Notice(row.rule, row.request_number, row.due_on, _GROUP, "", row.subject, "")
    for name in groups:
        yield replace(brief, channel=name)
    if phone := phones.get(recipient.name):
        yield replace(brief, channel=_SMS, recipient=Recipient(recipient.name, phone))
