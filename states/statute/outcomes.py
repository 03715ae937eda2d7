"""The lawful outcomes of a request, and the row each takes in each form of the annual report.

A new outcome needs its name in the ledger's reference page, and its row in every form.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.fees import FEES_SINCE
from states.statute.instruments import FEE_2020, OGI_2007, OGI_2019, OPINIONS_2008
from states.statute.versions import FIRST_DAY, Law, law_on
from states.terms import label


class Outcome(StrEnum):
    """How a request ended."""

    ALREADY_PUBLIC = "already_public"
    DISCLOSED = "disclosed"
    PARTLY_DISCLOSED = "partly_disclosed"
    STATE_SECRET = "state_secret"  # noqa: S105 -- a ground for withholding, not a password
    PROHIBITED_BY_LAW = "prohibited_by_law"
    ENDANGERS_SECURITY = "endangers_security"
    THIRD_PARTY_RIGHTS = "third_party_rights"
    INTERNAL_AFFAIRS = "internal_affairs"
    DELIBERATIVE = "deliberative"
    ENFORCEMENT_FILE = "enforcement_file"
    SPECIAL_QUERY = "special_query"
    NOT_HELD = "not_held"
    NOT_OURS = "not_ours"
    NEEDS_CREATION = "needs_creation"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLISHED_MATTER = "published_matter"
    EXCESSIVE = "excessive"
    CONFIRMATION_SOUGHT = "confirmation_sought"
    NOT_CORRECTED = "not_corrected"
    NOT_PAID = "not_paid"
    OTHERWISE_CONCLUDED = "otherwise_concluded"
    WITHHELD_UNSPECIFIED = "withheld_unspecified"
    OTHER_UNSPECIFIED = "other_unspecified"


class OutcomeFamily(StrEnum):
    """The six results of the forms since 2019: （一） to （六）."""

    DISCLOSED = "disclosed"
    PARTLY_DISCLOSED = "partly_disclosed"
    WITHHELD = "withheld"
    NOT_AVAILABLE = "not_available"
    NOT_PROCESSED = "not_processed"
    OTHERWISE_CONCLUDED = "otherwise_concluded"


class ReplyType2008(StrEnum):
    """The four kinds of reply of the oldest form."""

    AGREED = "agreed"
    AGREED_PARTLY = "agreed_partly"
    WITHHELD = "withheld"
    OTHER = "other"


class Ending(StrEnum):
    """What brought the request to its end."""

    ANSWER = "answer"
    LAPSE = "lapse"
    WITHDRAWAL = "withdrawal"


class RemedyClass(StrEnum):
    """Which way to a remedy the outcome opens, for decisions made since 2024."""

    CHOICE = "choice"
    RECONSIDERATION_FIRST = "reconsideration_first"
    RECONSIDERATION_FIRST_IN_PART = "reconsideration_first_in_part"
    NONE = "none"


# The oldest form counts every other family as 其他类型.
_TYPE_2008 = {
    OutcomeFamily.DISCLOSED: ReplyType2008.AGREED,
    OutcomeFamily.PARTLY_DISCLOSED: ReplyType2008.AGREED_PARTLY,
    OutcomeFamily.WITHHELD: ReplyType2008.WITHHELD,
}


@dataclass(frozen=True)
class OutcomeRule:
    """One outcome: its code, its rows in the forms, and its articles under each version.

    Without `code` it is a word of the oldest form whose ground was not recorded, and has no row in
    the later forms. `row_2014_verified` is False where more than one row is arguable.
    """

    outcome: Outcome
    code: str | None
    family: OutcomeFamily
    row_2021: str | None
    row_2014: int | None
    citations: tuple[Citation, ...] = ()
    citations_2007: tuple[Citation, ...] = ()
    row_2014_verified: bool = True
    laws: frozenset[Law] = frozenset(Law)
    ending: Ending = Ending.ANSWER
    remedy_class: RemedyClass = RemedyClass.CHOICE

    @property
    def zh(self) -> str:
        """The name that the ledger knows it by."""
        return label("outcomes", self.outcome)

    @property
    def en(self) -> str:
        """The name in English."""
        return label("outcomes", self.outcome, "en")

    @property
    def row_2019(self) -> str | None:
        """The row of the 2019 form, in which （六）其他处理 is a single row."""
        if self.row_2021 and self.family is OutcomeFamily.OTHERWISE_CONCLUDED:
            return "R3.6"
        return self.row_2021

    @property
    def type_2008(self) -> ReplyType2008:
        """The kind of reply of the oldest form, where the office has not chosen otherwise."""
        if self.outcome is Outcome.SPECIAL_QUERY:
            return ReplyType2008.OTHER
        return _TYPE_2008.get(self.family, ReplyType2008.OTHER)

    @property
    def is_answer(self) -> bool:
        """Whether the office answered, rather than the request lapsing or being withdrawn."""
        return self.ending is Ending.ANSWER

    @property
    def since(self) -> date:
        """The first day of receipt on which a request may end so."""
        if self.outcome is Outcome.NOT_PAID:
            return FEES_SINCE
        return min(FIRST_DAY[law] for law in self.laws)

    def cited_under(self, law: Law) -> tuple[Citation, ...]:
        """Return the articles that a reply under this version rests on; none where it is silent."""
        return self.citations if law is Law.OGI_2019 else self.citations_2007


def _now(article: int, paragraph: int = 0, item: int = 0) -> tuple[Citation, ...]:
    return (cite(OGI_2019, article, paragraph, item),)


def _then(article: int, paragraph: int = 0, item: int = 0) -> tuple[Citation, ...]:
    return (cite(OGI_2007, article, paragraph, item),)


_F = OutcomeFamily
_WITHHELD = _now(36, 0, 3)
_WITHHELD_2007 = _then(21, 0, 2)
_ONLY_2007 = frozenset({Law.OGI_2007})
_ONLY_2019 = frozenset({Law.OGI_2019})


def _refusal(
    outcome: Outcome, number: int, row_2014: int, now: tuple[Citation, ...], *then: Citation
) -> OutcomeRule:
    return OutcomeRule(
        outcome,
        f"O{number}",
        OutcomeFamily.WITHHELD,
        f"R3.3.{number - 3}",
        row_2014,
        now + _WITHHELD,
        then + _WITHHELD_2007,
        row_2014_verified=outcome not in _ARGUABLE_2014,
        remedy_class=RemedyClass.RECONSIDERATION_FIRST,
    )


# Third parties: row 31 or 32, as it is a trade secret or privacy (grounds.py knows which).
# Internal affairs: row 34 (not information in the sense of the Regulations) or 35 (other).
_ARGUABLE_2014 = frozenset({Outcome.THIRD_PARTY_RIGHTS, Outcome.INTERNAL_AFFAIRS})

_RULES = (
    OutcomeRule(
        Outcome.ALREADY_PUBLIC, "O1", _F.DISCLOSED, "R3.1", 26, _now(36, 0, 1), _then(21, 0, 1)
    ),
    OutcomeRule(Outcome.DISCLOSED, "O2", _F.DISCLOSED, "R3.1", 27, _now(36, 0, 2), _then(21, 0, 1)),
    OutcomeRule(
        Outcome.PARTLY_DISCLOSED,
        "O3",
        _F.PARTLY_DISCLOSED,
        "R3.2",
        28,
        _now(37),
        _then(22),
        remedy_class=RemedyClass.RECONSIDERATION_FIRST_IN_PART,
    ),
    _refusal(Outcome.STATE_SECRET, 4, 30, _now(14), *_then(14, 4)),
    _refusal(Outcome.PROHIBITED_BY_LAW, 5, 35, _now(14)),
    _refusal(Outcome.ENDANGERS_SECURITY, 6, 33, _now(14), *_then(8)),
    _refusal(Outcome.THIRD_PARTY_RIGHTS, 7, 31, _now(15) + _now(32), *_then(14, 4), *_then(23)),
    _refusal(Outcome.INTERNAL_AFFAIRS, 8, 34, _now(16, 1)),
    _refusal(Outcome.DELIBERATIVE, 9, 35, _now(16, 2)),
    _refusal(Outcome.ENFORCEMENT_FILE, 10, 35, _now(16, 2)),
    # The forms put it under 不予公开, yet it is no decision under art. 14 to 16.
    OutcomeRule(Outcome.SPECIAL_QUERY, "O11", _F.WITHHELD, "R3.3.8", 39, _now(36, 0, 7)),
    OutcomeRule(
        Outcome.NOT_HELD, "O12", _F.NOT_AVAILABLE, "R3.4.1", 37, _now(36, 0, 4), _then(21, 0, 3)
    ),
    OutcomeRule(
        Outcome.NOT_OURS, "O13", _F.NOT_AVAILABLE, "R3.4.1", 36, _now(36, 0, 5), _then(21, 0, 3)
    ),
    OutcomeRule(Outcome.NEEDS_CREATION, "O14", _F.NOT_AVAILABLE, "R3.4.2", 34, _now(38)),
    OutcomeRule(
        Outcome.STILL_UNCLEAR, "O15", _F.NOT_AVAILABLE, "R3.4.3", 38, _now(30), _then(21, 0, 4)
    ),
    OutcomeRule(Outcome.PETITION, "O16", _F.NOT_PROCESSED, "R3.5.1", 39, _now(39, 1)),
    # The 2007 text is silent; by the opinions of 2008 (not read) one need not answer again.
    OutcomeRule(
        Outcome.REPEATED,
        "O17",
        _F.NOT_PROCESSED,
        "R3.5.2",
        39,
        _now(36, 0, 6),
        (cite(OPINIONS_2008),),
    ),
    OutcomeRule(Outcome.PUBLISHED_MATTER, "O18", _F.NOT_PROCESSED, "R3.5.3", 39, _now(39, 2)),
    OutcomeRule(
        Outcome.EXCESSIVE, "O19", _F.NOT_PROCESSED, "R3.5.4", 39, _now(35), laws=_ONLY_2019
    ),
    # No article says so; the form of 2021 has a row for it.
    OutcomeRule(
        Outcome.CONFIRMATION_SOUGHT, "O20", _F.NOT_PROCESSED, "R3.5.5", 39, laws=_ONLY_2019
    ),
    OutcomeRule(
        Outcome.NOT_CORRECTED,
        "O21",
        _F.OTHERWISE_CONCLUDED,
        "R3.6.1",
        38,
        _now(30),
        laws=_ONLY_2019,
        ending=Ending.LAPSE,
    ),
    OutcomeRule(
        Outcome.NOT_PAID,
        "O22",
        _F.OTHERWISE_CONCLUDED,
        "R3.6.2",
        None,
        (cite(OGI_2019, 42), cite(FEE_2020, 6)),
        laws=_ONLY_2019,
        ending=Ending.LAPSE,
    ),
    OutcomeRule(
        Outcome.OTHERWISE_CONCLUDED,
        "O23",
        _F.OTHERWISE_CONCLUDED,
        "R3.6.3",
        None,
        ending=Ending.WITHDRAWAL,
        remedy_class=RemedyClass.NONE,
    ),
    OutcomeRule(
        Outcome.WITHHELD_UNSPECIFIED,
        None,
        _F.WITHHELD,
        None,
        None,
        _WITHHELD,
        _WITHHELD_2007,
        laws=_ONLY_2007,
        remedy_class=RemedyClass.RECONSIDERATION_FIRST,
    ),
    OutcomeRule(
        Outcome.OTHER_UNSPECIFIED, None, _F.OTHERWISE_CONCLUDED, None, None, laws=_ONLY_2007
    ),
)

CATALOGUE: dict[Outcome, OutcomeRule] = {row.outcome: row for row in _RULES}

_OLDEST_WORDS = {"同意公开": Outcome.DISCLOSED, "同意部分公开": Outcome.PARTLY_DISCLOSED}
_BY_NAME = {row.zh: row.outcome for row in _RULES} | _OLDEST_WORDS
_BY_CODE = {row.code: row.outcome for row in _RULES if row.code}


def rule(outcome: Outcome) -> OutcomeRule:
    """Return all that is laid down about an outcome."""
    return CATALOGUE[outcome]


def by_name(zh: str) -> Outcome | None:
    """Return the outcome that a ledger calls so, the four words of the oldest form included."""
    return _BY_NAME.get(zh)


def by_code(code: str) -> Outcome | None:
    """Return the outcome of a code, O1 to O23."""
    return _BY_CODE.get(code)


def open_to(
    received_on: date, *, revised_from: date = FIRST_DAY[Law.OGI_2019]
) -> tuple[Outcome, ...]:
    """Return the outcomes in which a request received that day may end."""
    law = law_on(received_on, revised_from)
    return tuple(row.outcome for row in _RULES if law in row.laws and row.since <= received_on)


def type_2008(
    outcome: Outcome,
    *,
    special_query_is_other: bool = True,
    abandonment_is_reply: bool = True,
) -> ReplyType2008 | None:
    """Return the line of the oldest form that counts it, or None where it is no reply."""
    if CATALOGUE[outcome].ending is Ending.LAPSE and not abandonment_is_reply:
        return None
    if outcome is Outcome.SPECIAL_QUERY and not special_query_is_other:
        return ReplyType2008.WITHHELD
    return CATALOGUE[outcome].type_2008
