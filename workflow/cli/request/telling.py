"""What a command says when it has done something to a request."""

from collections.abc import Callable, Mapping

import typer

from states.steps import Step
from workflow.cli.desk import Desk, print_json
from workflow.i18n import Text
from workflow.records.chain import Entry
from workflow.services.drafting.reading import draft_file
from workflow.services.drafting.signing import Signed
from workflow.wording.facts import kind_words
from workflow.wording.steps import NEXT_STEPS

_DONE = Text("已登记：{number}　{what}　{on}", "Recorded: {number}  {what}  {on}")
_NEXT = Text("下一步：{step}", "Next: {step}")
_DUE = Text("答复期限：{due}", "Answer due: {due}")


def tell(
    desk: Desk,
    number: str,
    words: str,
    *,
    as_json: bool,
    more: Mapping[str, object] | None = None,
) -> None:
    """Say what was done and where the request now stands; `more` is told to programs alone."""
    with desk.office.read() as view:
        row = view.requests.find(number)
    if as_json:
        print_json(
            {
                "number": number,
                "state": row.state,
                "received_on": row.received_on,
                "answer_due": row.answer_due,
                "provisional": row.provisional,
                "version": row.version,
                **(more or {}),
            }
        )
        return
    typer.echo(words)
    if row.answer_due is not None and row.closed_on is None:
        typer.echo(_DUE.say(desk.lang, due=row.answer_due))


def take_and_tell(
    desk: Desk,
    service: Callable[..., Entry],
    command: Signed,
    *,
    as_json: bool,
) -> None:
    """Take a step of a draft, then say that it is on record, and what comes next."""
    with desk.office.work() as uow:
        entry = service(command, uow, at=desk.now, calendar=desk.office.calendar)
    number = command.number
    if as_json:
        tell(desk, number, "", as_json=True)
        return
    what = kind_words(entry.kind, desk.lang)
    tell(
        desk,
        number,
        _DONE.say(desk.lang, number=number, what=what, on=entry.happened_on),
        as_json=False,
    )
    with desk.office.read() as view:
        step = Step("", desk.today, desk.today, desk.role, actor=desk.actor)
        found = draft_file(view.requests.case(number), step, desk.office.calendar)
    if found.next_step is not None:
        typer.echo(_NEXT.say(desk.lang, step=NEXT_STEPS[found.next_step].say(desk.lang)))
