"""The channels that the settings give, and one round of telling for an office."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TextIO

from notifications.channels.console import ConsoleChannel
from notifications.channels.email import EmailChannel, Security, SmtpServer
from notifications.channels.registry import by_name
from notifications.dispatch import DrainResult, drain
from notifications.messages import Lang
from notifications.ports import Channel, Recipient
from states.calendar.workdays import WorkCalendar
from workflow.clock import Clock
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.errors import MailServerMissingError
from workflow.services.reminding import Planned, plan_reminders
from workflow.services.report_drafts import draft_last_year, remind_of_reports
from workflow.settings import Settings, SmtpSettings

_PORT_OF_TLS = 465


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one round: what was planned anew, and what became of what waited."""

    office: str
    planned: Planned
    drained: DrainResult

    @property
    def is_clean(self) -> bool:
        """Whether somebody could be told, and whatever waited was sent."""
        return self.planned.somebody_to_tell and not (self.drained.failed or self.drained.retried)


def channels_of(settings: Settings, clock: Clock, stream: TextIO) -> Mapping[str, Channel]:
    """Return the channels there are: the console always, email where a mail server is set."""
    console = ConsoleChannel(stream)
    if not settings.smtp.host:
        return by_name(console)
    return by_name(console, EmailChannel(_server(settings.smtp), clock.now))


def check_mail(settings: Settings) -> None:
    """Raise MailServerMissingError unless email can be sent."""
    if not settings.smtp.host:
        raise MailServerMissingError("DISCLOSURE_SMTP__HOST")
    _server(settings.smtp)


def tell(
    office: str,
    work: Callable[[], AbstractContextManager[UnitOfWork]],
    channels: Mapping[str, Channel],
    clock: Clock,
    *,
    calendar: WorkCalendar,
    channel: str,
    lang: Lang,
) -> Round:
    """Put into the outbox what should be said by now, and then send what waits.

    On the first round of a year the draft of last year's report appears.
    """
    with work() as uow:
        at = clock.now()
        planned = plan_reminders(uow, office, at=at, calendar=calendar, channel=channel, lang=lang)
        draft_last_year(uow, at=at, calendar=calendar)
        reports = remind_of_reports(
            uow, office, at=at, calendar=calendar, channel=channel, lang=lang
        )
        planned = replace(planned, added=planned.added + reports)
    return Round(office, planned, drain(work, channels, clock.now))


def _server(smtp: SmtpSettings) -> SmtpServer:
    sender = Recipient.parse(smtp.sender or smtp.user)
    if "@" not in sender.address:
        raise MailServerMissingError("DISCLOSURE_SMTP__SENDER")
    return SmtpServer(
        host=smtp.host,
        sender=sender,
        port=smtp.port,
        security=_security(smtp),
        username=smtp.user,
        password=smtp.password.get_secret_value(),
    )


def _security(smtp: SmtpSettings) -> Security:
    if smtp.port == _PORT_OF_TLS:
        return Security.TLS
    return Security.STARTTLS if smtp.starttls else Security.NONE
