"""Acts upon a request, done by a clerk unless somebody else is named."""

from collections.abc import Callable
from datetime import date
from typing import TypedDict, Unpack

from states.statute.opinions import Addressee, Opinion
from states.steps import Role, Step
from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.records.beside import UNSAID, ConsultationLetter, OpinionGiven
from workflow.records.chain import Entry
from workflow.services.casefile import CaseFile, case_file
from workflow.services.handling.consulting import (
    Consult,
    DeliverConsultation,
    ReceiveOpinion,
    consult,
    deliver,
    receive_opinion,
)
from workflow.services.handling.overview import Handling


class By(TypedDict, total=False):
    """Who does an act, and when."""

    on: date | None
    role: Role
    actor: str
    key: str | None
    version: int | None
    acknowledged: tuple[str, ...]


class Said(TypedDict):
    """What every act says."""

    number: str
    actor: str
    role: Role
    on: date | None
    acknowledged: tuple[str, ...]
    expected_version: int | None
    idempotency_key: str | None


def said(number: str, **by: Unpack[By]) -> Said:
    return {
        "number": number,
        "actor": by.get("actor", "李四"),
        "role": by.get("role", Role.CLERK),
        "on": by.get("on"),
        "acknowledged": by.get("acknowledged", ()),
        "expected_version": by.get("version"),
        "idempotency_key": by.get("key"),
    }


def act(office: Office, service: Callable[..., Entry], command: object) -> Entry:
    with office.work() as uow:
        return service(command, uow, at=office.clock.now(), calendar=office.calendar)


def a_consultation(
    office: Office,
    number: str,
    to: Addressee = Addressee.THIRD_PARTY,
    addressee: str = "东海公司",
    *,
    ref: str = "",
    **by: Unpack[By],
) -> Entry:
    letter = ConsultationLetter(addressee=addressee, items=("补偿协议",), sent_by="EMS")
    return act(office, consult, Consult(**said(number, **by), to=to, letter=letter, ref=ref))


def a_delivery(office: Office, number: str, ref: str = "", **by: Unpack[By]) -> Entry:
    return act(office, deliver, DeliverConsultation(**said(number, **by), ref=ref))


def an_opinion(
    office: Office,
    number: str,
    opinion: Opinion,
    ref: str = "",
    *,
    given: OpinionGiven = UNSAID,
    **by: Unpack[By],
) -> Entry:
    command = ReceiveOpinion(**said(number, **by), ref=ref, opinion=opinion, given=given)
    return act(office, receive_opinion, command)


def file_of(office: Office, number: str) -> CaseFile:
    today = legal_date(office.clock.now())
    with office.read() as view:
        return case_file(view, number, Step("", today, today, Role.CLERK), office.calendar)


def handling(office: Office, number: str) -> Handling:
    return file_of(office, number).handling


def answer_due(office: Office, number: str) -> date | None:
    with office.read() as view:
        return view.requests.find(number).answer_due
