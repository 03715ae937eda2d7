"""Commands that are imported only when they are called, so that help is quick."""

from dataclasses import dataclass
from importlib import import_module

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


@dataclass(frozen=True, slots=True)
class Command:
    """A command group: the module whose `app` it is, and its line of help."""

    module: str
    help: str

    def load(self, name: str) -> TyperCommand | TyperGroup:
        """Import the module and return its command."""
        command = get_command(import_module(self.module).app)
        command.name = name
        return command  # type: ignore[return-value]


def lazy_group(table: dict[str, Command]) -> type[TyperGroup]:
    """Return a group that lists a table's rows, and imports the one that is called."""

    class LazyGroup(TyperGroup):
        """A group whose commands are placeholders until one is called."""

        def __init__(self, **attributes: object) -> None:
            super().__init__(**attributes)  # type: ignore[arg-type]
            self.commands = {name: TyperCommand(name, help=row.help) for name, row in table.items()}

        def resolve_command(  # type: ignore[override]
            self, ctx: typer.Context, args: list[str]
        ) -> tuple[str | None, TyperCommand | TyperGroup | None, list[str]]:
            """Return the command that was called, imported now."""
            name, _, rest = super().resolve_command(ctx, args)
            return name, None if name is None else table[name].load(name), rest

    return LazyGroup
