"""What a command says when it has done something to a request."""

from collections.abc import Mapping

import typer

from workflow.cli.desk import Desk, print_json
from workflow.i18n import Text

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
