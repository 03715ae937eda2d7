"""Letters: which fit, one as it would go out, issuing it, and those that were issued."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from states.steps import Role
from workflow.letters.catalogue import letter
from workflow.letters.compose import given_for
from workflow.letters.facts import Fact
from workflow.letters.files import WRITERS
from workflow.letters.kinds import LetterKind
from workflow.records.tables.letters import LetterRow
from workflow.services.letters.asking import Fit, fits
from workflow.services.letters.writing import (
    WriteLetter,
    issue,
    last_day_for,
    preview,
    reprint,
)
from workflow.web.api.answers import FILE, ONE, WRITES, file_answers
from workflow.web.api.calling import CallerDep
from workflow.web.api.commands import CommandDep
from workflow.web.api.models.fields import Page
from workflow.web.api.models.letters import (
    FactShown,
    FileAsked,
    LetterDraft,
    LetterFit,
    LetterFits,
    LetterLine,
    LettersAsked,
    LetterShown,
    WriteLetterAsked,
)
from workflow.web.api.paging import last_id
from workflow.web.api.routes.requests import RequestId
from workflow.web.desk import Desk, only_of
from workflow.web.downloads import attached

router = APIRouter(tags=["letters"])
LetterId = Annotated[int, Path(ge=1, le=2**31 - 1, description="文书序号。 Letter.", examples=[1])]
_WRITING = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})


@router.get("/letters", responses=ONE, summary="已签发的文书 Letters issued")
def letters(desk: CallerDep, asked: Annotated[LettersAsked, Query()]) -> Page[LetterLine]:
    """List the letters that were issued, the newest first."""
    with desk.office.read() as view:
        number = ""
        if asked.request_id is not None:
            number = view.requests.number_of(asked.request_id)
        rows = view.letters.all(
            request_number=number,
            kind=asked.kind or "",
            year=asked.year or 0,
            before=last_id(asked.after) or 0,
            limit=asked.limit + 1,
        )
    shown = rows[: asked.limit]
    more = str(shown[-1].id) if len(rows) > asked.limit else None
    return Page(items=[_line(row) for row in shown], next=more)


@router.get("/letters/{letter_id}", responses=ONE, summary="一件文书 One letter")
def one_letter(desk: CallerDep, letter_id: LetterId) -> LetterShown:
    """Show a letter as it was issued."""
    with desk.office.read() as view:
        row = view.letters.find(str(letter_id))
    return _shown(row)


@router.get(
    "/letters/{letter_id}/file",
    responses=FILE | file_answers(*WRITERS),
    response_class=Response,
    summary="文书的文件 The letter as a file",
)
def letter_file(
    desk: CallerDep, letter_id: LetterId, asked: Annotated[FileAsked, Query()]
) -> Response:
    """Give a letter as PDF, Word, HTML or text, made again from its own facts and template."""
    with desk.office.read() as view:
        row = view.letters.find(str(letter_id))
        written = reprint(row, view)
    ending = f".{asked.format}"
    return attached(WRITERS[ending](written), f"letter-{row.id}{ending}")


@router.get(
    "/requests/{request_id}/letter-kinds", responses=ONE, summary="适用的文书 Letters that fit"
)
def letter_kinds(desk: CallerDep, request_id: RequestId) -> LetterFits:
    """List the letters on requests: which fit this one now, why not, and what each asks."""
    with desk.office.read() as view:
        found = fits(view, view.requests.number_of(request_id), desk.role)
    return LetterFits(items=[_fit(one, desk) for one in found])


@router.post(
    "/requests/{request_id}/letters/draft", responses=WRITES, summary="试写 Draft a letter"
)
def draft(command: CommandDep, request_id: RequestId, sent: WriteLetterAsked) -> LetterDraft:
    """Write a letter as it would go out today; nothing is numbered or kept."""
    desk = command.desk
    only_of(desk, _WRITING)
    at, calendar = desk.now, desk.office.calendar
    with desk.office.read() as view:
        writing = _writing(desk, view.requests.number_of(request_id), sent)
        written = preview(writing, view, at=at, calendar=calendar)
        send_by = last_day_for(writing, view, at=at, calendar=calendar)
    return LetterDraft(
        kind=sent.kind,
        title=written.document.title,
        text=written.text,
        facts=dict(written.facts),
        send_by=send_by,
    )


@router.post(
    "/requests/{request_id}/letters",
    status_code=201,
    responses=WRITES,
    summary="签发文书 Issue a letter",
)
def issue_letter(
    command: CommandDep, request_id: RequestId, sent: WriteLetterAsked, response: Response
) -> LetterShown:
    """Issue a letter: it is numbered and kept, and never changed or removed."""
    desk = command.desk
    only_of(desk, _WRITING)
    with desk.office.read() as view:
        number = view.requests.number_of(request_id)
    with command.work(sent) as (uow, key):
        writing = _writing(desk, number, sent, key)
        if key is None or uow.letters.issued_under(key) is None:
            uow.requests.expect(number, command.version)
        row = issue(writing, uow, at=desk.now, calendar=desk.office.calendar)
    response.headers["Location"] = f"/api/v1/letters/{row.id}"
    return _shown(row)


def _writing(
    desk: Desk, number: str, sent: WriteLetterAsked, key: str | None = None
) -> WriteLetter:
    return WriteLetter(
        kind=sent.kind,
        actor=desk.actor,
        role=desk.role,
        request_number=number,
        on=sent.on,
        outcome=sent.outcome,
        delivery=sent.delivery,
        facts=sent.given,
        accepts_provisional=sent.accepts_provisional,
        idempotency_key=key,
    )


def _line(row: LetterRow) -> LetterLine:
    return LetterLine(
        id=row.id,
        number=row.number,
        kind=LetterKind(row.kind),
        title=letter(LetterKind(row.kind)).title,
        request_number=row.request_number,
        request_id=row.request_id,
        issued_on=row.issued_on,
        issued_at=row.issued_at,
        actor=row.actor,
    )


def _shown(row: LetterRow) -> LetterShown:
    return LetterShown(
        **_line(row).model_dump(), text=row.text, facts=row.facts, template=row.template
    )


def _fit(one: Fit, desk: Desk) -> LetterFit:
    row = one.row
    return LetterFit(
        kind=row.kind,
        title=row.zh if desk.lang == "zh" else row.en,
        fits=one.why is None,
        why=one.why,
        outcomes=list(row.outcomes),
        facts=[_fact(fact, desk) for fact in given_for(row)],
    )


def _fact(fact: Fact, desk: Desk) -> FactShown:
    return FactShown(
        name=fact.name,
        label=fact.zh if desk.lang == "zh" else fact.en,
        shape=fact.shape,
        required=not fact.optional,
        choices=list(fact.choices),
        columns=[column.name for column in fact.given_columns],
    )
