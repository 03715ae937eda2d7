"""Letters: the kinds that fit a request, one as it would go out, and those that were issued."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool

from states.statute.outcomes import Outcome
from workflow.letters.facts import Facts, Shape
from workflow.letters.kinds import LetterKind
from workflow.services.letters.asking import Unfit
from workflow.web.api.models.fields import (
    AllSaveable,
    Asked,
    Cursor,
    Day,
    Limit,
    Model,
    RowNumber,
)

Kind = Annotated[LetterKind, Field(description="文书种类。 Kind of letter.")]


class FileKind(StrEnum):
    """The files that a letter is given as."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TXT = "txt"


class LettersAsked(Asked):
    """What the list of letters is narrowed to."""

    request_id: RowNumber | None = Field(default=None, description="某件申请的。 Of a request.")
    kind: LetterKind | None = Field(default=None, description="某种文书。 Of a kind.")
    year: Annotated[int, Field(ge=2008, le=2999)] | None = Field(
        default=None, description="某年的。 Of a year."
    )
    after: Cursor = ""
    limit: Limit = 50


class FileAsked(Asked):
    """Which file."""

    format: FileKind = Field(default=FileKind.PDF, description="文件种类。 Kind of file.")


class LetterLine(Model):
    """A letter that was issued, as it is listed."""

    id: int = Field(description="序号。 Its place in the register.")
    number: str = Field(description="文号；表单没有。 Number; a form has none.")
    kind: Kind
    title: str = Field(description="标题。 Title.")
    request_number: str = Field(description="登记编号。 The request.")
    request_id: int | None = Field(description="申请的 id。 Its id.")
    issued_on: date = Field(description="成文日期。 Date of the letter.")
    issued_at: datetime = Field(description="签发时刻。 Instant of issue.")
    actor: str = Field(description="签发人。 Who issued it.")


class LetterShown(LetterLine):
    """A letter as it was issued, never changed since."""

    text: str = Field(description="全文。 The text.")
    facts: dict[str, Any] = Field(description="所载内容。 The facts it was made from.")
    template: str = Field(description="模板的校验值。 Digest of its template.")


class FactShown(Model):
    """A fact that whoever writes a letter gives."""

    name: str = Field(description="字段名。 What it is sent as.")
    label: str = Field(description="名称。 What it is called.")
    shape: Shape = Field(description="text、day、count、choice、texts、rows。 Its shape.")
    required: bool = Field(description="是否必填。 Whether it must be given.")
    choices: list[str] = Field(description="可选的代码。 The codes to choose from.")
    columns: list[str] = Field(description="每行的各栏。 The columns of its rows.")


class LetterFit(Model):
    """A letter on a request: whether it fits now, and what it asks."""

    kind: Kind
    title: str = Field(description="名称。 What it is called.")
    fits: bool = Field(description="现在能不能写。 Whether it fits now.")
    why: Unfit | None = Field(description="为什么不能。 Why not.")
    outcomes: list[Outcome] = Field(description="用于哪些办理结果。 The outcomes it answers with.")
    facts: list[FactShown] = Field(description="要填写的内容。 What is to be given.")


class LetterFits(Model):
    """The letters on a request."""

    items: list[LetterFit] = Field(description="各种文书。 The kinds of letters.")


class WriteLetterAsked(Asked):
    """A letter as it is to be written."""

    kind: Kind
    on: Day | None = Field(default=None, description="成文日期；不写即今天。 Its date; today.")
    outcome: Outcome | None = Field(default=None, description="办理结果。 Outcome.")
    delivery: Literal["", "post", "in_person", "internet", "email"] = Field(
        default="", description="拟用的送达方式。 How it will be served."
    )
    facts: Annotated[dict[str, Any], AllSaveable] = Field(
        default_factory=dict,
        max_length=60,
        description="填写的内容，见 letter-kinds。 What is given; see letter-kinds.",
        examples=[{}],
    )
    accepts_provisional: StrictBool = Field(
        default=False, description="期限暂定也照写。 Write it though the date is provisional."
    )

    @property
    def given(self) -> Facts:
        """The facts as a letter takes them."""
        return dict(self.facts)


class LetterDraft(Model):
    """A letter as it would go out today; nothing was numbered or kept."""

    kind: Kind
    title: str = Field(description="标题。 Title.")
    text: str = Field(description="全文；文号处空着。 The text, its number left open.")
    facts: dict[str, Any] = Field(description="所载内容。 The facts it is made from.")
    send_by: date | None = Field(description="最迟哪一天发出。 The last day for it to go out.")
