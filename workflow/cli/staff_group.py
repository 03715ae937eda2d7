"""`disclosure staff`: its commands, gathered from the modules beside this one."""

from workflow.cli import staff, staff_duty
from workflow.cli.help import command_group

app = command_group("工作人员：登记、查看、不在岗与代理、返岗、离岗、交接记录。")
for part in (staff, staff_duty):
    app.add_typer(part.app)
