"""Every target there is, so that one that nothing has measured yet is said to be so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promised:
    """A target: the work, what it must and should reach, and the beginning of the lines it has."""

    work: str
    must: str
    aim: str
    begins: str = ""

    def is_in(self, measured: Iterable[str]) -> bool:
        """Whether a line of that name was measured."""
        return any(work.startswith(self.begins or self.work) for work in measured)


PROMISED = (
    Promised("plain reply date", "≥ 100 × holidays, ≥ 2,000 × chinesecalendar", "≤ 1.5 ×"),
    Promised("clock, any case, no ledger", "≥ 20,000 cases/s", "≥ 50,000 cases/s"),
    Promised("step in memory", "≤ 200 ×", "≤ 100 ×"),
    Promised("durable move, one client", "≤ 2 ×", "≤ 1.5 ×"),
    Promised("durable move, 8 clients", "0 lost, 0 “locked”, ≤ 500 ms", "≥ 1.5 × raw, ≤ 50 ms"),
    Promised("durable move, PostgreSQL", "≤ 1.5 × raw five statements", "≤ 0.8 ×"),
    Promised("import of 10,000 requests", "≤ 60 s, ≤ 500 MiB", "≤ 15 s"),
    Promised(
        "2021 request table, 1,000,000 requests, SQLite",
        "≤ 4 × the full scan, ≥ 15 × faster than ORM",
        "≤ 6 × the range count, ≥ 150 × faster than ORM",
    ),
    Promised("2021 request table, 1,000,000 requests, PostgreSQL", "≤ 4 ×", "≤ 6 × the range"),
    Promised(
        "what is due, 1,000,000 requests, 8,000 open",
        "≤ 5 ms",
        "≤ 2 × the floor",
        "what is due, 1,000,000 requests",
    ),
    Promised("reminders into the outbox", "≤ 20 × INSERT … SELECT", "≤ 3 ×"),
    Promised("reminders claimed and acknowledged", "≥ 1,000/s, none lost", "≥ 2 × PGQueuer"),
    *(
        Promised(f"{document} as {format_}, warm", f"≤ {must} ms", f"≤ {aim} ms", begins)
        for document, format_, must, aim, begins in (
            ("letter", "PDF", 150, 80, "letter as PDF"),
            ("letter", "docx", 50, 10, "letter as docx"),
            ("letter", "HTML", 5, 1, "letter as HTML"),
            ("annual report", "PDF", 400, 150, "report as PDF"),
            ("annual report", "docx", 300, 60, "report as docx"),
            ("annual report", "HTML", 50, 10, "report as HTML"),
        )
    ),
    Promised(
        "worklist page, 100,000 requests, 16 connections",
        "≥ 200 pages/s, p99 ≤ 100 ms",
        "≤ 5 × of raw ASGI, p99 ≤ 30 ms",
    ),
    Promised(
        "two-character Chinese search, 100,000 requests",
        "≤ 20 ms",
        "equal answers, ≥ 20 × faster than LIKE",
        "two-character Chinese search in four columns, 100,000",
    ),
    Promised(
        "two-character Chinese search, 1,000,000 requests",
        "≤ 20 ms",
        "equal answers, ≥ 20 × faster than LIKE",
        "two-character Chinese search in four columns, 1,000,000",
    ),
    Promised(
        "province, 10,000 offices, 3,000,000 requests",
        "worklist ≤ 10 ms, report ≤ 50 ms, roll-up ≤ 1 s",
        "3 / 2 / 300 ms",
        "10,000 offices, 3,000,000 requests",
    ),
)


def unmeasured(measured: Iterable[str]) -> Iterator[Promised]:
    """Yield the targets that none of these lines is about."""
    known = tuple(measured)
    return (promised for promised in PROMISED if not promised.is_in(known))
