"""When a message may leave: at work, and not at night; what is overdue does not wait for Monday."""

from datetime import datetime, time, timedelta

from states.calendar.workdays import WorkCalendar

# A morning's reminders leave when people come to work.
OPENS = time(8, 30)
# What is overdue leaves at once, and lets people sleep; nothing leaves from the evening on.
AWAKE, ASLEEP = time(7), time(20)

_ONE_DAY = timedelta(days=1)


def may_leave_from(at: datetime, calendar: WorkCalendar, *, overdue: bool) -> datetime:
    """Return the first moment, not before `at`, at which a message may leave.

    `at` is a time of the office's own clock; so is what is returned.
    """
    opens = AWAKE if overdue else OPENS
    day = at.date()
    if at.time() >= ASLEEP:
        day += _ONE_DAY
    if not overdue:
        day = calendar.next_workday_on_or_after(day)
    return max(at, datetime.combine(day, opens, at.tzinfo))
