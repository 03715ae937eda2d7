"""Annual reports: the years, the figures of one, what each counts, and what does not add up."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StrictBool

from workflow.records.counting import Register
from workflow.reports.findings import Severity
from workflow.web.api.models.fields import (
    Asked,
    Cursor,
    Day,
    Limit,
    Model,
    Saveable,
    ShortWords,
    Switch,
)

Reason = Annotated[str, Field(max_length=500), Saveable]


class FormKey(StrEnum):
    """The official forms of the report."""

    FORM_2008 = "2008"
    FORM_2014 = "2014"
    FORM_2019 = "2019"
    FORM_2021 = "2021"


class ReportFile(StrEnum):
    """The files that a report is given as."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


class ReportAsked(Asked):
    """Which report: its form, as known when, and whose records it counts."""

    form: FormKey | None = Field(
        default=None, description="报告格式；不写则用该年度的格式。 Its form; that of the year."
    )
    known: Annotated[ShortWords, Field(max_length=40)] = Field(
        default="",
        description="按此刻已录入的事实（2018-03-10 或 2018-03-10T09:30）。 As known on.",
    )
    roll_up: Switch = Field(default=False, description="连同下级机关。 With the offices below.")


class CellAsked(ReportAsked):
    """Which report, and which page of what a figure counts."""

    after: Cursor = ""
    limit: Limit = 50


class FileAsked(ReportAsked):
    """Which report, as which file."""

    format: ReportFile = Field(default=ReportFile.PDF, description="文件种类。 Kind of file.")


class YearShown(Model):
    """How far the report of a year has come."""

    year: int = Field(description="年度。 Year.")
    due: date = Field(description="应当公布的最后一日。 By when it is to be published.")
    drafted_on: date | None = Field(description="起草日期。 Drafted on.")
    frozen_at: datetime | None = Field(description="封存时刻。 Frozen at.")
    published_on: date | None = Field(description="公布日期。 Published on.")
    url: str | None = Field(description="公布的网址。 Where it can be read.")


class Years(Model):
    """The years with a report."""

    items: list[YearShown] = Field(description="各年度，新的在前。 The latest first.")


class FigureShown(Model):
    """One figure, with the place by which it is opened."""

    row: str = Field(description="行的代号。 Row.", examples=["R1"])
    column: str = Field(description="列的代号。 Column.", examples=["total"])
    value: int | Decimal = Field(description="数字。 The figure.")


class HeadShown(Model):
    """A row or a column as printed."""

    key: str = Field(description="代号。 Its key.")
    label: str = Field(description="名称。 What is printed.")


class TableShown(Model):
    """A table of the report."""

    key: str = Field(description="表的代号。 Its key.", examples=["requests"])
    caption: str = Field(description="表题。 Caption.")
    rows: list[HeadShown] = Field(description="各行。 Rows.")
    columns: list[HeadShown] = Field(description="各列。 Columns.")
    figures: list[FigureShown] = Field(description="各个数字。 Figures.")
    notes: list[str] = Field(description="表注。 Notes.")


class FindingShown(Model):
    """What does not add up."""

    rule: str = Field(description="规则。 The rule.")
    severity: Severity = Field(description="error 错误，warning 提示。 How grave.")
    where: str = Field(description="在哪里：表.行.列。 Where.")
    message: str = Field(description="说明。 In words.")
    records: list[str] = Field(description="涉及的申请。 The requests it names.")


class Findings(Model):
    """Everything that does not add up in a report."""

    items: list[FindingShown] = Field(description="各项问题；没有则为空。 The findings.")


class ReportShown(Model):
    """A year's report: as it was issued where it is frozen, else as it counts now."""

    year: int = Field(description="年度。 Year.")
    form: str = Field(description="报告格式。 Form.")
    title: str = Field(description="标题。 Title.")
    members: list[str] = Field(description="汇总的机关。 The offices counted.")
    as_known_on: datetime | None = Field(description="按哪一刻的事实。 As known on.")
    frozen_at: datetime | None = Field(description="封存时刻；未封存为 null。 Frozen at.")
    published_on: date | None = Field(description="公布日期。 Published on.")
    tables: list[TableShown] = Field(description="各表。 Tables.")
    findings: list[FindingShown] = Field(description="问题。 What does not add up.")
    errata: list[dict[str, Any]] = Field(
        description="封存之后的事实会改变的数字。 What later facts would change."
    )


class RecordShown(Model):
    """A record that a figure counted; another office's has neither id nor title."""

    register_name: Register = Field(description="哪本登记簿。 The register.")
    id: int | None = Field(description="编号。 Its id.")
    number: str = Field(description="登记编号。 Number.")
    on: date = Field(description="日期。 Day.")
    title: str = Field(description="内容。 What it is about.")
    kind: str = Field(description="类别或者结果。 What it came to.")


class CellShown(Model):
    """A figure with the records that it counted."""

    table: str = Field(description="表。 Table.")
    row: HeadShown = Field(description="行。 Row.")
    column: HeadShown = Field(description="列。 Column.")
    value: int | Decimal = Field(description="数字。 The figure.")
    opening: int = Field(description="期初数。 What was brought forward.")
    is_frozen: bool = Field(description="是否封存时的。 Whether as it was issued.")
    items: list[RecordShown] = Field(description="所统计的记录。 The records.")
    next: str | None = Field(description="下一页的 `after`。 The `after` of the next page.")


class FrozenShown(Model):
    """A report as it was frozen."""

    id: int = Field(description="编号。 Its id.")
    year: int = Field(description="年度。 Year.")
    turn: int = Field(description="第几次封存。 Which freeze of the year.")
    rolled_up: bool = Field(description="是否汇总。 Whether rolled up.")
    form: str = Field(description="报告格式。 Form.")
    frozen_at: datetime = Field(description="封存时刻。 Frozen at.")
    frozen_by: str = Field(description="封存人。 By whom.")
    digest: str = Field(description="校验值。 Digest.")
    override_reason: str = Field(description="照此封存的理由。 Why despite errors.")
    supersede_reason: str = Field(description="重新封存的理由。 Why anew.")


class FrozenReports(Model):
    """The frozen reports of a year, in the order they were frozen; the last is in force."""

    items: list[FrozenShown] = Field(description="各次封存。 The freezes.")


class FreezeAsked(Asked):
    """The report of a year as it is to be frozen."""

    form: FormKey | None = Field(
        default=None, description="报告格式；不写则用该年度的格式。 Its form; that of the year."
    )
    roll_up: StrictBool = Field(default=False, description="连同下级机关。 With the offices below.")
    override_reason: Reason = Field(
        default="",
        description="有错误仍照此封存的理由，由负责人写明。 Why despite errors; the head's.",
    )
    supersede_reason: Reason = Field(
        default="", description="重新封存的理由，由工作机构负责人写明。 Why anew; the head's."
    )


class PublishAsked(Asked):
    """That the frozen report of a year was published."""

    on: Day = Field(description="公布日期。 On which day.", examples=["2026-01-20"])
    url: Annotated[str, Field(max_length=500, pattern=r"^(https?://[^\s]+)?$"), Saveable] = Field(
        default="",
        description="公布的网址，http 或者 https。 Where it can be read.",
        examples=["https://www.example.gov.cn/2025.html"],
    )
    roll_up: StrictBool = Field(
        default=False, description="连同下级机关的那一份。 The one with the offices below."
    )


class PublishedShown(Model):
    """The publication of a frozen report."""

    year: int = Field(description="年度。 Year.")
    turn: int = Field(description="第几次封存的。 Which freeze of the year.")
    published_on: date = Field(description="公布日期。 Published on.")
    url: str = Field(description="公布的网址。 Where it can be read.")
