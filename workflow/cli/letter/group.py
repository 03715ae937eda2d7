"""`disclosure letter`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.letter import browsing, printing, settings, templates, writing

app = command_group("文书：查看、试写、签发、打印，以及模板和设置。")
for part in (browsing, writing, printing, settings):
    app.add_typer(part.app)
app.add_typer(templates.app, name="template")
