"""What is said when a request is logged: what it is like, what is decided, what it lacks."""

from dataclasses import dataclass, replace

import typer

from states.clock.deadlines import ClockKey, running
from states.terms import label
from workflow.cli.desk import Desk, console
from workflow.cli.request.asking import go_on
from workflow.cli.request.likeness_pages import likeness_page
from workflow.i18n import Lang, Text, say_date
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.intake import LogRequest, lacks_of
from workflow.services.relating import (
    KeepApart,
    LinkRequests,
    MergeRequest,
    decide,
)
from workflow.services.similar import Asked, Found, similar_to
from workflow.wording.effects import effect_of

_NEW = Text("本件", "this one")
_STILL_NEW = Text("仍登记为新的一件吗？", "Register it as a new one?")
_CHOICES = Text(
    "登记时可以加 --merge-into、--link 或者 --keep-apart 编号，也可以登记后再定：",
    "With --merge-into, --link or --keep-apart it is decided at once, or later on:",
)
_AT_INTAKE = Text("登记时比对", "compared on registration")
_ONE_DECISION = Text(
    "--merge-into、--link、--keep-apart 只能用一个。",
    "Only one of --merge-into, --link and --keep-apart may be given.",
)
_LACKING = Text(
    "依照{article}，申请还缺少：{parts}；可以一次性告知补正{by}。",
    "Under {article} the application lacks: {parts}; the applicant may be asked once{by}.",
)
_BY = Text("，最迟{last_on}", ", by {last_on}")
_DECISIONS = ("merge", "link", "keep_apart")


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about a new request and one on record, or nothing yet."""

    kind: str = ""
    other: str = ""
    reason: str = ""

    @classmethod
    def named(
        cls, merge_into: str, link_to: str, apart_from: str, reason: str, lang: Lang
    ) -> "Decision":
        """Return what the options name; they name one decision at most."""
        named = zip(_DECISIONS, (merge_into, link_to, apart_from), strict=True)
        given = [(kind, other) for kind, other in named if other]
        if len(given) > 1:
            raise typer.BadParameter(_ONE_DECISION.say(lang))
        return cls(*given[0], reason.strip() or _AT_INTAKE.say(lang)) if given else cls()

    def make(self, number: str, logged: LogRequest, uow: UnitOfWork, desk: Desk) -> None:
        """Make the decision in the unit of work that registers the request."""
        if self.kind:
            first = logged.idempotency_key
            command = self._command(number, desk, f"{first}/{self.kind}" if first else None)
            decide(command, uow, at=desk.now, calendar=desk.office.calendar)

    def _command(
        self, number: str, desk: Desk, key: str | None
    ) -> MergeRequest | LinkRequests | KeepApart:
        if self.kind == "merge":
            return MergeRequest(
                number=number,
                into=self.other,
                reason=self.reason,
                actor=desk.actor,
                role=desk.role,
                idempotency_key=key,
            )
        pair = LinkRequests if self.kind == "link" else KeepApart
        return pair(
            number=number,
            other=self.other,
            reason=self.reason,
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key,
        )

    def effect(self, lang: Lang) -> str:
        """Return what the decision does."""
        return effect_of(self.kind, lang, number=_NEW.say(lang), other=self.other)


def likeness_before(desk: Desk, command: LogRequest) -> Found:
    """Return what looks like a request that is about to be registered; of a repeated form, nothing.

    The number that a repeated form has already is not a likeness of itself.
    """
    details = command.details
    asked = Asked(
        content=command.content,
        applicant=command.applicant,
        identity_kind=details.identity_kind,
        identity_number=details.identity_number,
        contacts=(command.contact, details.phone, details.email),
        channel=command.channel.value,
    )
    with desk.office.read() as view:
        if view.requests.registered_under(command.idempotency_key) is not None:
            return Found((), 0)
        return similar_to(view, asked)


def show_likeness(desk: Desk, found: Found, decision: Decision, *, yes: bool) -> None:
    """Show what looks alike and what each decision does, and ask whether to go on."""
    lang = desk.lang
    if found.alike:
        console().print(likeness_page(found, lang))
    if decision.kind:
        typer.echo(decision.effect(lang))
        return
    if not found.alike:
        return
    typer.echo(_CHOICES.say(lang))
    for kind in _DECISIONS:
        typer.echo(f"  {Decision(kind, found.alike[0].number).effect(lang)}")
    go_on(_STILL_NEW.say(lang), lang, yes=yes)


def plain_lacks(desk: Desk, number: str) -> list[dict[str, str]]:
    """Return what an application lacks, with the article of each part."""
    with desk.office.read() as view:
        lacks = lacks_of(view, number, today=desk.today)
    return [{"part": lack.part.value, "basis": lack.citation.short} for lack in lacks]


def say_lacks(desk: Desk, number: str) -> None:
    """Say what an application lacks, and until when its correction may be asked for."""
    lang = desk.lang
    with desk.office.read() as view:
        lacks = lacks_of(view, number, today=desk.today)
        clocks = running(view.requests.case(number), desk.office.calendar, desk.today)
    if not lacks:
        return
    named = (label("application_parts", lack.part, lang) for lack in lacks)
    whole = replace(lacks[0].citation, item=0)
    by = "".join(
        _BY.say(lang, last_on=say_date(clock.due, lang))
        for clock in clocks
        if clock.key is ClockKey.CORRECTION_NOTICE
    )
    said = _LACKING.say(
        lang,
        article=whole.full if lang is Lang.ZH else whole.english,
        parts=Text("、", ", ").say(lang).join(named),
        by=by,
    )
    typer.echo(said)
