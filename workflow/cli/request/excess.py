"""Too many requests, from the terminal: counted, reasons asked and judged, a later date fixed."""

from datetime import date
from typing import Annotated

import typer

from workflow.cli.desk import opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    SentByOption,
    TrackingOption,
    VersionOption,
    filled,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.cli.values import day_option
from workflow.i18n import Lang, Text
from workflow.records.beside import Reason, ReasonsAsked
from workflow.services.handling.excess import (
    AskReasons,
    Count,
    FixLaterDate,
    Frequency,
    JudgeReasons,
    ReceiveReasons,
    ask_reasons,
    fix_later_date,
    frequency,
    judge_reasons,
    receive_reasons,
)

app = command_group("申请数量、频次明显过多。")

ReasonOption = Annotated[str, typer.Option("--reason", help="理由。")]

_SPANS = {
    "month": Text("本月", "this month"),
    "quarter": Text("本季度", "this quarter"),
    "year": Text("本年", "this year"),
}
_COUNTED = Text(
    "{span}（{first} 至 {last}）　{n} 件",
    "{span} ({first} to {last})  {n}",
)
_APPLICANT = Text(
    "{applicant} 的申请，按收到日期计：", "Requests of {applicant}, by their day of receipt:"
)
_FOR_A_PERSON_TO_SAY = Text(
    "是否明显超过合理范围，由本机关认定（条例(2019) 第三十五条）。",
    "Whether that is clearly beyond reason is for the office to say (OGI Regulations, art. 35).",
)


@app.command("reasons-count", help="同一申请人在这个月、这个季度、这一年提出了几件申请。")
def count(
    ctx: typer.Context,
    number: NumberArgument,
    *,
    as_json: JsonOption = False,
) -> None:
    """Count the applicant's requests in the month, quarter and year of one."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        found = frequency(view, number)
        if as_json:
            print_json({"number": number, **{name: _plain(_of(found, name)) for name in _SPANS}})
            return
        typer.echo(_APPLICANT.say(desk.lang, applicant=found.applicant))
        for name in _SPANS:
            typer.echo(f"  {_line(name, _of(found, name), desk.lang)}")
        typer.echo(_FOR_A_PERSON_TO_SAY.say(desk.lang))


@app.command("reasons-ask", help="要求申请人说明理由；当时的件数一并记下。")
def ask(
    ctx: typer.Context,
    number: NumberArgument,
    question: Annotated[str, typer.Option("--question", help="需要说明什么。")] = "",
    answer_by: Annotated[date | None, day_option("--by", "请在哪一天之前说明。")] = None,
    sent_by: SentByOption = "",
    tracking: TrackingOption = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Ask the applicant for reasons."""
    with opened_desk(ctx) as desk:
        command = AskReasons(
            **taker(desk, number, on, None, version, key),
            asked=ReasonsAsked(
                question=question, answer_by=answer_by, sent_by=sent_by, tracking=tracking
            ),
        )
        perform(desk, ask_reasons, command, as_json=as_json)


@app.command("reasons-receive", help="登记申请人说明的理由。")
def receive(
    ctx: typer.Context,
    number: NumberArgument,
    reason: ReasonOption,
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record the reasons that the applicant gave."""
    with opened_desk(ctx) as desk:
        command = ReceiveReasons(
            **taker(desk, number, on, None, version, key),
            reasons=Reason(reason=filled(reason, "--reason", desk.lang)),
        )
        perform(desk, receive_reasons, command, as_json=as_json)


@app.command("reasons-judge", help="认定理由是否合理：不合理的不予处理，合理的可以延迟答复。")
def judge(
    ctx: typer.Context,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="这样认定的理由。")],
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    reasonable: Annotated[
        bool, typer.Option("--reasonable/--unreasonable", help="合理，或者不合理。")
    ],
    as_json: JsonOption = False,
) -> None:
    """Judge the reasons that the applicant gave."""
    with opened_desk(ctx) as desk:
        command = JudgeReasons(
            **taker(desk, number, on, None, version, key),
            reasonable=reasonable,
            reason=Reason(reason=filled(reason, "--reason", desk.lang)),
        )
        perform(desk, judge_reasons, command, as_json=as_json)


@app.command("reasons-delay", help="理由合理但来不及答复的，登记已告知申请人延迟答复的日期。")
def delay(
    ctx: typer.Context,
    number: NumberArgument,
    new_due: Annotated[date, day_option("--new-due", "延迟到哪一天。")],
    reason: ReasonOption = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that the applicant was told a later date."""
    with opened_desk(ctx) as desk:
        command = FixLaterDate(
            **taker(desk, number, on, acknowledge, version, key),
            new_due=new_due,
            reason=Reason(reason=reason.strip()),
        )
        perform(desk, fix_later_date, command, as_json=as_json)


def _of(found: Frequency, name: str) -> Count:
    spans = {"month": found.month, "quarter": found.quarter, "year": found.year}
    return spans[name]


def _line(name: str, counted: Count, lang: Lang) -> str:
    span = _SPANS[name].say(lang)
    return _COUNTED.say(lang, span=span, first=counted.first, last=counted.last, n=len(counted))


def _plain(counted: Count) -> dict[str, object]:
    return {
        "from": counted.first,
        "to": counted.last,
        "count": len(counted),
        "numbers": list(counted.numbers),
    }
