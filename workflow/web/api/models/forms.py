"""The forms of the desk, described: what each field is called and takes."""

from typing import Literal

from pydantic import Field

from workflow.web.api.models.fields import Model

KindName = Literal[
    "text", "area", "lines", "day", "time", "number", "amount", "choice", "many", "check",
    "password", "email", "file", "hidden",
]  # fmt: skip


class FormChoice(Model):
    """One thing that may be chosen."""

    code: str = Field(description="写入字段的代码。 What to send.")
    label: str = Field(description="名称。 What it is called.")


class FormField(Model):
    """One field of a form."""

    name: str = Field(description="字段名。 What it is sent as.", examples=["on"])
    label: str = Field(description="名称。 What it is called.", examples=["收到日期"])
    kind: KindName = Field(
        description="填什么：text、area 文字；lines 多行（可用数组）；day 日期；number 整数；"
        "amount 金额；choice 选一；many 选多（数组）；check 是否。 What it takes."
    )
    required: bool = Field(description="是否必填。 Whether it must be filled in.")
    help: str | None = Field(description="填写说明。 How to fill it in.")
    longest: int = Field(description="最多多少个字。 How many characters at most.")
    least: int | None = Field(description="最小的数。 The least number.")
    choices: list[FormChoice] = Field(description="可选的内容。 What there is to choose from.")
    suggestions: list[str] = Field(description="建议的内容。 What is suggested.")
    default: str | bool | list[str] = Field(
        description="不写这个字段时的内容。 What it says where it is not sent."
    )
