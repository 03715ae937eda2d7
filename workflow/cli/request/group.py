"""`disclosure request`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.request import (
    assigning,
    browsing,
    drafting,
    intake,
    moving,
    reviewing,
    serving,
)

app = command_group("登记、查看和办理申请。")
for part in (intake, browsing, assigning, moving, drafting, reviewing, serving):
    app.add_typer(part.app)
