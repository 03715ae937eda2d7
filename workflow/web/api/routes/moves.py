"""The steps of a request: every one with why it may not be taken now, and taking one."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from states.steps import Role
from workflow.failures import FAMILIES
from workflow.records.chain import Entry
from workflow.records.errors import StaleRequestError, WriteFailedError, WriterBusyError
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.rehearsing import Rehearsal, rehearse
from workflow.web.api.answers import ONE, WRITES
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import Command, CommandDep, tagged
from workflow.web.api.forms import check, described, filled
from workflow.web.api.models.moves import Moves, MoveShown, StandingShown, TakeMove, Taken
from workflow.web.api.refusing import StepRefusedError, VersionRefusedError
from workflow.web.api.routes.events import event_shown
from workflow.web.api.routes.requests import RequestId
from workflow.web.desk import Desk, only_of
from workflow.web.fields import Filled
from workflow.web.steps.catalogue import STEPS
from workflow.web.steps.opening import context_of
from workflow.web.steps.step_form import Context, StepForm, Taker
from workflow.web.views.standing import article, standing
from workflow.web.views.step_page import refused_words
from workflow.wording.clocks import CLOCKS

router = APIRouter(tags=["moves"])
MoveKey = Annotated[
    str,
    Path(
        description="步骤。 The step.",
        examples=["correct-ask"],
        pattern=r"^[a-z-]{1,40}$",
        json_schema_extra={"enum": [*STEPS]},
    ),
]
_REFUSALS: tuple[type[Exception], ...] = (*FAMILIES, ValidationError)
_NOT_OF_THE_STEP = (StaleRequestError, WriterBusyError, WriteFailedError)


@router.get("/requests/{request_id}/moves", responses=ONE, summary="可办的步骤 Steps")
def moves(desk: CallerDep, request_id: RequestId, response: Response) -> Moves:
    """List every step of the request: lawful now or not, why not, and what it asks."""
    context = context_of(desk, request_id, "", {})
    response.headers["ETag"] = tagged(context.row.version)
    return Moves(
        version=context.row.version,
        state=context.file.case.state,
        items=[_shown(step, context) for step in STEPS.values()],
    )


@router.get("/requests/{request_id}/moves/{key}", responses=ONE, summary="一个步骤 One step")
def move(desk: CallerDep, request_id: RequestId, key: MoveKey, response: Response) -> MoveShown:
    """Show one step of the request, and what it asks."""
    step = _step(key)
    context = context_of(desk, request_id, key, {})
    response.headers["ETag"] = tagged(context.row.version)
    return _shown(step, context)


@router.post("/requests/{request_id}/moves/{key}", responses=WRITES, summary="办理 Take a step")
def take(
    command: CommandDep, request_id: RequestId, key: MoveKey, sent: TakeMove, response: Response
) -> Taken:
    """Take a step by the guards of the desk, or see what it would do and keep nothing."""
    desk, step = command.desk, _step(key)
    context = context_of(desk, request_id, key, {})
    only_of(desk, step.roles)
    if not sent.dry_run:
        with desk.office.read() as view:
            if command.was_done(view, sent):
                return _again(command, sent, context, response)
    _check_version(command, context)
    form = filled(step.shown_fields(context), sent.fields, desk.lang)
    if step.check is not None:
        form = step.check(form, desk.lang)
        check(form, given=sent.fields)
    found = _rehearsed(command, step, context, form, sent)
    taken = _taken(found, context, sent)
    response.headers["ETag"] = tagged(taken.version)
    return taken


def _step(key: str) -> StepForm:
    found = STEPS.get(key)
    if found is None:
        raise HTTPException(404)
    return found


def _check_version(command: Command, context: Context) -> None:
    """Refuse a command that was made upon another version, before its form is read by this one."""
    version = command.version
    if version is not None and version != context.row.version:
        number = context.row.number
        stale = StaleRequestError(number, version, context.row.version)
        raise VersionRefusedError(stale)


def _rehearsed(
    command: Command, step: StepForm, context: Context, form: Filled, sent: TakeMove
) -> Rehearsal:
    """Take the step in a unit of work, and return what it changed; a dry run keeps nothing."""
    desk = command.desk
    number, calendar = context.row.number, desk.office.calendar
    try:
        if sent.dry_run:
            with desk.office.rehearse() as uow:
                act = _act(desk, step, form, _taker(command, context, form, sent, None))
                return rehearse(number, act, uow, today=desk.today, calendar=calendar)
        with command.work(sent) as (uow, key):
            act = _act(desk, step, form, _taker(command, context, form, sent, key))
            return rehearse(number, act, uow, today=desk.today, calendar=calendar)
    except _NOT_OF_THE_STEP:
        raise
    except _REFUSALS as error:
        words = refused_words(error, step, context)
        raise StepRefusedError(error, words, article(step, context.law, desk.lang)) from error


def _taker(
    command: Command, context: Context, form: Filled, sent: TakeMove, key: str | None
) -> Taker:
    return {
        "number": context.row.number,
        "actor": command.desk.actor,
        "role": command.desk.role,
        "on": form.meant.get("on"),
        "acknowledged": tuple(sent.acknowledged),
        "expected_version": command.version,
        "idempotency_key": key,
    }


def _act(desk: Desk, step: StepForm, form: Filled, taker: Taker) -> Callable[[UnitOfWork], object]:
    def act(uow: UnitOfWork) -> object:
        return step.service(
            step.build(form, taker), uow, at=desk.now, calendar=desk.office.calendar
        )

    return act


def _taken(found: Rehearsal, context: Context, sent: TakeMove) -> Taken:
    entries = found.entries
    return Taken(
        dry_run=sent.dry_run,
        version=context.row.version + (0 if sent.dry_run else len(entries)),
        before=StandingShown.model_validate(found.before),
        after=StandingShown.model_validate(found.after),
        events=[event_shown(entry) for entry in entries],
        clocks=[
            {
                "clock": change.key.value,
                "name": CLOCKS[change.key].say(context.lang),
                "ref": change.ref,
                "before": None if change.before is None else change.before.due,
                "after": None if change.after is None else change.after.due,
                "basis": [citation.short for citation in change.basis],
            }
            for change in found.clocks
            if change.is_changed
        ],
    )


def _again(command: Command, sent: TakeMove, context: Context, response: Response) -> Taken:
    """Answer a step that was taken before under its key: what it entered, and how it stands now."""
    key = command.key(sent)
    desk, number = command.desk, context.row.number
    with desk.office.rehearse() as uow:
        found = rehearse(
            number, lambda _uow: None, uow, today=desk.today, calendar=desk.office.calendar
        )
        entry: Entry | None = uow.requests.repeated(number, None if key is None else key.key)
    response.headers["ETag"] = tagged(context.row.version)
    return Taken(
        dry_run=False,
        version=context.row.version,
        before=None,
        after=StandingShown.model_validate(found.after),
        events=[] if entry is None else [event_shown(entry)],
        clocks=[],
    )


def _shown(step: StepForm, context: Context) -> MoveShown:
    found = standing(step, context)
    return MoveShown(
        key=step.key,
        title=found.title,
        group=found.group,
        lawful=found.is_possible and found.is_theirs,
        reasons=list(found.why),
        article=found.article or None,
        roles=sorted(step.roles, key=list(Role).index),
        fields=described(step.shown_fields(context), context.lang),
    )
