"""The history of a request: every fact as it was entered, with its place in the chain."""

from typing import Annotated

from fastapi import APIRouter, Query

from workflow.records.chain import Entry
from workflow.web.api.answers import ONE
from workflow.web.api.calling import CallerDep
from workflow.web.api.models.events import EventsAsked, EventShown
from workflow.web.api.models.fields import Page
from workflow.web.api.paging import last_id
from workflow.web.api.routes.requests import RequestId

router = APIRouter(tags=["events"])


@router.get("/requests/{request_id}/events", responses=ONE, summary="经过 History")
def events(
    desk: CallerDep, request_id: RequestId, asked: Annotated[EventsAsked, Query()]
) -> Page[EventShown]:
    """List what was entered about a request, in the order of entry."""
    with desk.office.read() as view:
        history = view.requests.history(view.requests.number_of(request_id))
    last = last_id(asked.after) or 0
    rest = [entry for entry in history if entry.seq > last]
    shown = rest[: asked.limit]
    more = str(shown[-1].seq) if len(rest) > asked.limit else None
    return Page(items=[event_shown(entry) for entry in shown], next=more)


def event_shown(entry: Entry) -> EventShown:
    """Return an entry as the API shows it."""
    return EventShown(
        seq=entry.seq,
        kind=entry.kind,
        happened_on=entry.happened_on,
        entered_at=entry.entered_at,
        actor=entry.actor,
        terms=entry.terms,
        annuls=entry.annuls,
        hash=entry.hash,
    )
