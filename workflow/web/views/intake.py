"""What intake shows beside its form: the days as they would run, and what looks alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.clock.answer import reckon
from states.clock.deadlines import ClockKey, running
from states.errors import StatuteError
from states.statute.practice import Practice
from states.statute.receipt import RECEIPT, ReceiptFact
from states.statute.versions import law_on
from states.steps import Role
from states.terms import label
from workflow.failures import sentences_of
from workflow.i18n import Lang, Text
from workflow.services.intake import case_of
from workflow.services.intake_form import RequestForm
from workflow.services.likeness import Decision, DecisionKind
from workflow.services.similar import Alike, Found
from workflow.services.worklist import mask
from workflow.wording.clocks import CLOCKS
from workflow.wording.effects import effect_of
from workflow.wording.likeness import RELATIONS, WHY

DAYS = ("submitted_on", "arrived_on", "signed_on", "confirmed_on", "received_on")
_COUNTS: dict[ReceiptFact, Text] = {
    ReceiptFact.SUBMITTED: Text("申请人提交之日", "the day of submission"),
    ReceiptFact.SIGNED_FOR: Text("本机关签收之日", "the day of signature"),
    ReceiptFact.CONFIRMED: Text("与申请人确认之日", "the day of confirmation with the applicant"),
}
_THE_CHOSEN = Text("所选的一件", "the chosen one")
_THIS = Text("本件", "this one")
DECISIONS: dict[str, Text] = {
    "new": Text("仍登记为新的一件", "Register it as a new one"),
    "link": Text("登记，并与它关联", "Register it, and link the two"),
    "merge": Text("登记，并合并到它", "Register it, and merge it into the other"),
    "keep_apart": Text("登记，并记明分别办理", "Register it, and keep the two apart"),
}
_NEW_EFFECT = Text(
    "只登记，不定两件的关系；以后在本件的页面上仍可关联、合并或者分别办理。",
    "Registered, and nothing decided; the two can be linked, merged or kept apart later.",
)


@dataclass(frozen=True, slots=True)
class Clock:
    """One period that would run."""

    words: str
    due: date
    provisional: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The days of a request as they would run if it were registered as it is filled in."""

    counts: str = ""
    article: str = ""
    received_on: date | None = None
    count: int = 0
    clocks: tuple[Clock, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def reply(self) -> Clock | None:
        """The period to answer, where it runs."""
        return self.clocks[0] if self.clocks else None


def foreseen(
    said: Mapping[str, object],
    *,
    today: date,
    practice: Practice,
    calendar: WorkCalendar,
    lang: Lang,
) -> Foreseen:
    """Return how the days would run: of what is filled in, only channel and days matter."""
    days = {name: said.get(name) for name in ("channel", *DAYS)}
    stand_in = {"applicant": "—", "content": "—"}
    try:
        filled = RequestForm.filled_in({**stand_in, **days}, today=today, practice=practice)
        command = filled.command(actor="", role=Role.CLERK)
        case = case_of(command, practice, today=today, calendar=calendar)
    except (ValidationError, StatuteError) as error:
        return Foreseen(faults=sentences_of(error, lang) or ())
    law = law_on(case.events[0].on, practice.revised_from)
    rule = RECEIPT[law][command.channel]
    counts, article = _COUNTS[rule.fact].say(lang), rule.citation.short
    if case.receipt is None:
        return Foreseen(counts, article)
    reckoning = reckon(case, calendar, today)
    return Foreseen(
        counts,
        article,
        reckoning.received_on,
        reckoning.count,
        clocks_of(case, calendar, today, lang),
    )


def clocks_of(case: Case, calendar: WorkCalendar, today: date, lang: Lang) -> tuple[Clock, ...]:
    """Return the periods that run on a case, that of the reply first."""
    clocks = sorted(running(case, calendar, today), key=lambda one: one.key != ClockKey.REPLY)
    return tuple(
        Clock(CLOCKS[one.key].say(lang), one.due, one.provisional, one.citation.short)
        for one in clocks
    )


@dataclass(frozen=True, slots=True)
class LikeRow:
    """One request that looks alike, as it is shown; the applicant is masked."""

    row_id: int
    number: str
    score: int
    on: date
    channel: str
    state: str
    applicant: str
    why: str
    content: str


@dataclass(frozen=True, slots=True)
class DecisionChoice:
    """One thing that may be decided, and what it does."""

    code: str
    words: str
    effect: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """What looks alike, what may be decided about it, and what was chosen so far."""

    rows: tuple[LikeRow, ...]
    of_applicant: int
    choices: tuple[DecisionChoice, ...]
    seen: str
    chosen: str = ""
    other: str = ""
    reason: str = ""
    fault: str = ""


def likeness_shown(found: Found, ids: Mapping[str, int], lang: Lang) -> Likeness:
    """Return what looks alike for the page."""
    return Likeness(
        tuple(_row(alike, ids[alike.number], lang) for alike in found.alike),
        found.of_applicant,
        tuple(_choices(found, lang)),
        seen_of(found),
        other=found.alike[0].number if len(found.alike) == 1 else "",
    )


def seen_of(found: Found) -> str:
    """Return the numbers that were shown, so that what is new since is not decided unseen."""
    return "\n".join(alike.number for alike in found.alike)


def decided(code: str, other: str, reason: str) -> Decision:
    """Return the decision that was chosen."""
    if code in set(DecisionKind):
        return Decision(DecisionKind(code), other, reason)
    return Decision()


def _choices(found: Found, lang: Lang) -> list[DecisionChoice]:
    other = found.alike[0].number if len(found.alike) == 1 else _THE_CHOSEN.say(lang)
    this = _THIS.say(lang)
    return [
        DecisionChoice(
            code,
            words.say(lang),
            _NEW_EFFECT.say(lang)
            if code == "new"
            else effect_of(code, lang, number=this, other=other),
        )
        for code, words in DECISIONS.items()
    ]


def _row(alike: Alike, row_id: int, lang: Lang) -> LikeRow:
    state = label("states", alike.state, lang)
    if alike.outcome is not None:
        state = f"{state} · {label('outcomes', alike.outcome, lang)}"
    said = [WHY[why].say(lang, percent=round(100 * alike.text)) for why in alike.why]
    if alike.relation is not None:
        said.append(RELATIONS[alike.relation].say(lang))
    return LikeRow(
        row_id=row_id,
        number=alike.number,
        score=alike.score,
        on=alike.on,
        channel=label("channels", alike.channel, lang) if alike.channel else "",
        state=state,
        applicant=mask(alike.applicant, alike.applicant_kind),
        why=Text("；", "; ").say(lang).join(said),
        content=" ".join(alike.content.split()),
    )
