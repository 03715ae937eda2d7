"""`disclosure worker`: the tick that plans reminders from the records, and sends what waits."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import typer

from notifications.messages import Lang as NoticeLang
from notifications.ports import Channel
from notifications.scheduler import Job, run_forever, slot_of
from workflow.bootstrap import Installation, Office
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.desk import opened_installation
from workflow.cli.help import command_group
from workflow.cli.retention import clear_files
from workflow.clock import legal_date
from workflow.i18n import Lang, Text
from workflow.jobs.on_procrastinate import ProcrastinateQueue
from workflow.jobs.running import JobName, Queue
from workflow.recovery.watching import watch
from workflow.services.channels import channels_of, check_mail
from workflow.services.delivering import Round, send, tell
from workflow.services.handling.lapsing import lapse_by_setting
from workflow.services.reminding import channel_for
from workflow.services.retention import forget_all

_HELP = "运行提醒调度：每十分钟按记录安排提醒并发出；同一提醒只发一次。"
_JOB = "tick"
_VERIFY = "verify"
_FORGET = "forget"
_SLOT_MINUTES = 10

app = command_group(_HELP)

_ROUND = Text(
    "{office}：新提醒 {added} 条；发出 {sent}，待重试 {retried}，放弃 {failed}。",
    "{office}: {added} new; {sent} sent, {retried} to be tried again, {failed} given up.",
)
_QUEUED = Text("已排队 {n} 件作业。", "{n} jobs queued.")
_LAPSED = Text(
    "{office}：{number} 期满，已按设置视为放弃。",
    "{office}: {number} has lapsed, as the setting has it.",
)
_BROKEN = Text(
    "{office}：记录核验不通过；请执行 disclosure verify 查看。",
    "{office}: the records do not verify; see disclosure verify.",
)
_FORGOTTEN = Text(
    "{office}：{number} 保存期限届满，申请人信息已匿名化。",
    "{office}: the term of {number} is over; it names nobody now.",
)
_NOBODY_TO_TELL = Text(
    "{office}：没有可以提醒的人；用 disclosure staff add 登记人员及其电子邮件。",
    "{office}: nobody can be told; enter people and their email with disclosure staff add.",
)


class By(StrEnum):
    """The channels that the command line may name."""

    CONSOLE = "console"
    EMAIL = "email"


@app.command(help=_HELP)
def worker(
    ctx: typer.Context,
    channel: Annotated[
        By | None,
        typer.Option("--channel", help="发送渠道；默认：设置了邮件服务器的用邮件，否则用控制台。"),
    ] = None,
    *,
    once: Annotated[bool, typer.Option("--once", help="只运行一轮。")] = False,
    queue: Annotated[
        bool,
        typer.Option(
            "--queue",
            help="把各机关的安排和发送排进 PostgreSQL 的作业队列，由 disclosure jobs 分担。",
        ),
    ] = False,
) -> None:
    """Run the tick once, or at its times until told to stop."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        if channel is By.EMAIL:
            check_mail(installation.settings)
        by = channel_for(installation.settings) if channel is None else channel.value
        ticker = a_ticker(installation, by, said.lang)
        if queue:
            ticker = replace(ticker, queue=_queue_of(installation))
        if once:
            raise typer.Exit(ticker.once())
        run_forever(ticker.in_turn, *ticker.jobs())


def _queue_of(installation: Installation) -> Queue:
    queue = ProcrastinateQueue(installation)
    queue.set_up()
    return queue


def a_ticker(installation: Installation, channel: str, lang: Lang) -> "Ticker":
    """Return what tells an installation's people, its channels set up once for all rounds."""
    channels = channels_of(installation.settings, installation.clock, sys.stdout)
    return Ticker(installation, channel, lang, channels)


@dataclass(frozen=True, slots=True)
class Ticker:
    """One installation, told by one channel."""

    installation: Installation
    channel: str
    lang: Lang
    channels: Mapping[str, Channel]
    queue: Queue | None = None

    def jobs(self) -> tuple[Job, ...]:
        """Return what is done beside the tick: sending again each minute, verifying each night."""
        return (
            Job("send", self.send, hour="7-20"),
            Job("verify", self.verify_in_turn, hour="2", minute="30", apart=True),
        )

    def in_turn(self) -> None:
        """Tick, unless another process has taken this slot."""
        if self._takes(_JOB, slot_of(self.installation.clock.now(), _SLOT_MINUTES)):
            self.once()

    def send(self) -> None:
        """Send what waits; as many processes as there are share it."""
        for office in self.installation.offices():
            send(office.work, self.channels, office.clock, lang=self._notice_lang)

    def verify_in_turn(self) -> None:
        """Prove once a day that nothing on record was changed and that there is a backup."""
        today = legal_date(self.installation.clock.now())
        if not self._takes(_VERIFY, today.isoformat()):
            return
        for office in watch(self.installation, self.channel):
            typer.echo(_BROKEN.say(self.lang, office=office), err=True)

    def _takes(self, job: str, slot: str) -> bool:
        with self.installation.work() as uow:
            return uow.slots.take(job, slot, self.installation.clock.now())

    @property
    def _notice_lang(self) -> NoticeLang:
        return NoticeLang(self.installation.settings.lang)

    def once(self) -> ExitCode:
        """Tell every office's people, and say what came of it."""
        if self.installation.settings.lapse_automatically:
            for office in self.installation.offices():
                self._lapse(office)
        self._forget()
        if self.queue is not None:
            typer.echo(_QUEUED.say(self.lang, n=self._put(self.queue)), err=True)
            return ExitCode.OK
        rounds = [self._round(office) for office in self.installation.offices()]
        for one in rounds:
            typer.echo(_line(one, self.lang), err=True)
        return ExitCode.OK if all(one.is_clean for one in rounds) else ExitCode.FAILURE

    def _put(self, queue: Queue) -> int:
        """Queue what is to be done for every office, and return how many jobs are new."""
        slot = slot_of(self.installation.clock.now(), _SLOT_MINUTES)
        with queue.putting() as opened:
            return sum(
                opened.put(
                    job, office.name, {"office": office.name, "channel": self.channel}, slot=slot
                )
                for office in self.installation.offices()
                for job in (JobName.SWEEP, JobName.SEND)
            )

    def _lapse(self, office: Office) -> None:
        """Deem abandoned what may be, in the system's name, and say which."""
        with office.work() as uow:
            lapsed = lapse_by_setting(uow, at=office.clock.now(), calendar=office.calendar)
        for number, _ in lapsed:
            typer.echo(_LAPSED.say(self.lang, office=office.name, number=number), err=True)

    def _forget(self) -> None:
        """Make nameless whoever's term is over, in the system's name, once a day."""
        settings, now = self.installation.settings, self.installation.clock.now()
        if not settings.forget_automatically or settings.retention_years is None:
            return
        if not self._takes(_FORGET, legal_date(now).isoformat()):
            return
        for office in self.installation.offices():
            done = forget_all(office.work, settings.retention_years, office.clock, office.calendar)
            for number in done:
                typer.echo(_FORGOTTEN.say(self.lang, office=office.name, number=number), err=True)
        clear_files(self.installation)

    def _round(self, office: Office) -> Round:
        installation, settings = self.installation, self.installation.settings
        return tell(
            office.name,
            office.work,
            self.channels,
            installation.clock,
            calendar=office.calendar,
            channel=self.channel,
            lang=self._notice_lang,
            settings=settings,
        )


def _line(one: Round, lang: Lang) -> str:
    if not one.planned.somebody_to_tell:
        return _NOBODY_TO_TELL.say(lang, office=one.office)
    drained = one.drained
    return _ROUND.say(
        lang,
        office=one.office,
        added=one.planned.added,
        sent=drained.sent,
        retried=drained.retried,
        failed=drained.failed,
    )
