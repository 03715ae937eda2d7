"""Consultations: a letter sent, delivered and answered; several may run at once.

条例(2007) 第二十三条; 条例(2019) 第三十二至三十四条.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.clock.objections import ThirdPartyNotice, notice_due_to
from states.clock.spans import Consultation, consultations
from states.clock.standing import Standing, standings
from states.errors import MoveRefusedError, Refusal
from states.statute.opinions import Addressee, Opinion
from workflow.records.beside import (
    UNPROVED,
    UNSAID,
    ConsultationLetter,
    Delivered,
    OpinionGiven,
    ThirdPartyTold,
    Told,
    last_told,
    told,
)
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act, done, done_before, require
from workflow.services.handling.errors import ConsultationAmbiguousError, NothingToJudgeError

# Why an answer is annulled that is entered again with the judgement of its grounds.
JUDGED = "补记第三方理由是否合理的认定"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult(Act):
    """A letter of consultation goes out; without a reference it is given the next number."""

    to: Addressee
    letter: ConsultationLetter
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfConsultation(Act):
    """An act upon one consultation: the only one that fits, where no reference is given."""

    ref: str = ""
    to: Addressee | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverConsultation(_OfConsultation):
    """The letter reached whom it was sent to."""

    delivered: Delivered = UNPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveOpinion(_OfConsultation):
    """The opinion came."""

    opinion: Opinion
    given: OpinionGiven = UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeObjection(_OfConsultation):
    """Whether the grounds on which a third party objects are reasonable, and why."""

    reasonable: bool
    judgement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellThirdParty(_OfConsultation):
    """A third party is told in writing what is disclosed despite its objection, and why."""

    notice: ThirdPartyTold


@dataclass(frozen=True, slots=True)
class ConsultationFile:
    """All there is about one consultation: where it stands, and what was written."""

    standing: Standing
    letter: ConsultationLetter
    delivered: Delivered
    given: OpinionGiven
    notice: ThirdPartyNotice
    told_on: date | None

    @property
    def is_to_be_judged(self) -> bool:
        """Whether a third party objects, and its grounds were not judged yet."""
        one = self.standing.consultation
        return one.third_party and objects(one) and self.given.reasonable is None


def consult(command: Consult, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Write down that a letter of consultation was sent."""
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    require(addressee=command.letter.addressee)
    third_party = command.to is Addressee.THIRD_PARTY
    return done(
        command,
        "consult_third_party" if third_party else "consult_agency",
        uow,
        at=at,
        calendar=calendar,
        beside=command.letter,
        ref=command.ref.strip() or next_ref(uow.requests.case(command.number)),
        co_producer=command.to is not Addressee.OTHER_ORGAN,
    )


def deliver(
    command: DeliverConsultation, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a letter of consultation was delivered: its time runs from there."""
    return _of(
        command,
        ("record_third_party_delivery", "record_agency_delivery"),
        uow,
        at=at,
        calendar=calendar,
        beside=command.delivered,
    )


def receive_opinion(
    command: ReceiveOpinion, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down an opinion as it was given; late ones too, though they move no date."""
    return _of(
        command,
        ("receive_third_party_opinion", "receive_agency_opinion"),
        uow,
        at=at,
        calendar=calendar,
        beside=command.given,
        opinion=command.opinion,
    )


def tell_third_party(
    command: TellThirdParty, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a third party was told of disclosure despite its objection."""
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    require(disclosed=command.notice.disclosed, reason=command.notice.reason)
    only = replace(command, to=Addressee.THIRD_PARTY)
    ref = _meant(only, uow.requests.case(command.number), closed=True).ref
    return done(
        command, "notify_third_party", uow, at=at, calendar=calendar, beside=command.notice, ref=ref
    )


def judge_objection(
    command: JudgeObjection, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Enter an answer again, with the judgement of its grounds; the history keeps both."""
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    require(judgement=command.judgement)
    uow.requests.expect(command.number, command.expected_version)
    case = uow.requests.case(command.number)
    only = replace(command, to=Addressee.THIRD_PARTY)
    ref = _meant(only, case, closed=True).ref
    answer = last_told(told(uow.requests, command.number), EventKind.THIRD_PARTY_ANSWERED, ref=ref)
    if answer is None or answer.event.opinion in {None, Opinion.AGREE}:
        raise NothingToJudgeError(ref)
    uow.requests.annul(
        command.number, answer.seq, reason=JUDGED, actor=command.actor, at=at, calendar=calendar
    )
    given = replace(
        answer.beside(OpinionGiven),
        reasonable=command.reasonable,
        judgement=command.judgement.strip(),
    )
    again = replace(
        command,
        on=answer.event.on,
        acknowledged=answer.event.acknowledged,
        expected_version=None,
    )
    return done(
        again,
        "receive_third_party_opinion",
        uow,
        at=at,
        calendar=calendar,
        beside=given,
        ref=ref,
        opinion=answer.event.opinion,
    )


def consultation_files(
    case: Case, facts: tuple[Told, ...], on: date, calendar: WorkCalendar
) -> tuple[ConsultationFile, ...]:
    """Return all there is about each consultation of a request as on a day, in order of sending."""
    return tuple(_file(one, case, facts) for one in standings(case, on, calendar))


def objects(consultation: Consultation) -> bool:
    """Say whether somebody does not simply agree."""
    return consultation.opinion in {Opinion.PARTLY, Opinion.DISAGREE}


def next_ref(case: Case) -> str:
    """Return the lowest number that no consultation of a request bears."""
    used = {one.ref for one in consultations(case)}
    number = 1
    while str(number) in used:
        number += 1
    return str(number)


def _file(standing: Standing, case: Case, facts: tuple[Told, ...]) -> ConsultationFile:
    one = standing.consultation
    party = "THIRD_PARTY" if one.third_party else "AGENCY"
    sent = last_told(facts, EventKind[f"{party}_CONSULTED"], ref=one.ref)
    delivered = last_told(facts, EventKind[f"{party}_LETTER_DELIVERED"], ref=one.ref)
    answered = last_told(facts, EventKind[f"{party}_ANSWERED"], ref=one.ref)
    notified = last_told(facts, EventKind.THIRD_PARTY_NOTIFIED, ref=one.ref)
    return ConsultationFile(
        standing=standing,
        letter=ConsultationLetter() if sent is None else sent.beside(ConsultationLetter),
        delivered=Delivered() if delivered is None else delivered.beside(Delivered),
        given=OpinionGiven() if answered is None else answered.beside(OpinionGiven),
        notice=notice_due_to(case, one),
        told_on=None if notified is None or not one.third_party else notified.event.on,
    )


def _of(
    command: DeliverConsultation | ReceiveOpinion,
    moves: tuple[str, str],
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
    beside: object,
    opinion: Opinion | None = None,
) -> Entry:
    """Make the move of a third party, or that of an organ, upon the consultation meant."""
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    meant = _meant(command, uow.requests.case(command.number))
    move = moves[0] if meant.third_party else moves[1]
    return done(
        command,
        move,
        uow,
        at=at,
        calendar=calendar,
        beside=beside,
        ref=meant.ref,
        opinion=opinion,
    )


def _meant(command: _OfConsultation, case: Case, *, closed: bool = False) -> Consultation:
    """Return the one consultation that is meant; without a reference, the only one that fits.

    Those already answered are meant only by name, or where `closed` ones are asked about.
    """
    ref = command.ref.strip()
    fitting = [
        one
        for one in consultations(case)
        if (one.ref == ref if ref else one.is_open is not closed)
        and (command.to is None or one.addressee is command.to)
    ]
    if not fitting:
        code = "consultation_unknown" if ref else "no_open_consultation"
        refusal = Refusal(code, None, facts={"ref": ref} if ref else {})
        raise MoveRefusedError("consultation", (refusal,))
    if len(fitting) > 1:
        raise ConsultationAmbiguousError(command.number, tuple(one.ref for one in fitting))
    return fitting[0]
