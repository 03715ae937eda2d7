"""A plain reply date: twenty working days after a random day, beside a floor and two libraries."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import chinese_calendar
from holidays import country_holidays

from states.calendar.workdays import built_in, due_date
from states.statute.periods import ANSWER
from states.statute.versions import Law
from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.timing import Contender, Timings, Work, alternate, rate, shown

OURS = "ours"
TABLE = "prefix table"
HOLIDAYS = "holidays"
CHINESE_CALENDAR = "chinesecalendar"

TARGETS = {
    TABLE: Target("×", aim=at_most(1.5)),
    HOLIDAYS: Target("× faster", must=at_least(100)),
    CHINESE_CALENDAR: Target("× faster", must=at_least(2_000)),
}

COUNT = ANSWER.under[Law.OGI_2019].count
FIRST, LAST = date(2008, 5, 1).toordinal(), date(2026, 11, 1).toordinal()
ONE_DAY = timedelta(days=1)

Rule = Callable[[date], date]


def bench(effort: Effort) -> Iterator[Line]:
    """Compare the public function with each of the others; all must agree first."""
    sizes = {
        OURS: effort.of(100_000, 2_000),
        TABLE: effort.of(100_000, 2_000),
        HOLIDAYS: effort.of(2_000, 100),
        CHINESE_CALENDAR: effort.of(150, 10),
    }
    ordinals = [effort.random.randint(FIRST, LAST) for _ in range(sizes[OURS])]
    rules = _rules()
    _agree(rules, ordinals[: sizes[CHINESE_CALENDAR]])
    contenders = [
        Contender(name, _over(rule, ordinals[: sizes[name]])) for name, rule in rules.items()
    ]
    timings = alternate(contenders, effort.of(7, 1), effort.random)
    yield _beside_table(timings)
    yield from (_beside(name, timings) for name in (HOLIDAYS, CHINESE_CALENDAR))


def _over(rule: Rule, ordinals: list[int]) -> Callable[[], Work]:
    """Apply a rule to every day; a date keeps its hash, so that each round has new ones."""

    def prepare() -> Work:
        days = [date.fromordinal(ordinal) for ordinal in ordinals]

        def work() -> int:
            for day in days:
                rule(day)
            return len(days)

        return work

    return prepare


def _rules() -> dict[str, Rule]:
    calendar = built_in()
    known = country_holidays("CN", years=range(2008, 2028))
    workdays = calendar.workdays
    first = date(2008, 1, 1).toordinal()
    before = [
        calendar.positions[date.fromordinal(day)] for day in range(first, LAST + 1)
    ]  # the floor's own table: a list, without the checks

    def ours(day: date) -> date:
        return due_date(day, COUNT, calendar)

    def by_table(day: date) -> date:
        return workdays[before[day.toordinal() - first] + COUNT]

    def by_holidays(day: date) -> date:
        return known.get_nth_working_day(day, COUNT)

    return {
        OURS: ours,
        TABLE: by_table,
        HOLIDAYS: by_holidays,
        CHINESE_CALENDAR: _by_loop,
    }


def _by_loop(day: date) -> date:
    left = COUNT
    while left:
        day += ONE_DAY
        left -= chinese_calendar.is_workday(day)
    return day


def _agree(rules: dict[str, Rule], ordinals: list[int]) -> None:
    for ordinal in ordinals:
        day = date.fromordinal(ordinal)
        found = {name: rule(day) for name, rule in rules.items()}
        if len(set(found.values())) > 1:
            raise AssertionError(day, found)


def _beside_table(timings: Timings) -> Line:
    return Line(
        "plain reply date",
        shown(timings.median(OURS)),
        f"{TABLE} {shown(timings.median(TABLE))}",
        timings.ratio(OURS, TABLE),
        TARGETS[TABLE],
    )


def _beside(name: str, timings: Timings) -> Line:
    return Line(
        "plain reply date",
        rate(timings.median(OURS)),
        f"{name} {rate(timings.median(name))}",
        timings.ratio(name, OURS),
        TARGETS[name],
    )
