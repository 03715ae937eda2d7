"""What is decided, when a request is logged, about one on record that looks like it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from workflow.i18n import Lang, Text
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.intake import LogRequest, log_request
from workflow.services.relating import KeepApart, LinkRequests, MergeRequest, decide
from workflow.services.similar import Asked, Found, similar_to
from workflow.wording.effects import effect_of

_NEW = Text("本件", "this one")


class DecisionKind(StrEnum):
    """What may be decided about two requests at once; the values are those of their effects."""

    MERGE = "merge"
    LINK = "link"
    KEEP_APART = "keep_apart"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about a new request and one on record, or nothing yet."""

    kind: DecisionKind | None = None
    other: str = ""
    reason: str = ""

    def make(
        self,
        number: str,
        logged: LogRequest,
        uow: UnitOfWork,
        *,
        at: datetime,
        calendar: WorkCalendar,
    ) -> None:
        """Make the decision in the unit of work that registers the request."""
        if self.kind is not None:
            decide(self._command(self.kind, number, logged), uow, at=at, calendar=calendar)

    def _command(
        self, kind: DecisionKind, number: str, logged: LogRequest
    ) -> MergeRequest | LinkRequests | KeepApart:
        first = logged.idempotency_key
        key = f"{first}/{kind}" if first else None
        if kind is DecisionKind.MERGE:
            return MergeRequest(
                number=number,
                into=self.other,
                reason=self.reason,
                actor=logged.actor,
                role=logged.role,
                idempotency_key=key,
            )
        pair = LinkRequests if kind is DecisionKind.LINK else KeepApart
        return pair(
            number=number,
            other=self.other,
            reason=self.reason,
            actor=logged.actor,
            role=logged.role,
            idempotency_key=key,
        )

    def effect(self, lang: Lang) -> str:
        """Return what the decision does."""
        return effect_of(str(self.kind), lang, number=_NEW.say(lang), other=self.other)


UNDECIDED = Decision()


def log_and_decide(
    command: LogRequest,
    decision: Decision,
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
) -> str:
    """Register a request and decide about another with it: both, or neither. Return its number."""
    number = log_request(command, uow, at=at, calendar=calendar)
    decision.make(number, command, uow, at=at, calendar=calendar)
    return number


def like_what_comes(command: LogRequest, view: View) -> Found:
    """Return what looks like a request that is about to be registered; of a repeated form, nothing.

    The number that a repeated form has already is not a likeness of itself.
    """
    if view.requests.registered_under(command.idempotency_key) is not None:
        return Found((), 0)
    details = command.details
    asked = Asked(
        content=command.content,
        applicant=command.applicant,
        identity_kind=details.identity_kind,
        identity_number=details.identity_number,
        contacts=(command.contact, details.phone, details.email),
        channel=command.channel.value,
    )
    return similar_to(view, asked)
