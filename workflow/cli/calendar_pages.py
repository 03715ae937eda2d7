"""The calendar on a terminal: a year by months, faults in words, and dates that move."""

from calendar import MONDAY, Calendar
from collections.abc import Iterable, Iterator
from datetime import date

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.calendar.notice import HolidayNotice
from states.calendar.workdays import DayKind, WorkCalendar
from workflow.i18n import WEEKDAYS, Lang, Text
from workflow.services.calendars import Shift, days_of
from workflow.wording.calendars import STILL_PROVISIONAL, TOLD

_TITLE = Text("{year}年　工作日 {count} 天", "{year}: {count} working days")
_PROVISIONAL = Text(
    "▲ 这一年的放假安排还没有载入，所示为暂定：只有法律确定的假日，没有调休。",
    "▲ This year has no notice yet and is provisional: only the days certain by law are off.",
)
_NOTICE = Text("依据 {reference}　{source}", "By {reference}  {source}")
_NO_REFERENCE = Text("（文号未填）", "(no reference given)")
_AMENDS = Text("（调整）", " (amends)")
_MONTH = Text("{month}月", "{month:02}")
_WEEK = Text(" ".join(WEEKDAYS), "M T W T F S S")
_LEGEND = Text("休 放假　班 调休上班", "-: off   *: worked weekend")
_MARKS: dict[DayKind, tuple[Text, str]] = {
    DayKind.HOLIDAY: (Text("休", "-"), "red"),
    DayKind.MAKEUP_WORKDAY: (Text("班", "*"), "bold green"),
    DayKind.WEEKEND: (Text("", ""), "bright_black"),
    DayKind.WORKDAY: (Text("", ""), ""),
}
_WORKED = frozenset({DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY})
_ORDINARY = frozenset({DayKind.WORKDAY, DayKind.WEEKEND})
_WIDTH = 4

_HEADS = (
    Text("机关", "Office"),
    Text("编号", "Number"),
    Text("原期限", "Was due"),
    Text("新期限", "Now due"),
    Text("说明", "Note"),
)


def year_page(year: int, calendar: WorkCalendar, lang: Lang) -> RenderableType:
    """Return a year by months, with the notices that it rests on."""
    count = sum(calendar.kind(day) in _WORKED for day in days_of(year))
    parts: list[RenderableType] = [
        RichText(_TITLE.say(lang, year=year, count=count), style="bold"),
        *(RichText(_notice_line(notice, lang), style="dim") for notice in _notices(year, calendar)),
    ]
    if not calendar.announced(year):
        parts.append(RichText(_PROVISIONAL.say(lang), style="yellow"))
    months = [_month(year, month, calendar, lang) for month in range(1, 13)]
    return Group(*parts, "", Columns(months, padding=(1, 3)), "", _LEGEND.say(lang))


def plain_year(year: int, calendar: WorkCalendar) -> dict[str, object]:
    """Return a year as plain values: its notices, and the days that are not as their weekday."""
    return {
        "year": year,
        "provisional": not calendar.announced(year),
        "workdays": sum(calendar.kind(day) in _WORKED for day in days_of(year)),
        "notices": [
            {
                "reference": notice.reference,
                "source": notice.source,
                "verified": notice.verified,
                "amends": notice.amends,
            }
            for notice in _notices(year, calendar)
        ],
        "days": [
            {"date": day, "kind": calendar.kind(day), "name": calendar.holiday_name(day)}
            for day in days_of(year)
            if calendar.kind(day) not in _ORDINARY
        ],
    }


def _notices(year: int, calendar: WorkCalendar) -> Iterator[HolidayNotice]:
    return (notice for notice in calendar.notices if notice.year == year)


def _notice_line(notice: HolidayNotice, lang: Lang) -> str:
    reference = notice.reference or _NO_REFERENCE.say(lang)
    amends = _AMENDS.say(lang) if notice.amends else ""
    return _NOTICE.say(lang, reference=reference + amends, source=notice.source)


def _month(year: int, month: int, calendar: WorkCalendar, lang: Lang) -> Table:
    table = Table(title=_MONTH.say(lang, month=month), title_style="bold", box=None, padding=(0, 0))
    for weekday in _WEEK.say(lang).split():
        table.add_column(weekday, justify="right", width=_WIDTH, header_style="dim")
    for week in Calendar(MONDAY).monthdatescalendar(year, month):
        table.add_row(
            *(_cell(day, calendar, lang) if day.month == month else RichText() for day in week)
        )
    return table


def _cell(day: date, calendar: WorkCalendar, lang: Lang) -> RichText:
    mark, style = _MARKS[calendar.kind(day)]
    return RichText(f"{mark.say(lang)}{day.day}", style=style)


def shifts_page(shifts: Iterable[Shift], lang: Lang) -> Table:
    """Return the requests whose dates move, from when to when."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(lang))
    for shift in shifts:
        notes = []
        if shift.provisional:
            notes.append(STILL_PROVISIONAL.say(lang))
        if shift.told and shift.due != shift.new_due:
            notes.append(TOLD.say(lang))
        table.add_row(
            shift.office, shift.number, _day(shift.due), _day(shift.new_due), "；".join(notes)
        )
    return table


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
