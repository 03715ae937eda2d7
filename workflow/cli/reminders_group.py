"""`disclosure reminders`: its commands, gathered from the modules beside this one."""

from workflow.cli import reminder_rules, reminders
from workflow.cli.help import command_group

app = command_group("某日应当提醒谁，提醒发出了没有，用哪些规则。")
for part in (reminders, reminder_rules):
    app.add_typer(part.app)
