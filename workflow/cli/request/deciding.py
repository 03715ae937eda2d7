"""What is said when a request is logged: what it is like, what is decided, what it lacks."""

from dataclasses import replace

import typer

from states.clock.deadlines import ClockKey, running
from states.terms import label
from workflow.cli.desk import Desk, console
from workflow.cli.request.asking import go_on
from workflow.cli.request.likeness_pages import likeness_page
from workflow.i18n import Lang, Text, say_date
from workflow.services.intake import LogRequest, lacks_of
from workflow.services.likeness import UNDECIDED, Decision, DecisionKind, like_what_comes
from workflow.services.similar import Found
from workflow.wording.likeness import AT_INTAKE

_STILL_NEW = Text("仍登记为新的一件吗？", "Register it as a new one?")
_CHOICES = Text(
    "登记时可以加 --merge-into、--link 或者 --keep-apart 编号，也可以登记后再定：",
    "With --merge-into, --link or --keep-apart it is decided at once, or later on:",
)
_ONE_DECISION = Text(
    "--merge-into、--link、--keep-apart 只能用一个。",
    "Only one of --merge-into, --link and --keep-apart may be given.",
)
_LACKING = Text(
    "依照{article}，申请还缺少：{parts}；可以一次性告知补正{by}。",
    "Under {article} the application lacks: {parts}; the applicant may be asked once{by}.",
)
_BY = Text("，最迟{last_on}", ", by {last_on}")


def decision_named(
    merge_into: str, link_to: str, apart_from: str, reason: str, lang: Lang
) -> Decision:
    """Return the decision that the options name; they name one at most."""
    named = zip(DecisionKind, (merge_into, link_to, apart_from), strict=True)
    given = [(kind, other) for kind, other in named if other]
    if len(given) > 1:
        raise typer.BadParameter(_ONE_DECISION.say(lang))
    return Decision(*given[0], reason.strip() or AT_INTAKE.say(lang)) if given else UNDECIDED


def likeness_before(desk: Desk, command: LogRequest) -> Found:
    """Return what looks like a request that is about to be registered."""
    with desk.office.read() as view:
        return like_what_comes(command, view)


def show_likeness(desk: Desk, found: Found, decision: Decision, *, yes: bool) -> None:
    """Show what looks alike and what each decision does, and ask whether to go on."""
    lang = desk.lang
    if found.alike:
        console().print(likeness_page(found, lang))
    if decision.kind is not None:
        typer.echo(decision.effect(lang))
        return
    if not found.alike:
        return
    typer.echo(_CHOICES.say(lang))
    for kind in DecisionKind:
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
