"""`disclosure clock` on cases of every shape: its speed as a function and as a process."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from states.calendar.workdays import built_in
from tests.bench.lines import Effort, Line, Target, at_least, at_most
from tests.bench.measured import Measured, measured
from tests.bench.shapes import case_lines
from tests.bench.timing import Contender, Work, alternate, rate
from workflow.services.clock.lines import Tally, answer_lines

PLAIN, WITH_LEDGER = "no ledger", "with ledger"
COMMAND = ("-m", "workflow", "clock", "--no-ledger")
PEERS = "foi-flow 3,200/s; froide 10,700/s †"

SPEED = Target("cases/s", must=at_least(20_000), aim=at_least(50_000))
SHOWN = Target("cases/s")
MEMORY = Target("×", must=at_most(1.1), aim=at_most(1.03))


def bench(effort: Effort) -> Iterator[Line]:
    """Answer the cases in this process, then in processes of their own."""
    lines = list(case_lines(effort.of(10_000, 500), effort.random))
    timings = alternate(
        [
            Contender(PLAIN, _answering(lines, with_ledger=False)),
            Contender(WITH_LEDGER, _answering(lines, with_ledger=True)),
        ],
        effort.of(5, 1),
        effort.random,
    )
    for name, target in ((PLAIN, SPEED), (WITH_LEDGER, SHOWN)):
        seconds = timings.median(name)
        yield Line(f"clock, any case, {name}", rate(seconds), PEERS, 1 / seconds, target)
    yield from _as_processes(effort)


def _answering(lines: list[bytes], *, with_ledger: bool) -> Callable[[], Work]:
    calendar = built_in()

    def work() -> int:
        tally = Tally()
        for _ in answer_lines(lines, calendar, with_ledger=with_ledger, tally=tally):
            pass
        if tally.faulty:
            raise AssertionError(tally)
        return tally.answered

    return lambda: work


def _as_processes(effort: Effort) -> Iterator[Line]:
    few, many = effort.of(20_000, 300), effort.of(200_000, 3_000)
    with TemporaryDirectory() as folder:
        small = _on(Path(folder) / "few.jsonl", few, effort)
        large = _on(Path(folder) / "many.jsonl", many, effort)
    each = large.seconds / many
    yield Line(f"clock, whole process, {many:,} lines", rate(each), PEERS, 1 / each, SPEED)
    yield Line(
        f"clock, peak memory of {many:,} lines",
        f"{large.peak_mib:.1f} MiB",
        f"{few:,} lines {small.peak_mib:.1f} MiB",
        large.peak_mib / small.peak_mib,
        MEMORY,
    )


def _on(path: Path, count: int, effort: Effort) -> Measured:
    with path.open("wb") as file:
        file.writelines(case_lines(count, effort.random))
    return measured(*COMMAND, given=path)
