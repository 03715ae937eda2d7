"""What went wrong, as RFC 9457 has it: what it was, its article, its field, and the remedy."""

from typing import Final

from pydantic import ConfigDict, Field, JsonValue

from workflow.web.api.models.fields import Model


class Reason(Model):
    """One reason why a step is not lawful now."""

    code: str = Field(description="代码。 Its code.", examples=["correction_late"])
    detail: str = Field(description="理由。 In words.")
    article: str | None = Field(description="依据的条款。 The article it rests on.")
    waivable: bool = Field(
        description="能否照实登记：把代码写进 `acknowledged` 再办。 Whether it may be "
        "recorded as it is, once its code stands in `acknowledged`."
    )


class Fault(Model):
    """One field that cannot be as it was sent."""

    field: str = Field(description="字段。 The field.", examples=["applicant"])
    detail: str = Field(description="错在哪里。 What is wrong.")
    value: str | None = Field(default=None, description="收到的内容。 What was sent.")


_EXAMPLE: Final[dict[str, JsonValue]] = {
    "type": "urn:disclosure:problem:MoveRefusedError",
    "title": "没有办成",
    "status": 409,
    "detail": "延长答复期限须经政府信息公开工作机构负责人同意；请先登记同意。",
    "article": "条例(2019) 第三十三条第二款",
    "field": None,
    "value": None,
    "remedy": "什么都没有改动；请看理由，改正后再办。",
    "reasons": [
        {
            "code": "extension_not_approved",
            "detail": "延长答复期限须经政府信息公开工作机构负责人同意；请先登记同意。",
            "article": "条例(2019) 第三十三条第二款",
            "waivable": False,
        }
    ],
    "faults": [],
}


class Problem(Model):
    """A problem as RFC 9457 describes one; what does not apply is null."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    type: str = Field(
        description="问题种类的 URI。 What kind of problem, as a URI.",
        examples=["urn:disclosure:problem:MoveRefusedError"],
    )
    title: str = Field(description="概要。 In short.", examples=["没有办成"])
    status: int = Field(description="HTTP 状态码。 The status.", examples=[409])
    detail: str = Field(description="说明。 In full.")
    article: str | None = Field(
        default=None,
        description="依据的条款。 The article it rests on.",
        examples=["条例(2019) 第三十条"],
    )
    field: str | None = Field(default=None, description="有误的字段。 The field at fault.")
    value: str | None = Field(default=None, description="收到的内容。 What was sent in it.")
    remedy: str | None = Field(default=None, description="怎样改正。 What to do.")
    reasons: list[Reason] = Field(
        default_factory=list, description="不能办理的各项理由。 Every reason against a step."
    )
    faults: list[Fault] = Field(
        default_factory=list, description="有误的各个字段。 Every field at fault."
    )
