"""What is wrong with a holiday notice, and what is said of the dates that one moves."""

from states.calendar.faults import FaultCode, NoticeFault
from workflow.i18n import Lang, Text, say_date

FAULTS: dict[FaultCode, Text] = {
    FaultCode.HOLIDAY_UNNAMED: Text("假期没有名称", "the holiday has no name"),
    FaultCode.HOLIDAY_BACKWARDS: Text("假期的末日早于首日", "the holiday ends before it begins"),
    FaultCode.HOLIDAY_TOO_LONG: Text("假期长得可疑", "the holiday is suspiciously long"),
    FaultCode.DAY_OUTSIDE_YEAR: Text("不在本年度前后", "the day is far from the year"),
    FaultCode.WORKED_DAY_NOT_WEEKEND: Text(
        "写作调休上班，但并非周末", "worked in exchange, but no weekend"
    ),
    FaultCode.BOTH_OFF_AND_WORKED: Text("既放假又上班", "both off and worked"),
    FaultCode.WORKDAYS_UNLIKELY: Text(
        "全年工作日总数不合常理，可能缺漏", "the year's total of working days is unlikely"
    ),
}
_FAULT = Text("✗ {year}年的放假安排，{day}：{what}。", "✗ notice for {year}, {day}: {what}.")
STILL_PROVISIONAL = Text("仍为暂定", "still provisional")
TOLD = Text("已告知申请人，请另行告知新期限", "the applicant was told; tell them the new date")


def fault_line(year: int, fault: NoticeFault, lang: Lang) -> str:
    """Return what is wrong with a notice, and on which day."""
    day = say_date(fault.day, lang, weekday=True)
    return _FAULT.say(lang, year=year, day=day, what=FAULTS[fault.code].say(lang))
