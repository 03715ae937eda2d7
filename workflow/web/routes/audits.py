"""The audit: the chain of the office, whether it holds, and its latest entries."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from workflow.records.logbook import LogWanted, chain_end, entries, numbers_of
from workflow.records.verification import Verified
from workflow.services.proving import proof_line
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import FormDep
from workflow.web.pages import page
from workflow.web.routes.offices import HERE, WATCHERS
from workflow.web.views.audit_lines import (
    kind_choices,
    log_lines,
    query_of,
    request_ids,
    subject_choices,
)

router = APIRouter(include_in_schema=False)

PAGE: Final = 50


@router.get("/audit", dependencies=[only(*WATCHERS)])
def audit_page(
    desk: DeskDep,
    actor: Annotated[str, Query(max_length=50)] = "",
    kind: Annotated[str, Query(max_length=50)] = "",
    subject: Annotated[str, Query(max_length=50)] = "",
    day: Annotated[str, Query(max_length=10)] = "",
    before: Annotated[int | None, Query(ge=1)] = None,
) -> HTMLResponse:
    """Show the end of the chain, and its entries from the latest back."""
    return _audit_page(desk, LogWanted(actor.strip(), kind, subject, _day(day), before), None)


@router.post("/audit/verify", dependencies=[only(*WATCHERS)])
def verify_page(desk: DeskDep, _sent: FormDep) -> HTMLResponse:
    """Prove the records, and say that they hold, or where they first do not."""
    return _audit_page(desk, LogWanted(), desk.office.verify())


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _audit_page(desk: Desk, wanted: LogWanted, proof: Verified | None) -> HTMLResponse:
    with desk.office.read() as view:
        length, head = chain_end(view.store)
        found = entries(view.store, wanted, limit=PAGE + 1)
        shown = found[:PAGE]
        numbers = numbers_of(view.store, request_ids(shown))
        people = tuple(row.name for row in view.staff.all())
    return page(
        desk,
        "audit/audit.html.jinja",
        {
            "length": length,
            "head": head,
            "wanted": wanted,
            "lines": log_lines(shown, numbers, desk.lang),
            "next_page": query_of(wanted, shown[-1].seq) if len(found) > PAGE else "",
            "people": people,
            "kinds": kind_choices(desk.lang),
            "subjects": subject_choices(desk.lang),
            "proof": proof,
            "said": "" if proof is None else proof_line(desk.office.name, proof, desk.lang),
            "proved_at": desk.now,
        },
        here=HERE,
    )
