"""The registers beside the requests: what there are, their rows, and what is done with one."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from states.steps import Role
from workflow.services.worklist import Light
from workflow.web.api.models.events import EventShown
from workflow.web.api.models.fields import (
    Asked,
    Cursor,
    Fields,
    Limit,
    Model,
    ShortWords,
    Switch,
    Words,
)
from workflow.web.api.models.forms import FormField

Year = Annotated[int, Field(ge=1, le=2999)]


class ColumnShown(Model):
    """A column of a register."""

    name: str = Field(description="字段名。 What it is in `values`.")
    label: str = Field(description="名称。 What it is called.")
    kind: str = Field(description="text、day、number、flag、code、codes。 What it holds.")


class ActionShown(Model):
    """Something that may be done with a row."""

    key: str = Field(description="代码。 Its key.", examples=["publish"])
    title: str = Field(description="名称。 What it is called.")
    roles: list[Role] = Field(description="哪些岗位可以办。 The roles that may.")
    fields: list[FormField] = Field(description="要填写的字段。 What it asks.")


class RegisterShown(Model):
    """A register: its columns, how a row is entered, and what is done with one."""

    slug: str = Field(description="代码。 Its name in addresses.", examples=["publications"])
    title: str = Field(description="名称。 What it is called.")
    columns: list[ColumnShown] = Field(description="各栏。 Its columns.")
    keepers: list[Role] = Field(description="哪些岗位可以登记。 The roles that write in it.")
    fields: list[FormField] = Field(
        description="登记时填写的字段；不能手工登记的为空。 What a new row is entered with."
    )
    actions: list[ActionShown] = Field(description="可以办理的事项。 What is done with a row.")


class Registers(Model):
    """Every register of the office."""

    items: list[RegisterShown] = Field(description="登记簿。 The registers.")


class RowsAsked(Asked):
    """What a register is narrowed to, and its order."""

    year: Year | None = Field(default=None, description="年份。 Year.")
    keyword: Annotated[ShortWords, Field(max_length=100)] = Field(
        default="", description="查找。 What to look for."
    )
    open: Switch = Field(default=False, description="只看未办结的。 Only what is open.")
    void: Switch = Field(default=False, description="连同作废的。 With rows that are void.")
    sort: Annotated[str, Field(max_length=40, pattern="^[a-z_]*$")] = Field(
        default="", description="按哪一栏排列。 By which column."
    )
    descending: Switch = Field(default=True, description="倒序。 The latest first.")
    after: Cursor = ""
    limit: Limit = 50


class RowShown(Model):
    """A row of a register."""

    id: int = Field(description="编号。 Its id.")
    values: dict[str, Any] = Field(description="各栏的内容。 What it holds, by column.")
    void: bool = Field(description="是否作废。 Whether it is void.")
    due: date | None = Field(description="到期日。 When something is due.")
    light: Light | None = Field(description="灯。 How urgent.")


class RowFile(RowShown):
    """A row with its history, and what may be done with it now."""

    version: int = Field(description="版本，写入 If-Match。 The version, for If-Match.")
    history: list[EventShown] = Field(description="经过。 What was entered about it.")
    actions: list[str] = Field(description="现在可以办理的事项。 What may be done with it now.")


class EnterRow(Asked):
    """A row as it is to be entered, or an action with what it asks."""

    fields: Fields = Field(
        default_factory=dict,
        max_length=60,
        description="各字段的内容；不写的按 `default`。 What its fields say.",
        examples=[{}],
    )


class AmendRow(Asked):
    """What of a row is to be put right, and why; what is not named stays as it is."""

    fields: Fields = Field(
        max_length=60, description="改正的字段。 The fields to be changed.", examples=[{}]
    )
    reason: Annotated[Words, Field(min_length=1, max_length=500)] = Field(
        description="理由。 Why.", examples=["笔误"]
    )


class VoidRow(Asked):
    """Why a row is made void."""

    reason: Annotated[Words, Field(min_length=1, max_length=500)] = Field(
        description="作废的理由。 Why it is void.", examples=["重复登记"]
    )
