"""What a step on a request is for the pages: its form as data, and the command it makes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypedDict

from states.chart.move import CASEWORK
from states.chart.rows import MOVES
from states.statute.versions import Law, law_on
from states.steps import Role
from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.records.tables.requests import RequestRow
from workflow.services.casefile import CaseFile
from workflow.services.handling.consulting import ConsultationFile
from workflow.web.fields import Choice, Field, Filled, Kind

ON: Final = "on"


class Taker(TypedDict):
    """Who takes a step, on which request, on what day, and only once."""

    number: str
    actor: str
    role: Role
    on: date | None
    acknowledged: tuple[str, ...]
    expected_version: int | None
    idempotency_key: str | None


class PlainTaker(TypedDict):
    """Who does what has no day of its own."""

    number: str
    actor: str
    role: Role
    expected_version: int | None
    idempotency_key: str | None


def undated(taker: Taker) -> PlainTaker:
    """Return the taker of what is entered today, whatever its day."""
    return {
        "number": taker["number"],
        "actor": taker["actor"],
        "role": taker["role"],
        "expected_version": taker["expected_version"],
        "idempotency_key": taker["idempotency_key"],
    }


@dataclass(frozen=True, slots=True)
class Context:
    """What a form depends on: the request, who looks at it, and what there is to choose from."""

    file: CaseFile
    today: date
    role: Role
    lang: Lang
    staff: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def law(self) -> Law:
        """The version of the law that governs the request."""
        case = self.file.case
        if case.receipt is not None:
            return case.receipt.law
        return law_on(self.today, case.practice.revised_from)

    @property
    def row(self) -> RequestRow:
        """The request as it is registered."""
        return self.file.row

    def choices(self, group: str, codes: Iterable[str] | None = None) -> tuple[Choice, ...]:
        """Return the terms of a group to choose from, or some of them."""
        chosen = TERMS[group] if codes is None else codes
        return tuple(Choice(str(code), label(group, str(code), self.lang)) for code in chosen)

    def items(self) -> tuple[Choice, ...]:
        """Return the items of the draft to choose from."""
        return tuple(
            Choice(one.decided.item, f"{one.decided.item}　{one.decided.title}")
            for one in self.file.reply.draft.items
        )

    def consultations(self, fits: Callable[[ConsultationFile], bool]) -> tuple[Choice, ...]:
        """Return the consultations that fit, each by whom was asked and its reference."""
        return tuple(
            Choice(code_of(one), self._named(one))
            for one in self.file.handling.consultations
            if fits(one)
        )

    def _named(self, one: ConsultationFile) -> str:
        consultation = one.standing.consultation
        whom = label("consulted", consultation.addressee, self.lang)
        return "　".join(filter(None, (consultation.ref, whom, one.letter.addressee)))


def code_of(one: ConsultationFile) -> str:
    """Return what a consultation is chosen by: organs and third parties may share a number."""
    consultation = one.standing.consultation
    return f"{consultation.addressee.value}:{consultation.ref}"


@dataclass(frozen=True, slots=True)
class StepForm:
    """One step: the moves of the chart it can make, its fields, its command and its service.

    Without moves the `roles` say who may take it. Where it does not `apply`, `lacking` says why.
    """

    key: str
    title: Text
    group: Text
    moves: tuple[str, ...]
    fields: Callable[[Context], tuple[Field, ...]]
    build: Callable[[Filled, Taker], Any]
    service: Callable[..., object]
    also: frozenset[Role] = CASEWORK
    applies: Callable[[Context], bool] | None = None
    lacking: Text | None = None
    hint: Text | None = None
    check: Callable[[Filled, Lang], Filled] | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that may take it: those of its moves."""
        if not self.moves:
            return self.also
        return frozenset().union(*(MOVES[name].roles for name in self.moves))

    def shown_fields(self, context: Context) -> tuple[Field, ...]:
        """Return its fields as they are for a request: nothing to choose from is not asked."""
        return tuple(one for one in self.fields(context) if one.kind not in _CHOSEN or one.choices)


_CHOSEN = frozenset({Kind.CHOICE, Kind.MANY})


def on_day(context: Context, text: Text | None = None, hint: Text | None = None) -> Field:
    """Return the field of the day on which something happened: today, unless it was before."""
    return Field(
        ON,
        text or Text("发生日期", "Date"),
        Kind.DAY,
        required=True,
        value=context.today.isoformat(),
        help=hint,
    )


def only_choice(choices: tuple[Choice, ...]) -> str:
    """Return what stands chosen at first: the only one there is, or nothing."""
    return choices[0].code if len(choices) == 1 else ""


def said(filled: Filled, name: str) -> str:
    """Return what a field of text or choice says; nothing where it was not asked."""
    return str(filled.meant.get(name) or "")


def many(filled: Filled, name: str) -> tuple[str, ...]:
    """Return the codes that were chosen, or the lines that were written."""
    return tuple(filled.meant.get(name) or ())


YES, NO = "yes", "no"


def yes_or_no(name: str, text: Text, words: tuple[Text, Text], context: Context) -> Field:
    """Return a question that must be answered one way or the other."""
    return Field(
        name,
        text,
        Kind.CHOICE,
        required=True,
        choices=(
            Choice(YES, words[0].say(context.lang)),
            Choice(NO, words[1].say(context.lang)),
        ),
        blank=Text("请选择", "Choose"),
    )
