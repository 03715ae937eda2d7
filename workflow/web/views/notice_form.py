"""A holiday notice as it is typed or sent as a file, and what is wrong with it."""

from datetime import date
from typing import Final

from pydantic import ValidationError

from states.calendar.notice import Holiday
from workflow.i18n import Lang, Text
from workflow.services.calendars import HolidayFile, file_of, typed_file
from workflow.web.fields import Field, Filled, Kind

LONGEST_FILE: Final = 200_000
FIELDS: Final = (
    Field(
        "reference",
        Text("通知文号", "Reference of the notice"),
        longest=60,
        help=Text("如 国办发明电〔2025〕7号。", "As in 国办发明电〔2025〕7号."),
    ),
    Field(
        "file",
        Text("放假安排文件", "File with the holidays"),
        Kind.FILE,
        section=Text("用文件载入", "From a file"),
        help=Text("holiday-cn 格式的 JSON 文件。", "A JSON file as holiday-cn has them."),
    ),
    Field(
        "year",
        Text("年份", "Year"),
        Kind.NUMBER,
        least=2008,
        section=Text("或者逐项填写", "Or typed"),
    ),
    Field(
        "off",
        Text("放假", "Days off"),
        Kind.LINES,
        help=Text(
            "一行一个假期：名称 首日 末日，如 春节 2027-02-05 2027-02-11；只放一天的不写末日。",
            "One holiday a line: name, first day, last day (left out where it is one day).",
        ),
    ),
    Field(
        "worked",
        Text("调休上班", "Worked weekends"),
        Kind.LINES,
        help=Text("一行一天，如 2027-02-20。", "One day a line, as in 2027-02-20."),
    ),
    Field(
        "source",
        Text("通知出处", "Where to read it"),
        longest=300,
        help=Text("网址或者文件名。", "An address, or the name of a paper."),
    ),
)
_NOT_A_FILE = Text(
    "这不是放假安排文件：应为 holiday-cn 格式的 JSON，含 year 和 days。",
    "This is no file of holidays: JSON as holiday-cn has it, with year and days.",
)
_TOO_LARGE = Text("文件太大，放假安排不会超过 200 KB。", "Too large for a file of holidays.")
_EITHER = Text("请选择文件，或者填写年份和放假日期。", "Choose a file, or type year and days off.")
_NO_LINE = Text(
    "第 {n} 行“{line}”看不懂；写作 名称 首日 末日。",
    "Line {n}, “{line}”, cannot be read; write name, first day, last day.",
)
_NO_DAY = Text(
    "第 {n} 行“{line}”不是日期；写作 2027-02-20。",
    "Line {n}, “{line}”, is no day; write 2027-02-20.",
)
_BACKWARDS = Text("第 {n} 行末日早于首日。", "On line {n} the last day comes before the first.")
_LONGEST_RUN: Final = 60
_YEARS: Final = range(2008, 2101)
_BAD_YEAR = Text("年份应在 2008 至 2100 之间。", "The year lies between 2008 and 2100.")


def read_days(form: Filled, lang: Lang) -> tuple[HolidayFile | None, Filled]:
    """Return the days that a form says, or the form with what is wrong with it."""
    if not form.is_good:
        return None, form
    if form["file"] is not None:
        return _from_file(form, lang)
    if form["year"] is None or not form["off"]:
        return None, form.with_fault("file", _EITHER.say(lang))
    if form["year"] not in _YEARS:
        return None, form.with_fault("year", _BAD_YEAR.say(lang))
    return _typed(form, lang)


def _from_file(form: Filled, lang: Lang) -> tuple[HolidayFile | None, Filled]:
    content = form["file"].file.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        return None, form.with_fault("file", _TOO_LARGE.say(lang))
    try:
        read = file_of(content)
    except ValidationError:
        return None, form.with_fault("file", _NOT_A_FILE.say(lang))
    if read.year not in _YEARS:
        return None, form.with_fault("file", _BAD_YEAR.say(lang))
    return read, form


def _typed(form: Filled, lang: Lang) -> tuple[HolidayFile | None, Filled]:
    runs: list[Holiday] = []
    for n, line in enumerate(form["off"], start=1):
        parts = line.replace("至", " ").replace("，", " ").split()
        days = [_day(part) for part in parts[1:]]
        if len(parts) not in {2, 3} or None in days:
            return None, form.with_fault("off", _NO_LINE.say(lang, n=n, line=line))
        first, last = days[0], days[-1]
        if first is None or last is None or not 0 <= (last - first).days <= _LONGEST_RUN:
            return None, form.with_fault("off", _BACKWARDS.say(lang, n=n))
        runs.append(Holiday(parts[0], first, last))
    worked = [_day(line) for line in form["worked"]]
    for n, (line, day) in enumerate(zip(form["worked"], worked, strict=True), start=1):
        if day is None:
            return None, form.with_fault("worked", _NO_DAY.say(lang, n=n, line=line))
    known = [day for day in worked if day is not None]
    return typed_file(form["year"], runs, known, form["source"]), form


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
