"""`disclosure publication`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.register import publication, publication_lists, publication_papers

app = command_group("主动公开：登记、保密审查、公开、待公开和逾期清单，公开目录和公开指南。")
for part in (publication, publication_lists, publication_papers):
    app.add_typer(part.app)
