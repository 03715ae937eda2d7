"""Each register as a clerk fills it in: its fields in order, and what must hold between them.

A new column of a register needs its name in `workflow.wording.registers`; a code, its group here.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, get_type_hints

from workflow.records import registers
from workflow.records.facts import OtherOffice, RecordsCorrection
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Publication,
    Reconsideration,
    RefusalReview,
)
from workflow.records.registers import Register
from workflow.records.view import View
from workflow.wording.registers import COLUMNS


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    FLAG = "flag"
    CODE = "code"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a register; `group` names the terms that a code is one of.

    `blank` is what it holds where nothing is said.
    """

    name: str
    kind: FieldKind
    group: str = ""
    required: bool = False
    blank: object = None


@dataclass(frozen=True)
class Book:
    """A register as it is filled in.

    `orders` are pairs of days of which the first may not follow the second; `to_come` the days
    that may lie ahead; `fixed` what is never put right by hand.
    """

    subject: str
    register: Callable[[View], Register[Any, Any]]
    facts: type[Any]
    groups: Mapping[str, str]
    orders: tuple[tuple[str, str], ...] = ()
    to_come: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in the order in which they are shown."""
        hints = get_type_hints(self.facts)
        blank = {field.name: field.default for field in fields(self.facts)}
        return tuple(
            Field(
                name,
                self._kind(name, hints[name]),
                self.groups.get(name, ""),
                required=blank[name] is MISSING,
                blank=blank[name],
            )
            for name in COLUMNS[self.subject]
        )

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by their name."""
        return {field.name: field for field in self.fields}

    @property
    def on(self) -> str:
        """The column of the day by which the register is ordered."""
        kinds = {kind.subject: kind for kind in registers.KINDS}
        return kinds[self.subject].on

    def _kind(self, name: str, hint: object) -> FieldKind:
        if name in self.groups:
            return FieldKind.CODES if name == "channels" else FieldKind.CODE
        if hint in {date, date | None}:
            return FieldKind.DAY
        if hint is bool:
            return FieldKind.FLAG
        return FieldKind.NUMBER if hint is int else FieldKind.TEXT


_REVIEW = frozenset({"review", "reviewed_by", "reviewed_on", "review_basis"})
_NUMBERED = frozenset({"year", "serial"})

PUBLICATIONS: Final = Book(
    "publication",
    lambda view: view.publications,
    Publication,
    {"channels": "publication_channels", "review": "publication_reviews"},
    orders=(("formed_on", "published_on"), ("formed_on", "reviewed_on")),
    fixed=_REVIEW,
)
COMPLAINTS: Final = Book(
    "complaint",
    lambda view: view.complaints,
    Complaint,
    {"ground": "complaint_grounds", "finding": "complaint_findings"},
    orders=(("received_on", "concluded_on"),),
)
RECONSIDERATIONS: Final = Book(
    "reconsideration",
    lambda view: view.reconsiderations,
    Reconsideration,
    {
        "procedure": "procedures",
        "decision": "dispute_decisions",
        "result": "dispute_results",
    },
    orders=(
        ("received_on", "answer_by"),
        ("received_on", "answered_on"),
        ("received_on", "concluded_on"),
    ),
    to_come=frozenset({"answer_by"}),
)
LAWSUITS: Final = Book(
    "lawsuit",
    lambda view: view.lawsuits,
    Lawsuit,
    {
        "procedure": "procedures",
        "paper": "court_papers",
        "decision": "dispute_decisions",
        "result": "dispute_results",
    },
    orders=(
        ("received_on", "answer_by"),
        ("received_on", "answered_on"),
        ("received_on", "served_on"),
        ("served_on", "appealed_on"),
        ("received_on", "concluded_on"),
    ),
    to_come=frozenset({"answer_by"}),
)
INQUIRIES: Final = Book(
    "counter_consultation",
    lambda view: view.counter_consultations,
    CounterConsultation,
    {"way": "inquiry_ways"},
)
REFUSAL_REVIEWS: Final = Book(
    "refusal_review",
    lambda view: view.refusal_reviews,
    RefusalReview,
    {"conclusion": "refusal_conclusions"},
    orders=(("reviewed_on", "next_on"),),
    to_come=frozenset({"next_on"}),
)
INCOMING_MAIL: Final = Book(
    "incoming_mail",
    lambda view: view.incoming_mail,
    IncomingMail,
    {"way": "mail_in_ways"},
    orders=(("letter_date", "received_on"), ("postmark_on", "received_on")),
    fixed=_NUMBERED,
)
OUTGOING_MAIL: Final = Book(
    "outgoing_mail",
    lambda view: view.outgoing_mail,
    OutgoingMail,
    {"way": "mail_out_ways"},
    orders=(("posted_on", "delivered_on"), ("posted_on", "returned_on")),
    fixed=_NUMBERED,
)

# Entered and put right by services of their own.
RECORDS_CORRECTIONS: Final = Book(
    "records_correction",
    lambda view: view.records_corrections,
    RecordsCorrection,
    {"applicant_kind": "applicants", "result": "records_results"},
    orders=(("received_on", "concluded_on"),),
    fixed=frozenset({"concluded_on", "result", "explanation"}),
)
OTHER_OFFICES: Final = Book(
    "other_office",
    lambda view: view.other_offices,
    OtherOffice,
    {},
    fixed=frozenset({"name"}),
)

BOOKS: Final = (
    PUBLICATIONS,
    COMPLAINTS,
    RECONSIDERATIONS,
    LAWSUITS,
    INQUIRIES,
    REFUSAL_REVIEWS,
    INCOMING_MAIL,
    OUTGOING_MAIL,
)
