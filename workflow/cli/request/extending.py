"""Extensions from the terminal: previewed, asked for, decided, told."""

from typing import Annotated

import typer

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    VersionOption,
    filled,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.cli.request.waiting_pages import outlook_line, waiting_table
from workflow.i18n import Text
from workflow.records.beside import Reason
from workflow.services.handling.extending import (
    AskExtension,
    DecideExtension,
    Outlook,
    TellExtension,
    ask_extension,
    decide_extension,
    outlook,
    tell_extension,
    waiting_extensions,
)

app = command_group("延长答复期限。")

WorkdaysOption = Annotated[int, typer.Option("--workdays", min=1, help="延长的工作日数。")]
LengthOption = Annotated[
    int, typer.Option("--workdays", min=0, help="工作日数；不写则按提请或者同意的天数。")
]

_NONE_WAITING = Text("没有等待决定的延长申请。", "No extension awaits a decision.")


@app.command("extend-preview", help="延长之后答复期限会变成哪一天；只看，不登记。")
def preview(
    ctx: typer.Context,
    number: NumberArgument,
    workdays: WorkdaysOption,
    on: OnOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what an extension would do."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        found = outlook(
            view.requests.case(number), workdays, on or desk.today, desk.office.calendar
        )
        if as_json:
            print_json(_plain(found))
        else:
            typer.echo(outlook_line(found, desk.lang))


@app.command("extend-ask", help="提请延长答复期限，写明理由；由负责人决定。")
def ask(
    ctx: typer.Context,
    number: NumberArgument,
    workdays: WorkdaysOption,
    reason: Annotated[str, typer.Option("--reason", help="需要延长的理由。")],
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Ask the head of office for an extension."""
    with opened_desk(ctx) as desk:
        command = AskExtension(
            **taker(desk, number, on, acknowledge, version, key),
            workdays=workdays,
            reason=Reason(reason=filled(reason, "--reason", desk.lang)),
        )
        perform(desk, ask_extension, command, as_json=as_json)
        if not as_json:
            with desk.office.read() as view:
                case = view.requests.case(number)
                found = outlook(case, workdays, desk.today, desk.office.calendar)
            typer.echo(outlook_line(found, desk.lang))


@app.command("extend-approve", help="负责人同意延长；可以少于提请的天数。")
def approve(
    ctx: typer.Context,
    number: NumberArgument,
    workdays: LengthOption = 0,
    reason: Annotated[str, typer.Option("--reason", help="意见。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Consent to an extension, as the head of office."""
    with opened_desk(ctx) as desk:
        command = DecideExtension(
            **taker(desk, number, on, acknowledge, version, key),
            approved=True,
            workdays=workdays,
            reason=Reason(reason=reason.strip()),
        )
        perform(desk, decide_extension, command, as_json=as_json)


@app.command("extend-refuse", help="负责人不同意延长，写明理由。")
def refuse(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="不同意的理由。")],
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Refuse an extension, as the head of office."""
    with opened_desk(ctx) as desk:
        command = DecideExtension(
            **taker(desk, number, on, None, version, key),
            approved=False,
            reason=Reason(reason=filled(reason, "--reason", desk.lang)),
        )
        perform(desk, decide_extension, command, as_json=as_json)


@app.command("extend-tell", help="登记已将延长告知申请人：期限自此改变。")
def tell(
    ctx: typer.Context,
    number: NumberArgument,
    workdays: LengthOption = 0,
    reason: Annotated[str, typer.Option("--reason", help="告知的理由。")] = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that the applicant was told of an extension."""
    with opened_desk(ctx) as desk:
        command = TellExtension(
            **taker(desk, number, on, acknowledge, version, key),
            workdays=workdays,
            reason=Reason(reason=reason.strip()),
        )
        perform(desk, tell_extension, command, as_json=as_json)


@app.command("extensions", help="等待负责人决定的延长申请。")
def extensions(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List the extensions that wait for the head of office."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        found = list(waiting_extensions(view, today=desk.today, calendar=desk.office.calendar))
        if as_json:
            print_json(
                [
                    {
                        "number": one.number,
                        "asked_by": one.asked_by,
                        "asked_on": one.asked_on,
                        "reason": one.reason,
                        **_plain(one.outlook),
                    }
                    for one in found
                ]
            )
        elif found:
            console().print(waiting_table(found, desk.lang))
        else:
            typer.echo(_NONE_WAITING.say(desk.lang))


def _plain(found: Outlook) -> dict[str, object]:
    return {
        "workdays": found.workdays,
        "told_on": found.told_on,
        "due": found.due,
        "extended_due": found.extended_due,
        "provisional": found.provisional,
        "void": found.is_void,
        "basis": found.citation.short,
    }
