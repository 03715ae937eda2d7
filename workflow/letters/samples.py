"""Fictional letters of every kind, by which a template is tried: both laws, with and without.

What the law adds to the facts is worked out as for any letter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import built_in
from states.case import Case, Event, EventKind
from states.statute.outcomes import Outcome, rule
from states.statute.practice import DEFAULT_PRACTICE
from states.statute.receipt import Channel
from states.statute.versions import Law
from workflow.letters.catalogue import letter
from workflow.letters.compose import facts_for
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Facts
from workflow.letters.kinds import Addressee, LetterKind, LetterRule
from workflow.letters.record import Occasion, OfficeCard, RequestCard
from workflow.letters.sample_facts import DECIDED, EARLIER, GIVEN, OTHERWISE, WITHHELD
from workflow.letters.settings import LetterSettings
from workflow.records.canonical import JsonValue

_OFFICE = OfficeCard(
    name="净峰镇人民政府",
    prefix="净",
    parent="惠安县人民政府",
    phone="0595-87800000",
    address="福建省惠安县净峰镇政府大院",
    settings=LetterSettings(
        contact_office="净峰镇党政综合办公室",
        court="惠安县人民法院",
        online_reconsideration="福建省行政复议服务平台",
        lookup="https://example.cn/lookup?number={number}",
    ),
)
_BARE_OFFICE = OfficeCard(name="净峰镇人民政府", prefix="净", parent="惠安县人民政府")
_CONTENT = "2016年至2017年净峰镇滨海路扩建项目的征地补偿方案和补偿登记表"


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a fictional request under one version of the law."""

    received: date
    asked: date
    answered: date
    written: date
    long_after: date


_DAYS = {
    Law.OGI_2007: _Days(  # Wed, Thu, Tue, Fri, Wed
        date(2017, 9, 20),
        date(2017, 9, 21),
        date(2017, 9, 26),
        date(2017, 9, 29),
        date(2017, 11, 1),
    ),
    Law.OGI_2019: _Days(  # Mon, Wed, Wed, Mon, Mon
        date(2025, 9, 1),
        date(2025, 9, 3),
        date(2025, 9, 10),
        date(2025, 9, 22),
        date(2025, 10, 20),
    ),
}
_E = EventKind


@dataclass(frozen=True, slots=True)
class Sample:
    """One fictional letter: its facts, and what it tries."""

    kind: LetterKind
    name: str
    facts: Facts


def samples(kind: LetterKind) -> Iterator[Sample]:
    """Yield letters of a kind: under each law, with each outcome, full of facts and bare."""
    row = letter(kind)
    for law in sorted(row.laws):
        outcomes = [each for each in row.outcomes if law in rule(each).laws]
        for outcome in outcomes or (None,):
            named = f"-{outcome.value}" if outcome and len(outcomes) > 1 else ""
            for given, number in _contents(kind, law, outcome):
                name = f"{law.value}{named}{number}"
                yield Sample(kind, name, _Trial(row, law, outcome, given).facts())
                bare = _Trial.bare(row, law, outcome, given)
                yield Sample(kind, f"{name}-bare", bare.facts())


def _contents(
    kind: LetterKind, law: Law, outcome: Outcome | None
) -> Iterator[tuple[dict[str, JsonValue], str]]:
    """Yield what a clerk would give, once for each way that it may be given."""
    given = dict(GIVEN.get(kind, {}))
    if law is Law.OGI_2007:
        given |= EARLIER.get(kind, {})
    if outcome is not None:
        given |= DECIDED.get(outcome, {})
    if kind is LetterKind.WITHHOLDING_REPLY and outcome is not None:
        ground, reason = WITHHELD[outcome]
        title = "《滨海路扩建项目评估报告》"
        given["withheld"] = [{"title": title, "ground": ground, "reason": reason}]
    yield given, ""
    for number, changes in enumerate(OTHERWISE.get(kind, ()), 2):
        yield given | changes, f"-{number}"


@dataclass(frozen=True, slots=True)
class _Trial:
    """The circumstances of one sample; a bare one lacks whatever may be lacking."""

    row: LetterRule
    law: Law
    outcome: Outcome | None
    given: Mapping[str, JsonValue]
    is_bare: bool = False

    @classmethod
    def bare(
        cls, row: LetterRule, law: Law, outcome: Outcome | None, given: Mapping[str, JsonValue]
    ) -> "_Trial":
        """Return the circumstances in which nothing is known that need not be."""
        needed = {name: value for name, value in given.items() if not FACTS[name].optional}
        return cls(row, law, outcome, needed, is_bare=True)

    def facts(self) -> Facts:
        facts, _ = facts_for(self.row.kind, self._occasion(), self.given)
        number = "" if self.row.is_form else f"净公开〔{self._written.year}〕3号"
        return facts | {"document_number": number}

    @property
    def _written(self) -> date:
        days = _DAYS[self.law]
        return days.long_after if self.row.kind is LetterKind.CONCLUSION_NOTICE else days.written

    def _occasion(self) -> Occasion:
        online = self.row.affects_rights and not self.is_bare
        return Occasion(
            office=_BARE_OFFICE if self.is_bare else _OFFICE,
            request=self._request() if self.row.needs_request else None,
            on=self._written,
            calendar=built_in(),
            practice=DEFAULT_PRACTICE,
            outcome=self.outcome,
            delivery="internet" if online else "",
        )

    def _request(self) -> RequestCard:
        is_company = self.is_bare and self.row.addressee is Addressee.APPLICANT
        return RequestCard(
            id=8,
            number=f"净公开申〔{self._written.year}〕8号",
            applicant="惠安海滨建材有限公司" if is_company else "张三",
            applicant_kind="company" if is_company else "natural_person",
            content=_CONTENT,
            case=self._case(),
            contact="" if self.is_bare else "福建省惠安县净峰镇某村1号，电话 13800000000",
            case_officer="" if self.is_bare else "李四",
            lookup_code="" if self.is_bare else "7KM4-QX9R-2TVH-W6PD",
        )

    def _case(self) -> Case:
        days = _DAYS[self.law]
        if self.is_bare and self.row.kind is LetterKind.REGISTRATION_FORM:
            return Case.of(Channel.POST_ORDINARY, [Event(_E.ARRIVED, days.received)])
        submitted = Event(_E.SUBMITTED, days.received)
        return Case.of(Channel.IN_PERSON, [submitted, *self._events(days)])

    def _events(self, days: _Days) -> list[Event]:
        """Return what must have happened before such a letter."""
        reasons = [
            Event(_E.REASONS_REQUESTED, days.asked),
            Event(_E.REASONS_RECEIVED, days.answered),
        ]
        opinion = [
            Event(_E.THIRD_PARTY_CONSULTED, days.asked, ref="甲"),
            Event(_E.THIRD_PARTY_ANSWERED, days.answered, ref="甲"),
        ]
        correction = [
            Event(_E.CORRECTION_REQUESTED, days.asked, workdays=5),
            Event(_E.CORRECTION_RECEIVED, days.answered),
        ]
        before = {
            LetterKind.EXTENSION_NOTICE: [Event(_E.EXTENSION_APPROVED, days.answered, workdays=10)],
            LetterKind.DELAY_NOTICE: reasons,
            LetterKind.EXCESSIVE_NOTICE: [] if self.is_bare else reasons,
            LetterKind.CONSULTATION_NOTICE: opinion[:1],
            LetterKind.THIRD_PARTY_NOTICE: opinion[:1] if self.is_bare else opinion,
            LetterKind.STILL_UNCLEAR_NOTICE: correction,
            LetterKind.CONCLUSION_NOTICE: self._ending(days),
        }
        return before.get(self.row.kind, [])

    def _ending(self, days: _Days) -> list[Event]:
        match self.outcome:
            case Outcome.NOT_CORRECTED:
                return [Event(_E.CORRECTION_REQUESTED, days.asked, workdays=5)]
            case Outcome.NOT_PAID:
                return [
                    Event(_E.FEE_NOTIFIED, days.asked),
                    Event(_E.FEE_NOTICE_DELIVERED, days.asked),
                ]
            case _:
                return [Event(_E.WITHDRAWN, days.answered)]
