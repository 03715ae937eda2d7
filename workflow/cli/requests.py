"""`disclosure request`: log a request, see the worklist, look into one, take a step, annul one."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Step
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request_pages import case_page, misfit_lines, offers_page, worklist_page
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text
from workflow.records.worklists import Wanted
from workflow.services.amending import Annul, annul
from workflow.services.casefile import CaseFile, case_file
from workflow.services.intake import LogRequest, log_request
from workflow.services.moves import MakeMove, make_move
from workflow.services.worklist import worklist
from workflow.wording import refusal_sentence

app = command_group("登记、查看和办理申请。")

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
NumberArgument = Annotated[str, typer.Argument(help="登记编号。", metavar="编号")]
KeyOption = Annotated[
    str, typer.Option("--key", help="幂等键：同一个键重复提交只生效一次。", metavar="KEY")
]

_LOGGED = Text("已登记：{number}", "Registered: {number}")
_MOVED = Text("已登记：{number}　{move}　{on}", "Recorded: {number}  {move}  {on}")
_ANNULLED = Text("已撤销第 {seq} 项记录：{number}", "Record {seq} of {number} is annulled")
_UNFIT = Text(
    "撤销之后，下列记录不再符合规定，请核对：",
    "Without it these records no longer fit; look at them:",
)
_NOTHING = Text("没有待办的申请。", "No request is open.")
_DUE = Text("答复期限：{due}", "Answer due: {due}")


@app.command("log", help="登记一件申请。未写日期的，视为今天当面提交。")
def log(
    ctx: typer.Context,
    applicant: Annotated[str, typer.Option("--applicant", help="申请人姓名或名称。")],
    content: Annotated[str, typer.Option("--content", help="所需政府信息的内容描述。")],
    channel: Annotated[
        str, typer.Option("--channel", help="收到方式：当面、信函、平信、网上、传真、电子邮件。")
    ] = "当面",
    kind: Annotated[
        str, typer.Option("--kind", help="申请人类别，如 自然人、商业企业。")
    ] = "自然人",
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    officer: Annotated[str, typer.Option("--officer", help="经办人。")] = "",
    note: Annotated[str, typer.Option("--note", help="备注。")] = "",
    number: Annotated[str, typer.Option("--number", help="登记编号；不写则自动编号。")] = "",
    submitted: Annotated[date | None, day_option("--submitted", "提交日期。")] = None,
    arrived: Annotated[date | None, day_option("--arrived", "平信到达日期。")] = None,
    signed: Annotated[date | None, day_option("--signed", "签收日期。")] = None,
    confirmed: Annotated[date | None, day_option("--confirmed", "与申请人确认的日期。")] = None,
    received: Annotated[date | None, day_option("--received", "已经确定的收到日期。")] = None,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Log a request, and say its number and its due date."""
    with opened_desk(ctx) as desk:
        command = LogRequest(
            channel=Channel(by_code_or_name("channels", channel, "--channel", desk.lang)),
            applicant=_filled(applicant, "--applicant", desk.lang),
            content=_filled(content, "--content", desk.lang),
            applicant_kind=by_code_or_name("applicants", kind, "--kind", desk.lang),
            contact=contact,
            note=note,
            case_officer=officer,
            number=number,
            submitted_on=submitted,
            arrived_on=arrived,
            signed_on=signed,
            confirmed_on=confirmed,
            received_on=received,
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            given = log_request(command, uow, at=desk.now, calendar=desk.office.calendar)
        _tell(desk, given, _LOGGED.say(desk.lang, number=given), as_json=as_json)


@app.command("list", help="待办清单：按剩余工作日排列，带红黄绿灯。")
def worklist_command(
    ctx: typer.Context,
    text: Annotated[str, typer.Option("--search", help="在编号、申请人、内容中查找。")] = "",
    officer: Annotated[str, typer.Option("--officer", help="只看某位经办人。")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多列出多少件。")] = 50,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the open requests, the most urgent first."""
    with opened_desk(ctx) as desk:
        wanted = Wanted(text=text, case_officer=officer or None)
        with desk.office.read() as view:
            lines = worklist(
                view, today=desk.today, calendar=desk.office.calendar, wanted=wanted, limit=limit
            )
        if as_json:
            print_json([asdict(line) for line in lines])
        elif lines:
            console().print(worklist_page(lines, desk.today, desk.lang))
        else:
            typer.echo(_NOTHING.say(desk.lang))


@app.command("show", help="查看一件申请：经过、各项期限和逐日计算。")
def show(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show a request with its history and its explained clock."""
    with opened_desk(ctx) as desk:
        found = _file(desk, number)
        if as_json:
            print_json(found.as_plain())
        else:
            console().print(case_page(found, desk.office.calendar, desk.lang))


@app.command("steps", help="今天可以办理哪些步骤，不能办的说明理由和条款。")
def steps(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the moves from where a request stands, lawful or not, with why."""
    with opened_desk(ctx) as desk:
        offers = _file(desk, number).offers
        if as_json:
            print_json(
                [
                    {
                        "move": offer.move.name,
                        "lawful": offer.is_lawful,
                        "refusals": [
                            {"code": refusal.code, "message": refusal_sentence(refusal, desk.lang)}
                            for refusal in offer.refusals
                        ],
                    }
                    for offer in offers
                ]
            )
        else:
            console().print(offers_page(offers, desk.lang))


@app.command("move", help="办理一步，如 request_correction、extend、post_reply。")
def move(
    ctx: typer.Context,
    number: NumberArgument,
    name: Annotated[str, typer.Argument(help="步骤（见 steps）。", metavar="步骤")],
    on: Annotated[date | None, day_option("--on", "发生日期；不写则为今天。")] = None,
    ref: Annotated[str, typer.Option("--ref", help="征求意见的编号。")] = "",
    workdays: Annotated[int, typer.Option("--workdays", min=0, help="工作日数。")] = 0,
    new_due: Annotated[date | None, day_option("--new-due", "延迟答复的新期限。")] = None,
    outcome: Annotated[str, typer.Option("--outcome", help="答复类型，如 予以公开。")] = "",
    acknowledge: Annotated[
        list[str] | None,
        typer.Option("--acknowledge", help="确认照实登记的违期事项（代码）。"),
    ] = None,
    version: Annotated[int, typer.Option("--version", help="所见版本；不写则不核对。")] = -1,
    key: KeyOption = "",
    *,
    not_co_producer: Annotated[
        bool, typer.Option("--not-co-producer", help="所征求的机关不是共同制作机关。")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a move on a request."""
    with opened_desk(ctx) as desk:
        command = MakeMove(
            number=number,
            move=name,
            actor=desk.actor,
            role=desk.role,
            on=on,
            ref=ref,
            workdays=workdays,
            new_due=new_due,
            co_producer=not not_co_producer,
            outcome=_outcome(outcome, desk.lang),
            acknowledged=tuple(acknowledge or ()),
            expected_version=None if version < 0 else version,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            entry = make_move(command, uow, at=desk.now, calendar=desk.office.calendar)
        words = _MOVED.say(desk.lang, number=number, move=name, on=entry.happened_on)
        _tell(desk, number, words, as_json=as_json)


@app.command("annul", help="撤销登记错误的一项（须写明理由）；后面的各步重新判断。")
def annul_command(
    ctx: typer.Context,
    number: NumberArgument,
    seq: Annotated[int, typer.Argument(help="记录序号（见 show）。", metavar="序号")],
    reason: Annotated[str, typer.Option("--reason", help="撤销理由。")],
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Annul an event with a reason, and list what no longer fits without it."""
    with opened_desk(ctx) as desk:
        command = Annul(
            number=number,
            seq=seq,
            reason=_filled(reason, "--reason", desk.lang),
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            unfit = annul(command, uow, at=desk.now, calendar=desk.office.calendar)
        if as_json:
            print_json({"number": number, "annulled": seq, "unfit": [asdict(one) for one in unfit]})
            return
        typer.echo(_ANNULLED.say(desk.lang, seq=seq, number=number))
        if unfit:
            typer.echo(_UNFIT.say(desk.lang))
            for line in misfit_lines(unfit, desk.lang):
                typer.echo(line)


def _file(desk: Desk, number: str) -> CaseFile:
    step = Step("", desk.today, desk.today, desk.role)
    with desk.office.read() as view:
        return case_file(view, number, step, desk.office.calendar)


def _tell(desk: Desk, number: str, words: str, *, as_json: bool) -> None:
    """Say what was done and where the request now stands."""
    with desk.office.read() as view:
        row = view.requests.find(number)
    if as_json:
        print_json(
            {
                "number": number,
                "state": row.state,
                "received_on": row.received_on,
                "answer_due": row.answer_due,
                "provisional": row.provisional,
                "version": row.version,
            }
        )
        return
    typer.echo(words)
    if row.answer_due is not None and row.closed_on is None:
        typer.echo(_DUE.say(desk.lang, due=row.answer_due))


def _filled(value: str, option: str, lang: Lang) -> str:
    """Return a text that may not be blank."""
    if value.strip():
        return value.strip()
    said = Text("{option} 不能为空，请填写。", "{option} may not be empty.")
    raise typer.BadParameter(said.say(lang, option=option))


def _outcome(words: str, lang: Lang) -> Outcome | None:
    return Outcome(by_code_or_name("outcomes", words, "--outcome", lang)) if words else None
