"""Writing letters: looked at before, issued once, and printed again as they went out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.deciding.draft import draft_of
from states.matters import ReplyDated
from states.statute.outcomes import Ending, Outcome, rule
from states.statute.remedies import OfficeLevel
from states.steps import Role
from states.terms import label
from workflow.clock import legal_date
from workflow.letters.catalogue import letter
from workflow.letters.compose import facts_for
from workflow.letters.drafted import drafted_outcome
from workflow.letters.due import last_day
from workflow.letters.facts import Facts
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.lawful import check_lawful
from workflow.letters.record import Occasion, OfficeCard, RequestCard
from workflow.letters.render import Letter, LetterTemplate, render
from workflow.letters.settings import LetterSettings
from workflow.records.canonical import JsonValue
from workflow.records.errors import KeyReusedError, LetterForgottenError
from workflow.records.facts import PersonalDetails
from workflow.records.letters import NewLetter
from workflow.records.namelessness import NAMELESS
from workflow.records.office_key import lookup_code
from workflow.records.tables.letters import LetterRow
from workflow.records.tables.offices import OfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.moves import MakeMove, make_move
from workflow.wording.entered import masked

# How many letters a proof of service offers to name.
_OFFERED = 5
# Where the number will stand in a letter that has none yet.
_NO_NUMBER = "{series}〔{year}〕　　号"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLetter:
    """A letter to be written; on the day of entry unless an earlier one is named.

    `facts` are those that the clerk gives; `delivery` is how it will be served, where that
    bears on what it says.
    """

    kind: LetterKind
    actor: str
    role: Role
    request_number: str = ""
    on: date | None = None
    outcome: Outcome | None = None
    delivery: str = ""
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    accepts_provisional: bool = False
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A letter but for its number."""

    row: LetterRule
    occasion: Occasion
    facts: Facts
    outcome: Outcome | None
    template: LetterTemplate

    @property
    def answers(self) -> bool:
        """Whether the letter is the reply that was drafted and approved."""
        return self.outcome is not None and rule(self.outcome).ending is Ending.ANSWER

    @property
    def series(self) -> str:
        office = self.occasion.office
        return office.settings.series(self.row.family, office.prefix)

    def written(self, number: str, at: datetime) -> Letter:
        facts = self.facts | {"document_number": number}
        return render(self.row.kind, facts, template=self.template, created_at=at)


def preview(command: WriteLetter, view: View, *, at: datetime, calendar: WorkCalendar) -> Letter:
    """Return the letter as it would go out today, without its number; nothing is written."""
    draft = _draft(command, view, legal_date(at), calendar)
    number = ""
    if not draft.row.is_form:
        number = _NO_NUMBER.format(series=draft.series, year=draft.occasion.on.year)
    return draft.written(number, at)


def issue(
    command: WriteLetter, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> LetterRow:
    """Issue a letter: number it, keep it, and enter it in the chain.

    It is written once before a number is taken, so that one that cannot be written takes none.
    A command that comes again with its key does nothing and returns the letter of the first time.
    """
    issued = uow.letters.issued_under(command.idempotency_key)
    if issued is not None:
        if (issued.kind, issued.request_number) != (command.kind, command.request_number):
            raise KeyReusedError(str(command.idempotency_key))
        return issued
    today = legal_date(at)
    draft = _draft(command, uow, today, calendar)
    check_lawful(
        draft.row, draft.occasion, draft.outcome, draft.facts, role=command.role, today=today
    )
    draft.written("", at)
    number = None
    if not draft.row.is_form:
        number = uow.letters.take_number(draft.series, draft.occasion.on.year)
    written = draft.written("" if number is None else number.printed, at)
    issued = uow.letters.issue(
        NewLetter(
            kind=command.kind,
            issued_on=draft.occasion.on,
            text=written.text,
            facts=written.facts,
            template=draft.template.source,
            number=number,
            request_id=None if draft.occasion.request is None else draft.occasion.request.id,
            request_number=command.request_number,
        ),
        actor=command.actor,
        at=at,
        idempotency_key=command.idempotency_key,
    )
    if draft.answers:
        _date_reply(command, issued.number, uow, at, calendar)
    return issued


def _date_reply(
    command: WriteLetter, number: str, uow: UnitOfWork, at: datetime, calendar: WorkCalendar
) -> None:
    """Enter beside a reply's letter that the approved draft was issued in it."""
    approved = draft_of(uow.requests.case(command.request_number))
    move = MakeMove(
        number=command.request_number,
        move="date_reply",
        actor=command.actor,
        role=command.role,
        on=command.on,
        matter=ReplyDated(number, approved.digest),
    )
    make_move(move, uow, at=at, calendar=calendar)


def last_day_for(
    command: WriteLetter, view: View, *, at: datetime, calendar: WorkCalendar
) -> date | None:
    """Return the last day for the letter to go out, where the law sets one."""
    return last_day(letter(command.kind), occasion_for(command, view, legal_date(at), calendar))


def reprint(row: LetterRow, view: View) -> Letter:
    """Return an issued letter, made again from its own facts by its own template.

    Raises LetterForgottenError where its words were taken out with whoever it named.
    """
    if row.text == NAMELESS:
        raise LetterForgottenError(row.number)
    kind = LetterKind(row.kind)
    template = LetterTemplate(kind, view.letters.template(row.template))
    written = render(kind, row.facts, template=template, created_at=row.issued_at)
    return replace(written, issued=row.text)


def template_in_use(view: View, kind: LetterKind, settings: LetterSettings) -> LetterTemplate:
    """Return the template that letters of a kind are made from: the office's, or the built-in."""
    digest = settings.templates.get(kind.value)
    if digest is None:
        return LetterTemplate.built_in(kind)
    return LetterTemplate(kind, view.letters.template(digest))


def office_card(view: View) -> OfficeCard:
    """Return the office as its letters introduce it."""
    row = own_office(view)
    return OfficeCard(
        name=row.name,
        level=OfficeLevel(row.level),
        prefix=row.letter_prefix or (row.short_name or row.name)[:1],
        parent=row.parent,
        phone=row.phone,
        address=row.address,
        settings=LetterSettings.of(row.settings),
    )


def own_office(view: View) -> OfficeRow:
    """Return the row of the office that is looked at."""
    return next(office for office in view.offices.all() if office.id == view.office_id)


def _draft(command: WriteLetter, view: View, today: date, calendar: WorkCalendar) -> _Draft:
    occasion = occasion_for(command, view, today, calendar)
    if occasion.outcome is None and occasion.request is not None:
        drafted = drafted_outcome(letter(command.kind), occasion.request.case)
        occasion = replace(occasion, outcome=drafted)
    facts, outcome = facts_for(command.kind, occasion, command.facts)
    template = template_in_use(view, command.kind, occasion.office.settings)
    return _Draft(letter(command.kind), occasion, facts, outcome, template)


def occasion_for(command: WriteLetter, view: View, today: date, calendar: WorkCalendar) -> Occasion:
    """Return why and when a letter is written, as far as the record and the command say."""
    return Occasion(
        office=office_card(view),
        request=_request(command, view),
        on=command.on or today,
        calendar=calendar,
        practice=view.practice,
        outcome=command.outcome,
        delivery=command.delivery,
        accepts_provisional=command.accepts_provisional,
        served=_served(command, view),
    )


def _request(command: WriteLetter, view: View) -> RequestCard | None:
    if not command.request_number:
        return None
    row = view.requests.find(command.request_number)
    intake = view.requests.beside.intake(row.id)
    details = view.requests.beside.personal(row.id).details
    return RequestCard(
        id=row.id,
        number=row.number,
        applicant=row.applicant,
        applicant_kind=row.applicant_kind,
        content=row.content,
        case=view.requests.case(command.request_number),
        contact=row.contact or details.phone or details.email,
        address=f"{details.postcode}　{details.address}".strip(),
        case_officer=row.case_officer,
        identity=_identity(details),
        form_wanted=_named("provision_forms", intake.provision_form),
        way_wanted=_named("provision_ways", intake.provision_way),
        taken_down_by=intake.taken_down_by,
        lookup_code=lookup_code(view.store, row.number),
    )


def _identity(details: PersonalDetails) -> str:
    """Return the applicant's document as a letter may name it: its number only by its ends."""
    if not details.identity_number:
        return ""
    return f"{label('identity_kinds', details.identity_kind)}　{masked(details.identity_number)}"


def _named(group: str, code: str) -> str:
    return label(group, code) if code else ""


def _served(command: WriteLetter, view: View) -> tuple[Mapping[str, JsonValue], ...]:
    """Return the letters issued on the request that a proof of service may be about."""
    if command.kind is not LetterKind.SERVICE_RECEIPT or not command.request_number:
        return ()
    issued = view.letters.all(request_number=command.request_number, limit=_OFFERED)
    return tuple(
        {"title": letter(LetterKind(row.kind)).title, "number": row.number}
        for row in issued
        if row.number
    )
