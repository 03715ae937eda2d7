"""One step judged in memory: guards, refusal, fact; beside a dictionary that asks nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from states.calendar.workdays import built_in
from states.case import Case, State
from states.chart.rows import CHART
from states.deciding.draft import draft_of
from states.errors import MoveRefusedError
from states.machine import fire
from states.matters import (
    DraftSubmitted,
    ItemDecided,
    ItemReviewed,
    Matter,
    ReplyApproved,
    ReplyDated,
    ReplyDelivered,
    ReplyServed,
)
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role, Step
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.timing import Contender, Work, alternate, shown

TAKEN, REFUSED, FLOOR = "taken", "refused", "dict and function"
TARGET = Target("×", must=at_most(200), aim=at_most(100))

TODAY = date(2023, 12, 29)  # Friday

Judged = tuple[Case, Step]


def _step(move: str, on: str, **terms: object) -> Step:
    return Step(move, date.fromisoformat(on), TODAY, Role.HEAD_OF_OFFICE, **terms)  # type: ignore[arg-type]


# A life as offices have it: a correction, a third party, an extension, a reply of two items that is
# reviewed and approved, and goes by post.
BEFORE = (
    _step("receive_in_hand", "2023-05-08"),
    _step("request_correction", "2023-05-11"),
    _step("receive_correction", "2023-05-18"),
    _step("consult_third_party", "2023-05-22", ref="a"),
    _step("record_third_party_delivery", "2023-05-24", ref="a"),
    _step("receive_third_party_opinion", "2023-06-05", ref="a"),
    _step("approve_extension", "2023-06-15"),
    _step("extend", "2023-06-16", workdays=20),
)
AFTER = (
    _step("post_reply", "2023-07-11", matter=ReplyServed(tracking="1151234567890")),
    _step("record_reply_delivery", "2023-07-14", matter=ReplyDelivered("张三")),
)
ITEMS = (
    ItemDecided("1", "征地补偿安置方案", Decision.DISCLOSE, where="随信附上"),
    ItemDecided(
        "2", "农户补偿明细", Decision.SEVER, Ground.PERSONAL_PRIVACY, "身份证号码", "涉及个人隐私"
    ),
)


def _replying(case: Case) -> Iterator[Step]:
    """Yield the steps of a reply; what is signed for names by digest what came before."""

    def taken(move: str, matter: Matter, role: Role = Role.CLERK) -> Step:
        nonlocal case
        step = replace(_step(move, "2023-07-10", matter=matter), role=role, actor=role)
        case = case.after(fire(case, step, built_in()))
        return step

    yield from [taken("decide_item", item) for item in ITEMS]
    yield taken("submit_draft", DraftSubmitted(draft_of(case).digest))
    for item in draft_of(case).items:
        reviewed = ItemReviewed(item.decided.item, passed=True, basis="不涉密", digest=item.digest)
        yield taken("review_item", reviewed, Role.REVIEWER)
    yield taken("approve_reply", ReplyApproved(draft_of(case).digest), Role.HEAD_OF_OFFICE)
    yield taken("date_reply", ReplyDated("测公复〔2023〕1号", draft_of(case).digest))


def _life() -> tuple[Step, ...]:
    case = Case(Channel.IN_PERSON)
    for step in BEFORE:
        case = case.after(fire(case, step, built_in()))
    return (*BEFORE, *_replying(case), *AFTER)


LIFE = _life()
# The same moves where the law will not have them.
WRONG: dict[str, dict[str, object]] = {
    "receive_in_hand": {"on": date(2024, 1, 2)},
    "request_correction": {"on": date(2023, 5, 26)},
    "receive_correction": {"on": date(2023, 5, 10)},
    "consult_third_party": {"on": date(2023, 5, 5)},
    "record_third_party_delivery": {"ref": "b"},
    "receive_third_party_opinion": {"ref": "b"},
    "approve_extension": {"role": Role.CLERK},
    "extend": {"workdays": 21},
    "decide_item": {"matter": None},
    "submit_draft": {"matter": DraftSubmitted("")},
    "review_item": {"actor": Role.CLERK},
    "approve_reply": {"actor": Role.CLERK},
    "date_reply": {"matter": None},
    "post_reply": {"outcome": Outcome.DISCLOSED},
    "record_reply_delivery": {"on": date(2023, 7, 10)},
}


def bench(effort: Effort) -> Iterator[Line]:
    """Take a whole life's steps, have each refused, and walk the same through a dictionary."""
    lived = effort.of(100, 20)
    timings = alternate(
        [
            Contender(TAKEN, _taking(lived)),
            Contender(REFUSED, _refusing(lived)),
            Contender(FLOOR, _looking_up(lived * 10)),
        ],
        effort.of(31, 1),
        effort.random,
    )
    floor = f"{FLOOR} {shown(timings.median(FLOOR))}"
    for name in (TAKEN, REFUSED):
        ours = shown(timings.median(name))
        ratio = timings.ratio(name, FLOOR)
        yield Line(f"step in memory, {name}", ours, floor, ratio, TARGET)


def life() -> list[Judged]:
    """Return every step of the life with the case it is asked of."""
    calendar, case = built_in(), Case(Channel.IN_PERSON)
    judged = []
    for step in LIFE:
        judged.append((case, step))
        case = case.after(fire(case, step, calendar))
    return judged


def anew(judged: list[Judged], times: int) -> list[Judged]:
    """Return the cases as rebuilt from their facts: what one has worked out is not kept."""
    return [(Case(case.channel, case.events), step) for _ in range(times) for case, step in judged]


def _taking(times: int) -> Callable[[], Work]:
    calendar, judged = built_in(), life()

    def prepare() -> Work:
        cases = anew(judged, times)

        def work() -> int:
            for case, step in cases:
                fire(case, step, calendar)
            return len(cases)

        return work

    return prepare


def _refusing(times: int) -> Callable[[], Work]:
    calendar = built_in()
    judged = [(case, _wronged(step)) for case, step in life()]

    def prepare() -> Work:
        cases = anew(judged, times)

        def work() -> int:
            refused = 0
            for case, step in cases:
                try:
                    fire(case, step, calendar)
                except MoveRefusedError:
                    refused += 1
            if refused != len(cases):
                raise AssertionError(refused)
            return refused

        return work

    return prepare


def _wronged(step: Step) -> Step:
    return replace(step, **WRONG[step.move])  # type: ignore[arg-type]


def _looking_up(times: int) -> Callable[[], Work]:
    chart: dict[tuple[State, str], tuple[State, Callable[[Step], bool]]] = {
        (source, move.name): (move.target or source, _allowed)
        for move in CHART
        for source in move.sources
    }
    asked = [(case.state, step) for case, step in life()] * times

    def moved(state: State, step: Step) -> State:
        target, guard = chart[state, step.move]
        if not guard(step):
            raise PermissionError(step.move)
        return target

    def work() -> int:
        for state, step in asked:
            moved(state, step)
        return len(asked)

    return lambda: work


def _allowed(step: Step) -> bool:
    return step.on <= step.today
