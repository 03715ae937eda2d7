"""`disclosure request`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.request import assigning, browsing, intake, moving

app = command_group("登记、查看和办理申请。")
for part in (intake, browsing, assigning, moving):
    app.add_typer(part.app)
