"""`disclosure request`: its commands, gathered from the modules beside this one."""

from workflow.cli.help import command_group
from workflow.cli.request import (
    amending,
    assigning,
    attaching,
    browsing,
    charging,
    consulting,
    correcting,
    drafting,
    duplicates,
    ending,
    excess,
    extending,
    intake,
    moving,
    revealing,
    reviewing,
    serving,
    slip,
    splitting,
)

app = command_group("登记、查看和办理申请。")
_PARTS = (
    intake,
    slip,
    revealing,
    attaching,
    duplicates,
    splitting,
    amending,
    browsing,
    assigning,
    moving,
    correcting,
    consulting,
    extending,
    excess,
    charging,
    drafting,
    reviewing,
    serving,
    ending,
)
for part in _PARTS:
    app.add_typer(part.app)
