"""The working calendar: its days, its notices, and a notice to be loaded."""

from datetime import date
from typing import Annotated

from pydantic import Field, StrictBool

from states.calendar.workdays import DayKind
from workflow.web.api.models.fields import Asked, Day, Model, ShortWords, Words


class DayShown(Model):
    """A day that is not what its weekday would make it, or any day of a year."""

    day: date = Field(description="日期。 The day.")
    kind: DayKind = Field(description="workday、weekend、holiday 等。 What it is.")
    name: str = Field(description="节日名称。 The holiday.")


class YearDays(Model):
    """A year of the calendar."""

    year: int = Field(description="年份。 Year.")
    announced: bool = Field(description="放假安排是否公布。 Whether its notice is out.")
    days: list[DayShown] = Field(description="放假和调休上班的日子。 Days off and days worked.")


class CalendarShown(Model):
    """The calendar: which years are known, and which are missed."""

    announced_through: int = Field(description="公布到哪一年。 Through which year it is known.")
    missing: list[int] = Field(description="缺少哪些年份。 Years whose notice is missing.")


class NoticeDay(Asked):
    """One day that a notice speaks of."""

    name: Annotated[ShortWords, Field(min_length=1, max_length=40)] = Field(
        description="节日名称。 The holiday.", examples=["春节"]
    )
    day: Day = Field(description="日期。 The day.", examples=["2026-02-17"])
    is_off: StrictBool = Field(description="放假还是调休上班。 Off, or worked in exchange.")


class LoadNotice(Asked):
    """A year's holiday notice, to be loaded for every office of the installation."""

    year: Annotated[int, Field(ge=2008, le=2100)] = Field(
        description="年份。 Year.", examples=[2026]
    )
    reference: Annotated[ShortWords, Field(max_length=60)] = Field(
        default="", description="文号，如 国办发明电〔2025〕7号。 Its number."
    )
    source: Annotated[Words, Field(max_length=500)] = Field(
        default="", description="网址。 Where it can be read."
    )
    days: Annotated[list[NoticeDay], Field(min_length=1, max_length=120)] = Field(
        description="放假和调休上班的日子。 Days off and days worked."
    )
    force: StrictBool = Field(
        default=False, description="有疑点也载入。 Load it though something in it looks wrong."
    )
    dry_run: StrictBool = Field(
        default=False, description="只看会变动哪些期限。 Only see which dates would move."
    )


class ShiftShown(Model):
    """A request of the office whose dates the notice moves."""

    number: str = Field(description="登记编号。 Number.")
    due: date | None = Field(description="原期限。 Before.")
    new_due: date | None = Field(description="新期限。 After.")
    told: bool = Field(description="是否已告知申请人。 Whether the applicant was told the date.")


class Loaded(Model):
    """What a notice moved, or would move."""

    loaded: bool = Field(description="是否已载入。 Whether it was kept.")
    changed_days: list[date] = Field(description="变动的日子。 The days that it changes.")
    doubts: list[str] = Field(description="疑点。 What looks wrong in it.")
    moved: list[ShiftShown] = Field(description="本机关变动的期限。 The dates it moves here.")
