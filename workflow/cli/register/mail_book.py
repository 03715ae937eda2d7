"""`disclosure mail`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.register import mail, mail_lists

app = command_group("收发文登记：收文、发文、送达、退回，与申请关联；没有登记为申请的来信另列。")
for part in (mail, mail_lists):
    app.add_typer(part.app)
