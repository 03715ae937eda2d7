"""The office a command works in, who is at the keyboard, and how answers are printed."""

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

import typer
from rich.console import Console

from states.steps import Role
from workflow.bootstrap import Installation, Office, open_installation
from workflow.cli.app import Invocation
from workflow.clock import legal_date
from workflow.i18n import Lang, Text
from workflow.services.duty import role_of_absent
from workflow.settings import Settings

_NOBODY = Text(
    "没有名叫“{name}”的在岗人员；先用 disclosure staff add 登记。",
    "Nobody called “{name}” is on duty; enter them first with disclosure staff add.",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """An office opened for one command."""

    office: Office
    lang: Lang
    actor: str
    role: Role
    absent: str = ""

    @property
    def now(self) -> datetime:
        """The instant of entry."""
        return self.office.clock.now()

    @property
    def today(self) -> date:
        """Today's date, in Asia/Shanghai."""
        return legal_date(self.now)


@contextmanager
def opened_installation(ctx: typer.Context) -> Iterator[Installation]:
    """Open the installation that the settings name, and close it after the command."""
    with open_installation(Settings(), ctx.ensure_object(Invocation).clock) as installation:
        yield installation


def name_at_keyboard(ctx: typer.Context) -> str:
    """Return who acts where no office needs to know them: the person named, or the account."""
    return ctx.ensure_object(Invocation).actor or getpass.getuser()


@contextmanager
def opened_desk(ctx: typer.Context) -> Iterator[Desk]:
    """Open the office the command line names, as the person it names."""
    said = ctx.ensure_object(Invocation)
    with opened_installation(ctx) as installation:
        office = installation.office(said.office or None)
        actor, role = _person(office, said.actor, said.lang)
        desk = Desk(office, said.lang, actor, role)
        yield _acting_for(said.absent, desk) if said.absent else desk


def _acting_for(absent: str, desk: Desk) -> Desk:
    """Return the desk of somebody absent, as their deputy works at it: in their role."""
    with desk.office.read() as view:
        role = role_of_absent(view, desk.actor, absent, desk.today)
    return replace(desk, role=role, absent=absent)


def _person(office: Office, named: str, lang: Lang) -> tuple[str, Role]:
    """Return who acts, in what role: the member of staff named, or the system account.

    An account that no member of staff has works as a clerk.
    """
    account = getpass.getuser()
    with office.read() as view:
        staff = [member for member in view.staff.all() if member.active]
    for member in staff:
        if member.name == named or (not named and member.account == account):
            return member.name, Role(member.role)
    if named:
        raise typer.BadParameter(_NOBODY.say(lang, name=named))
    return account, Role.CLERK


def print_json(answer: object) -> None:
    """Print an answer for another program: dates as text, Chinese as it is."""
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(type(value).__name__)


def console() -> Console:
    """Return a console on standard output; plain and 120 wide where it is not a terminal."""
    width = None if sys.stdout.isatty() else 120
    return Console(width=width, highlight=False, soft_wrap=False)
