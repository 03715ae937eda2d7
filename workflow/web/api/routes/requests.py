"""Requests: the worklist, the register, one of them, and a new one as it comes in."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from states.steps import Role
from workflow.records.worklists import Wanted
from workflow.services.board import Order, Sought
from workflow.services.casefile import CaseFile, case_file
from workflow.services.intake import LogRequest, lacks_of
from workflow.services.intake_form import RequestForm
from workflow.services.likeness import (
    UNDECIDED,
    Decision,
    like_what_comes,
    log_and_decide,
)
from workflow.services.similar import Found
from workflow.services.worklist import mask
from workflow.web.api.answers import ONE, WRITES
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import CommandDep, tagged
from workflow.web.api.models.fields import Page
from workflow.web.api.models.requests import (
    AlikeShown,
    LackShown,
    Logged,
    NewRequest,
    RequestLine,
    RequestsAsked,
    RequestShown,
    WorklistAsked,
    WorklistLine,
    WorklistPage,
)
from workflow.web.api.paging import last_id, place_of, written
from workflow.web.desk import Desk, only_of
from workflow.wording.likeness import AT_INTAKE

router = APIRouter(tags=["requests"])
RequestId = Annotated[int, Path(ge=1, le=2**31 - 1, description="申请 id。 Request.", examples=[1])]
# Of how many parts the place in an order is made.
_PARTS = {Order.LEFT: 4, Order.RECEIVED: 2, Order.NUMBER: 1}
_LOGGING = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})
_FACTS = ("applicant", "contact", "note", "provisional", "intake", "details", "draft")
_BESIDE = (
    "consultations", "correction", "extension", "reasons", "fee", "right_office", "withdrawal",
    "lapse", "duties",
)  # fmt: skip


@router.get("/worklist", summary="待办清单 Worklist")
def worklist(desk: CallerDep, asked: Annotated[WorklistAsked, Query()]) -> WorklistPage:
    """List the open requests, those with the least working days left first."""
    with desk.office.read() as view:
        board = desk.office.board(view)
        unsent = frozenset(view.outbox.given_up())
    sought = Sought(
        window=asked.show,
        state=asked.state or "",
        officer=asked.officer,
        channel=asked.channel or "",
        attended_by=desk.actor if asked.mine else "",
        text=asked.q,
        order=asked.sort,
        backwards=asked.descending,
    )
    after = place_of(
        asked.after, 4 if asked.sort == "left" else 2 if asked.sort == "received" else 1
    )
    found = board.find(sought, after=after, limit=asked.limit, unsent=unsent)
    lines = [
        WorklistLine.model_validate(
            {name: getattr(line, name) for name in WorklistLine.model_fields if name != "version"}
            | {"version": board.version_of(line.id)}
        )
        for line in found.lines
    ]
    counts = dict(board.counts) | {"unsent": len(unsent)}
    return WorklistPage(items=lines, next=written(found.after), total=found.total, counts=counts)


@router.get("/requests", summary="全部申请 All requests")
def requests(desk: CallerDep, asked: Annotated[RequestsAsked, Query()]) -> Page[RequestLine]:
    """List the requests of the office, open and closed, the newest first."""
    wanted = Wanted(
        states=frozenset({asked.state.value} if asked.state else ()),
        case_officer=asked.officer or None,
        text=asked.q,
        received_from=asked.received_from,
        received_until=asked.received_until,
        channel=asked.channel or "",
        on_time=asked.on_time,
        closed=asked.closed,
    )
    with desk.office.read() as view:
        rows = view.requests.page(wanted, before_id=last_id(asked.after), limit=asked.limit + 1)
    shown = rows[: asked.limit]
    lines = [
        RequestLine.model_validate(row).model_copy(
            update={"applicant": mask(row.applicant, row.applicant_kind)}
        )
        for row in shown
    ]
    return Page(items=lines, next=str(shown[-1].id) if len(rows) > asked.limit else None)


@router.get("/requests/{request_id}", responses=ONE, summary="一件申请 One request")
def request(desk: CallerDep, request_id: RequestId, response: Response) -> RequestShown:
    """Show a request as it stands; its ETag is the version to make a change upon."""
    with desk.office.read() as view:
        number = view.requests.number_of(request_id)
        file = case_file(view, number, desk.step, desk.office.calendar)
    response.headers["ETag"] = tagged(file.row.version)
    return _shown(file)


@router.post("/requests", status_code=201, responses=WRITES, summary="登记申请 Register a request")
def log(command: CommandDep, sent: NewRequest, response: Response) -> Logged:
    """Register a request as it came; what looks alike is listed, and decided if that was said."""
    desk = command.desk
    only_of(desk, _LOGGING)
    fields: dict[str, Any] = sent.model_dump(exclude={"decision"}, exclude_unset=True)
    form = RequestForm.filled_in(fields, today=desk.today, practice=desk.office.practice)
    with command.work(sent) as (uow, key):
        logging = form.command(actor=desk.actor, role=desk.role, key=key or "")
        found = like_what_comes(logging, uow)
        number = _decided(sent, logging, uow, desk)
        row = uow.requests.find(number)
        lacks = lacks_of(uow, number, today=desk.today)
    response.headers["Location"] = f"/api/v1/requests/{row.id}"
    response.headers["ETag"] = tagged(row.version)
    return Logged(
        id=row.id,
        number=number,
        version=row.version,
        answer_due=row.answer_due,
        lacking=[LackShown(part=one.part, basis=one.citation.short) for one in lacks],
        similar=_alike(found),
    )


def _decided(sent: NewRequest, logging: LogRequest, uow: Any, desk: Desk) -> str:  # noqa: ANN401
    decision = UNDECIDED
    if sent.decision is not None:
        reason = sent.decision.reason or AT_INTAKE.say(desk.lang)
        decision = Decision(sent.decision.kind, sent.decision.other, reason)
    return log_and_decide(logging, decision, uow, at=desk.now, calendar=desk.office.calendar)


def _alike(found: Found) -> list[AlikeShown]:
    return [
        AlikeShown(
            number=one.number,
            score=one.score,
            why=[why.value for why in one.why],
            on=one.on,
            state=one.state,
            applicant=mask(one.applicant, one.applicant_kind),
            content=one.content,
        )
        for one in found.alike
    ]


def _shown(file: CaseFile) -> RequestShown:
    plain = file.as_plain()
    line = RequestLine.model_validate(file.row).model_dump()
    return RequestShown(
        **line
        | {name: plain[name] for name in _FACTS}
        | {"relations": plain["relations"], "lacking": plain["lacking"]}
        | {"handling": {name: plain[name] for name in _BESIDE}}
    )
