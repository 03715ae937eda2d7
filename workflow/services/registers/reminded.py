"""What reminders speak of in the registers: each row with what is due, under a name of its own."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from states.clock.spans import ONE_DAY
from workflow.records.tables.registers import ReconsiderationRow
from workflow.records.view import View
from workflow.services.registers import disputes
from workflow.services.registers.mail_book import NOT_ENTERED, mail_number
from workflow.services.registers.publishing import deadline_of, pending
from workflow.services.registers.refusals import PERIODICALLY, due_between


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of a register, with what is due, whose it is, and what may be said of it openly.

    The reference is part of the keys by which nothing is told twice, and never changes.
    """

    reference: str
    officer: str
    deadlines: tuple[Deadline, ...]
    about: str = ""


def matters(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield everything in the registers that is or will be due."""
    yield from _disputes(view, today, calendar)
    yield from _publications(view, calendar)
    yield from _mail(view, today, calendar)
    yield from _refusals(view, today, calendar)


def _disputes(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    rows: list[disputes.DisputeRow] = [*view.reconsiderations.all(), *view.lawsuits.all()]
    for row in rows:
        found = disputes.deadlines(row, calendar, view.practice, today)
        if found:
            called = "复议" if isinstance(row, ReconsiderationRow) else "诉讼"
            yield Matter(f"{called}{row.id}", row.officer, found, disputes.title_of(row))


def _publications(view: View, calendar: WorkCalendar) -> Iterator[Matter]:
    for row in pending(view):
        if row.formed_on is not None:
            found = (deadline_of(row, calendar, view.practice),)
            yield Matter(f"公开{row.id}", row.officer, found, row.title)


def _mail(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield the letters that came and were entered as nothing by the next working day."""
    for row in view.incoming_mail.where(request_number="", settlement=""):
        if row.received_on < today:
            on = calendar.nth_workday(row.received_on, 1)
            deadline = Deadline(ClockKey.MAIL, on, provisional=False, citation=NOT_ENTERED)
            yield Matter(mail_number(row), "", (deadline,))


def _refusals(view: View, today: date, calendar: WorkCalendar) -> Iterator[Matter]:
    """Yield the reviews of this month and the last, a month at a time.

    One notice for each would bury an office under its own history; the list has them all.
    """
    months: Counter[tuple[int, int]] = Counter()
    last = today.replace(day=1) - ONE_DAY
    spoken_of = ((last.year, last.month), (today.year, today.month))
    for on in due_between(view, last.replace(day=1), _end_of(*spoken_of[1])):
        months[on.year, on.month] += 1
    for year, month in spoken_of:
        if months[year, month]:
            on = calendar.last_workday_on_or_before(_end_of(year, month))
            deadline = Deadline(
                ClockKey.REFUSAL_REVIEW, on, provisional=False, citation=PERIODICALLY
            )
            reference = f"评估审查{year}-{month:02}"
            yield Matter(reference, "", (deadline,), str(months[year, month]))


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
