"""`disclosure record-correction`: applications to have one's own records corrected (更正)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text as RichText

from states.statute.own_records import RecordsResult
from states.terms import label
from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.pages import LIGHTS, say_short
from workflow.cli.values import by_code_or_name, day_option
from workflow.i18n import Lang, Text
from workflow.records.facts import RecordsCorrection
from workflow.services.records_corrections import (
    ConcludeRecords,
    RecordsLine,
    conclude_records,
    log_records,
    records_line,
    records_lines,
)
from workflow.services.worklist import mask

app = command_group("更正本人信息的申请：登记、查看、办结；不计入申请统计。")

IdArgument = Annotated[int, typer.Argument(help="登记序号（见 list）。", metavar="序号", min=1)]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON。")]
KeyOption = Annotated[str, typer.Option("--key", help="幂等键：重复提交只生效一次。")]

_LOGGED = Text(
    "已登记：第 {id} 号；内部办理期限 {due}（{article}没有规定期限）。",
    "Registered as no. {id}; the office's own date is {due} ({article} sets none).",
)
_CONCLUDED = Text("第 {id} 号已办结：{result}", "No. {id} is concluded: {result}")
_BLANK = Text("{option} 不能为空，请填写。", "{option} may not be empty.")
_PENDING = Text(
    "--result：“办理中”不是办结的结果，请另选。",
    "--result: “in hand” is no result; choose another.",
)
_NOTHING = Text("没有更正本人信息的申请。", "Nobody has asked for a correction of records.")
_HEADS = (
    Text("序号", "No."),
    Text("剩余", "Left"),
    Text("内部期限", "Own date"),
    Text("收到", "Received"),
    Text("申请人", "Applicant"),
    Text("记录", "Record"),
    Text("经办", "Officer"),
    Text("结果", "Result"),
)


@app.command("log", help="登记一件更正本人信息的申请：哪项记录、错在哪里、有什么证据。")
def log(
    ctx: typer.Context,
    applicant: Annotated[str, typer.Option("--applicant", help="申请人。")],
    record: Annotated[str, typer.Option("--record", help="要求更正的记录。")],
    evidence: Annotated[str, typer.Option("--evidence", help="证据材料。")],
    mistake: Annotated[str, typer.Option("--mistake", help="错在哪里，应当是什么。")] = "",
    kind: Annotated[
        str, typer.Option("--kind", help="申请人类别，如 自然人、商业企业。")
    ] = "自然人",
    received: Annotated[date | None, day_option("--received", "收到日期；不写则为今天。")] = None,
    contact: Annotated[str, typer.Option("--contact", help="联系方式。")] = "",
    officer: Annotated[str, typer.Option("--officer", help="经办人。")] = "",
    note: Annotated[str, typer.Option("--note", help="备注。")] = "",
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Register an application to have a record corrected."""
    with opened_desk(ctx) as desk:
        facts = RecordsCorrection(
            received_on=received or desk.today,
            applicant=_filled(applicant, "--applicant", desk.lang),
            applicant_kind=by_code_or_name("applicants", kind, "--kind", desk.lang),
            record=_filled(record, "--record", desk.lang),
            evidence=_filled(evidence, "--evidence", desk.lang),
            mistake=mistake.strip(),
            contact=contact.strip(),
            case_officer=officer.strip(),
            note=note.strip(),
        )
        with desk.office.work() as uow:
            row_id = log_records(
                facts, uow, actor=desk.actor, role=desk.role, at=desk.now, key=key or None
            )
            row = uow.records_corrections.find(row_id)
        line = records_line(row, desk.today, desk.office.calendar, desk.office.practice)
        if as_json:
            print_json(_plain(line))
            return
        article = line.citation.short if desk.lang is Lang.ZH else line.citation.english
        typer.echo(_LOGGED.say(desk.lang, id=row_id, due=line.due, article=article))


@app.command("list", help="列出更正本人信息的申请：在办的在前，带红黄绿灯。")
def list_records(
    ctx: typer.Context,
    *,
    open_only: Annotated[bool, typer.Option("--open", help="只看在办的。")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the applications, those in hand first."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            lines = records_lines(
                view, today=desk.today, calendar=desk.office.calendar, open_only=open_only
            )
        if as_json:
            print_json([_plain(line) for line in lines])
        elif lines:
            console().print(_table(lines, desk.lang))
        else:
            typer.echo(_NOTHING.say(desk.lang))


@app.command("show", help="查看一件更正本人信息的申请。")
def show(ctx: typer.Context, row_id: IdArgument, *, as_json: JsonOption = False) -> None:
    """Show one application with everything that is known of it."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            row = view.records_corrections.find(row_id)
        line = records_line(row, desk.today, desk.office.calendar, desk.office.practice)
        if as_json:
            print_json({**_plain(line), "applicant": row.applicant, "contact": row.contact})
            return
        table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
        for what, words in _facts(line, desk.lang):
            if words:
                table.add_row(what, words)
        console().print(table)


@app.command("conclude", help="办结：已更正、已转送、已告知向有权机关提出，或者不予更正。")
def conclude(
    ctx: typer.Context,
    row_id: IdArgument,
    result: Annotated[
        str,
        typer.Option("--result", help="已更正、已转送、已告知向有权机关提出、不予更正。"),
    ],
    explanation: Annotated[
        str, typer.Option("--explain", help="转送给谁、向谁提出，或者不予更正的理由。")
    ] = "",
    on: Annotated[date | None, day_option("--on", "办结日期；不写则为今天。")] = None,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Conclude an application."""
    with opened_desk(ctx) as desk:
        named = RecordsResult(by_code_or_name("records_results", result, "--result", desk.lang))
        if named is RecordsResult.PENDING:
            raise typer.BadParameter(_PENDING.say(desk.lang))
        command = ConcludeRecords(
            row_id=row_id,
            result=named,
            explanation=explanation,
            on=on,
            actor=desk.actor,
            role=desk.role,
            idempotency_key=key or None,
        )
        with desk.office.work() as uow:
            conclude_records(command, uow, at=desk.now)
            row = uow.records_corrections.find(row_id)
        if as_json:
            line = records_line(row, desk.today, desk.office.calendar, desk.office.practice)
            print_json(_plain(line))
            return
        shown = label("records_results", row.result, desk.lang)
        typer.echo(_CONCLUDED.say(desk.lang, id=row_id, result=shown))


def _filled(words: str, option: str, lang: Lang) -> str:
    if words.strip():
        return words.strip()
    raise typer.BadParameter(_BLANK.say(lang, option=option))


def _plain(line: RecordsLine) -> dict[str, Any]:
    row = line.row
    plain: dict[str, Any] = row.model_dump(exclude={"office_id", "contact"})
    plain["applicant"] = mask(row.applicant, row.applicant_kind)
    plain |= {
        "due": line.due,
        "provisional": line.provisional,
        "left": line.left,
        "light": line.light,
        "basis": line.citation.short,
    }
    return plain


def _table(lines: Iterable[RecordsLine], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang))
    for line in lines:
        row = line.row
        table.add_row(
            str(row.id),
            _left(line, lang),
            line.due.isoformat(),
            row.received_on.isoformat(),
            mask(row.applicant, row.applicant_kind),
            row.record,
            row.case_officer or "—",
            label("records_results", row.result, lang),
        )
    return table


def _left(line: RecordsLine, lang: Lang) -> RichText:
    """Return what is left, in words as well as by its light."""
    if line.left is None or line.light is None:
        return RichText(Text("办结", "done").say(lang))
    mark, style = LIGHTS[line.light]
    if line.left < 0:
        words = Text("超期 {n}", "late {n}").say(lang, n=-line.left)
    else:
        words = str(line.left) if line.left else Text("今日", "today").say(lang)
    return RichText(f"{mark} {words}", style=style)


def _facts(line: RecordsLine, lang: Lang) -> Iterator[tuple[str, str]]:
    row = line.row
    concluded = "" if row.concluded_on is None else row.concluded_on.isoformat()
    article = line.citation.short if lang is Lang.ZH else line.citation.english
    facts = (
        (Text("申请人", "Applicant"), row.applicant),
        (Text("联系方式", "Contact"), row.contact),
        (Text("收到日期", "Received on"), row.received_on.isoformat()),
        (Text("记录", "Record"), row.record),
        (Text("错误", "Mistake"), row.mistake),
        (Text("证据", "Evidence"), row.evidence),
        (Text("经办人", "Case officer"), row.case_officer),
        (Text("内部期限", "Own date"), f"{say_short(line.due, lang)}（{article}）"),
        (Text("结果", "Result"), label("records_results", row.result, lang)),
        (Text("说明", "Explanation"), row.explanation),
        (Text("办结日期", "Concluded on"), concluded),
        (Text("备注", "Note"), row.note),
    )
    for what, words in facts:
        yield what.say(lang), words
