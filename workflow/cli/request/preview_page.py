"""What a move would do, on a terminal: 答复　12-21 → 01-20，依据第三十三条."""

from collections.abc import Iterator
from typing import Any

import typer

from states.clock.deadlines import Deadline
from states.terms import label
from workflow.cli.desk import print_json
from workflow.i18n import Lang, Text
from workflow.services.previewing import ClockChange, Preview
from workflow.wording.clocks import CLOCKS
from workflow.wording.rehearsals import (
    AND,
    CHANGES,
    CHANGES_BY_NOTHING,
    NONE,
    PROVISIONAL,
    STATE,
    STAYS,
    STOPPED,
)

_HEAD = Text(
    "{number}　{move}　{on}：没有登记，各项期限将会是",
    "{number}  {move}  {on}: nothing is recorded; the clocks would be",
)


def show_preview(found: Preview, lang: Lang, *, as_json: bool) -> None:
    """Print what a move would do to every clock, each change with its article."""
    if as_json:
        print_json(_plain(found))
        return
    for line in _lines(found, lang):
        typer.echo(line)


def _lines(found: Preview, lang: Lang) -> Iterator[str]:
    yield _HEAD.say(lang, number=found.number, move=found.move, on=found.on)
    if found.before is not found.after:
        before, after = label("states", found.before, lang), label("states", found.after, lang)
        yield "  " + STATE.say(lang, before=before, after=after)
    for change in found.clocks:
        yield "  " + _change(change, lang)


def _change(change: ClockChange, lang: Lang) -> str:
    clock = CLOCKS[change.key].say(lang) + (f"（{change.ref}）" if change.ref else "")
    before, after = _shown(change.before, lang), _shown(change.after, lang)
    if not change.is_changed:
        return STAYS.say(lang, clock=clock, before=before)
    if not change.basis:
        return CHANGES_BY_NOTHING.say(lang, clock=clock, before=before, after=after)
    articles = [one.full if lang is Lang.ZH else one.english for one in change.basis]
    basis = AND.say(lang).join(articles)
    return CHANGES.say(lang, clock=clock, before=before, after=after, basis=basis)


def _shown(deadline: Deadline | None, lang: Lang) -> str:
    if deadline is None:
        return NONE.say(lang)
    marks = PROVISIONAL.say(lang) if deadline.provisional else ""
    marks += STOPPED.say(lang) if deadline.paused else ""
    return f"{deadline.due.isoformat()}{marks}"


def _plain(found: Preview) -> dict[str, Any]:
    return {
        "number": found.number,
        "move": found.move,
        "on": found.on,
        "recorded": False,
        "state": {"before": found.before, "after": found.after},
        "clocks": [
            {
                "clock": change.key,
                "ref": change.ref,
                "before": _plain_deadline(change.before),
                "after": _plain_deadline(change.after),
                "changed": change.is_changed,
                "basis": [citation.short for citation in change.basis],
            }
            for change in found.clocks
        ],
    }


def _plain_deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "due": deadline.due,
        "provisional": deadline.provisional,
        "paused": deadline.paused,
        "conservative": deadline.conservative,
    }
