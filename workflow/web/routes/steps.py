"""Every step on a request: its form, what it would do, and doing it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from states.errors import MoveRefusedError, Refusal
from workflow.failures import FAMILIES
from workflow.records.errors import StaleRequestError, WriterBusyError
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.casefile import CaseFile
from workflow.services.handling.errors import NothingLapsesError
from workflow.services.rehearsing import rehearse
from workflow.web.desk import Desk, DeskDep, NotForRoleError, RowId
from workflow.web.failing import status_of
from workflow.web.fields import Filled, FormDep, Submitted, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.steps.catalogue import STEPS
from workflow.web.steps.opening import context_of
from workflow.web.steps.step_form import Context, StepForm, Taker
from workflow.web.views.history import history_lines
from workflow.web.views.rehearsal import rehearsal_lines
from workflow.web.views.standing import article, standing
from workflow.web.views.step_page import (
    NOTHING_TRIED,
    Breach,
    StepPage,
    Tried,
    breaches_of,
    effects_of,
    refused_words,
)

router = APIRouter(include_in_schema=False)

_HERE = "/requests"
_REFUSALS: tuple[type[Exception], ...] = (*FAMILIES, ValidationError)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A form that came in: what it says, which version was seen, and under which key."""

    version: int | None
    key: str
    acknowledged: tuple[str, ...]

    @classmethod
    def of(cls, sent: Submitted) -> "_Asked":
        seen = sent.text("version")
        return cls(
            int(seen) if seen.isdecimal() else None, sent.text("key"), sent.all("acknowledge")
        )


@router.get("/requests/{row_id}/steps/{key}")
def step_page(desk: DeskDep, row_id: RowId, key: str, request: Request) -> HTMLResponse:
    """Show the form of a step, and what stands against it today."""
    step = _step(desk, key)
    context = context_of(desk, row_id, key, dict(request.query_params))
    fields = step.shown_fields(context)
    known = {one.name: context.asked[one.name] for one in fields if one.name in context.asked}
    form = blank_form(fields, **known)
    tried = replace(NOTHING_TRIED, warnings=standing(step, context).why)
    asked = _Asked(context.row.version, token_urlsafe(12), ())
    return _page(desk, step, context, form, asked, tried)


@router.post("/requests/{row_id}/steps/{key}")
def post_step(desk: DeskDep, row_id: RowId, key: str, sent: FormDep) -> Response:
    """Say what a step would do, or take it; what is refused comes back as it was typed."""
    step, asked = _step(desk, key), _Asked.of(sent)
    context = context_of(desk, row_id, key, {})
    before = _done_before(desk, context, asked)
    if before is not None:
        return _done(row_id, before)
    if asked.version is not None and asked.version != context.row.version:
        return _stale(desk, context.file, step, asked.version)
    form = read_form(step.shown_fields(context), sent, desk.lang)
    if form.is_good and step.check is not None:
        form = step.check(form, desk.lang)
    if not form.is_good:
        return _page(desk, step, context, form, asked, NOTHING_TRIED, status=422)
    trial = _Trial(desk, step, context, form, asked)
    if sent.text("do") == "confirm":
        return trial.confirm()
    return trial.preview()


@dataclass(frozen=True, slots=True)
class _Trial:
    """One step that somebody wants to take, with all it needs."""

    desk: Desk
    step: StepForm
    context: Context
    form: Filled
    asked: _Asked

    def preview(self) -> Response:
        """Show what the step would do; nothing is kept."""
        try:
            with self.desk.office.rehearse() as uow:
                found = rehearse(
                    self.context.row.number,
                    self._act(self.asked.acknowledged),
                    uow,
                    today=self.desk.today,
                    calendar=self.desk.office.calendar,
                )
        except StaleRequestError as error:
            return _stale(self.desk, self.context.file, self.step, error.expected)
        except _REFUSALS as error:
            return self._refused(error)
        lines = rehearsal_lines(found, self.desk.lang)
        effects = effects_of(self.step, self.form, self.context, self.desk.office.calendar)
        tried = Tried(lines=lines, effects=effects, breaches=self._breaches())
        return _page(self.desk, self.step, self.context, self.form, self.asked, tried)

    def confirm(self) -> Response:
        """Take the step, and go on to the request."""
        number = self.context.row.number
        try:
            with self.desk.office.work() as uow:
                self._act(self.asked.acknowledged)(uow)
                seq = uow.requests.history(number)[-1].seq
        except StaleRequestError as error:
            return _stale(self.desk, self.context.file, self.step, error.expected)
        except WriterBusyError:
            raise
        except _REFUSALS as error:
            return self._refused(error)
        return _done(self.context.row.id, seq)

    def _act(self, acknowledged: tuple[str, ...]) -> Callable[[UnitOfWork], object]:
        desk, step, form = self.desk, self.step, self.form
        taker: Taker = {
            "number": self.context.row.number,
            "actor": desk.actor,
            "role": desk.role,
            "on": form.meant.get("on"),
            "acknowledged": acknowledged,
            "expected_version": self.asked.version,
            "idempotency_key": self.asked.key or None,
        }

        def act(uow: UnitOfWork) -> object:
            command = step.build(form, taker)
            return step.service(command, uow, at=desk.now, calendar=desk.office.calendar)

        return act

    def _refused(self, error: Exception) -> HTMLResponse:
        sentences = refused_words(error, self.step, self.context)
        breaches = self._breaches()
        known = {breach.words for breach in breaches}
        tried = Tried(
            faults=tuple(words for words in sentences if words not in known), breaches=breaches
        )
        return _page(
            self.desk, self.step, self.context, self.form, self.asked, tried,
            status=_status(error),
        )  # fmt: skip

    def _breaches(self) -> tuple[Breach, ...]:
        """Return the breaches that may be acknowledged, those ticked already with them."""
        found: tuple[Refusal, ...] = ()
        try:
            with self.desk.office.rehearse() as uow:
                self._act(())(uow)
        except MoveRefusedError as error:
            found = error.refusals
        except _REFUSALS:
            return ()
        return breaches_of(found, self.asked.acknowledged, self.desk.lang)


def _status(error: Exception) -> int:
    if isinstance(error, MoveRefusedError) and any(
        refusal.code == "role_may_not" for refusal in error.refusals
    ):
        return 403
    return 409 if isinstance(error, NothingLapsesError) else status_of(error)


def _step(desk: Desk, key: str) -> StepForm:
    step = STEPS.get(key)
    if step is None:
        raise HTTPException(404)
    if desk.role not in step.roles:
        raise NotForRoleError
    return step


def _done_before(desk: Desk, context: Context, asked: _Asked) -> int | None:
    """Return what was entered when the form was first sent, where it is sent again."""
    with desk.office.read() as view:
        entry = view.requests.repeated(context.row.number, asked.key or None)
    return None if entry is None else entry.seq


def _done(row_id: int, seq: int) -> Response:
    return go_to(f"/requests/{row_id}", done=str(seq))


def _stale(desk: Desk, file: CaseFile, step: StepForm, seen: int) -> HTMLResponse:
    """Say what was entered since the page was opened: nothing was done."""
    shown = {
        "file": file,
        "step": step,
        "changes": history_lines(file.history[max(seen, 0) :], desk.lang),
    }
    return page(desk, "case/stale.html.jinja", shown, here=_HERE, status=409)


def _page(
    desk: Desk,
    step: StepForm,
    context: Context,
    form: Filled,
    asked: _Asked,
    tried: Tried,
    *,
    status: int = 200,
) -> HTMLResponse:
    shown = StepPage(
        step=step,
        row=context.row,
        form=form,
        version=asked.version if asked.version is not None else context.row.version,
        key=asked.key or token_urlsafe(12),
        article=article(step, context.law, desk.lang),
        tried=tried,
    )
    return page(desk, "case/step.html.jinja", {"shown": shown}, here=_HERE, status=status)
