"""One round of telling for an office: what should be said by now, and sending what waits."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from notifications.dispatch import LEASE, DrainResult, drain
from notifications.messages import Lang
from notifications.ports import Channel
from states.calendar.workdays import WorkCalendar
from workflow.clock import Clock
from workflow.i18n import Lang as WordsIn
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.relaying import relay
from workflow.services.reminding import Planned, plan_reminders
from workflow.services.report_drafts import draft_last_year, remind_of_reports
from workflow.services.undelivered import tell_of_undelivered
from workflow.settings import Settings

# How much one round sends at most: what is left waits a minute.
MOST = 2_000


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


def tell(
    office: str,
    work: Callable[[], AbstractContextManager[UnitOfWork]],
    channels: Mapping[str, Channel],
    clock: Clock,
    *,
    calendar: WorkCalendar,
    channel: str,
    lang: Lang,
    settings: Settings | None = None,
) -> Round:
    """Put into the outbox what should be said by now, and then send what waits."""
    with work() as uow:
        planned = plan(
            uow,
            office,
            channels,
            at=clock.now(),
            calendar=calendar,
            channel=channel,
            lang=lang,
            settings=settings,
        )
    return Round(office, planned, send(work, channels, clock, lang=lang))


def plan(
    uow: UnitOfWork,
    office: str,
    channels: Mapping[str, Channel],
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str,
    lang: Lang,
    settings: Settings | None = None,
) -> Planned:
    """Put everything into the outbox that should be said by now: of requests, reports, to groups.

    On the first round of a year the draft of last year's report appears.
    """
    planned = plan_reminders(uow, office, at=at, calendar=calendar, channel=channel, lang=lang)
    draft_last_year(uow, at=at, calendar=calendar)
    reports = remind_of_reports(uow, office, at=at, calendar=calendar, channel=channel, lang=lang)
    briefs = relay(uow, settings, channels, at=at) if settings is not None else 0
    return replace(planned, added=planned.added + reports + briefs)


def send(
    work: Callable[[], AbstractContextManager[UnitOfWork]],
    channels: Mapping[str, Channel],
    clock: Clock,
    *,
    lang: Lang,
    lease: timedelta = LEASE,
) -> DrainResult:
    """Send what waits, and tell of what is given up; any number of processes may at once."""
    told = partial(tell_of_undelivered, clock=clock, lang=WordsIn(lang.value))
    return drain(work, channels, clock.now, limit=MOST, lease=lease, given_up=told)
