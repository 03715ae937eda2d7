"""`disclosure reminders rules` and `set`: which rules speak, and how early."""

from typing import Annotated

import typer
from rich.table import Table

from workflow.cli.desk import console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.register.options import ReasonOption
from workflow.cli.reminders import JsonOption
from workflow.i18n import Lang, Text
from workflow.services.reminder_rules import OFF, RuleState, rule_states, set_rule
from workflow.wording.clocks import CLOCKS
from workflow.wording.reminders import when_words

app = command_group("提醒规则。")

_HEADS = (
    Text("规则", "Rule"),
    Text("时钟", "Clock"),
    Text("时间", "When"),
    Text("状态", "State"),
)
_USED, _UNUSED = Text("启用", "on"), Text("停用", "off")
_CHANGED = Text("（默认{days}）", " (usually {days})")
_SET = Text("已修改提醒规则：{rule}", "Changed the reminder rule {rule}")
_SAY_ONE = Text(
    "请写明 --off、--on 或者 --days 其中一项。", "Give exactly one of --off, --on and --days."
)


@app.command("rules", help="列出提醒规则，以及本机关启用了哪些、提前几个工作日。")
def rules(ctx: typer.Context, *, as_json: JsonOption = False) -> None:
    """List every rule with what the office has set of it."""
    with opened_desk(ctx) as desk:
        with desk.office.read() as view:
            found = rule_states(view)
        if as_json:
            print_json([_plain(one) for one in found])
            return
        console().print(_table(found, desk.lang))


@app.command("set", help="停用、恢复一条提醒规则，或者修改它提前的工作日数。")
def set_command(
    ctx: typer.Context,
    rule: Annotated[
        str, typer.Argument(help="规则代码，见 disclosure reminders rules。", metavar="规则")
    ],
    days: Annotated[int | None, typer.Option("--days", help="提前几个工作日，1 至 10。")] = None,
    reason: ReasonOption = "修改提醒规则",
    *,
    off: Annotated[bool, typer.Option("--off", help="停用。")] = False,
    usual: Annotated[bool, typer.Option("--on", help="恢复默认。")] = False,
) -> None:
    """Switch a rule off, move it, or let it be as usual again."""
    with opened_desk(ctx) as desk:
        if [off, usual, days is not None].count(True) != 1:
            raise typer.BadParameter(_SAY_ONE.say(desk.lang))
        value = OFF if off else "" if days is None else days
        with desk.office.work() as uow:
            set_rule(
                uow,
                rule,
                value,
                reason=reason,
                actor=desk.actor,
                role=desk.role,
                at=desk.now,
            )
        typer.echo(_SET.say(desk.lang, rule=rule))


def _plain(state: RuleState) -> dict[str, object]:
    rule = state.rule
    return {
        "rule": rule.id,
        "clock": rule.clock.value,
        "days_before": rule.days_before,
        "usual_days": state.usual_days,
        "on": state.is_on,
        "audiences": [audience.value for audience in rule.audiences],
        "template": rule.template,
    }


def _table(found: tuple[RuleState, ...], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang))
    for state in found:
        used = (_USED if state.is_on else _UNUSED).say(lang)
        moved = state.is_on and not state.is_usual
        changed = _CHANGED.say(lang, days=state.usual_days) if moved else ""
        clock = CLOCKS[state.rule.clock].say(lang)
        table.add_row(
            state.rule.id, clock, when_words(state.rule.days_before, lang) + changed, used
        )
    return table
