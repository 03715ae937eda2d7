"""What the form of a step is opened with: the request, and what there is to choose from."""

from typing import Final

from workflow.records.people import on_duty
from workflow.records.view import View
from workflow.services.casefile import case_file
from workflow.services.similar import asked_of, similar_to
from workflow.web.desk import Desk
from workflow.web.steps.step_form import Context

_OF_TWO: Final = frozenset({"merge", "link", "keep-apart"})
_OFFERED: Final = 10


def context_of(desk: Desk, row_id: int, key: str, asked: dict[str, str]) -> Context:
    """Return what the form of a step depends on; `asked` is what the address names already."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
        return Context(
            file=case_file(view, number, desk.step, desk.office.calendar),
            today=desk.today,
            role=desk.role,
            lang=desk.lang,
            staff=tuple(person.name for person in on_duty(view.store)),
            organs=tuple(row.name for row in view.other_offices.all() if row.active),
            letters=tuple(
                letter.number for letter in view.letters.all(request_number=number) if letter.number
            ),
            similar=_similar(view, number) if key in _OF_TWO else (),
            asked=asked,
        )


def _similar(view: View, number: str) -> tuple[str, ...]:
    """Return the requests that look like one: likely meant where two are brought together."""
    found = similar_to(view, asked_of(view, number), limit=_OFFERED)
    return tuple(one.number for one in found.alike)
