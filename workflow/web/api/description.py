"""The description of the API (OpenAPI): what it says at its head, and what FastAPI leaves out."""

from typing import Any, Final

from pydantic.json_schema import models_json_schema

from workflow.web.api.models.problems import Problem

ABOUT: Final = """\
别的程序经此读写本机关的依申请公开记录。与办理台、命令行用同样的规则：同样的步骤、同样的理由、同样的条款。

每次请求带 `Authorization: Bearer <令牌>`；令牌以一名工作人员的身份、岗位和机关办理。写入时宜带
`Idempotency-Key`（重发只办一次）和 `If-Match`（有人改过则不办）。有误的答复是
`application/problem+json`（RFC 9457），写明理由、条款、字段和改法；
`Accept-Language: en` 用英文说明。

Other programs read and write an office's records here, by the same rules as the desk and the
terminal. A bearer token acts as a member of staff, in their role and office. Errors are RFC 9457
problems with reason, article, field and remedy.
"""
TAGS: Final = [
    {"name": "offices", "description": "机关与人员。 Offices and staff."},
    {"name": "requests", "description": "申请：清单、一件、登记。 Requests."},
    {"name": "moves", "description": "步骤：能办什么、为什么不能、办理。 Steps of a request."},
    {"name": "events", "description": "经过：逐项记录。 What was entered, in order."},
    {"name": "clock", "description": "期限：逐日计算和依据。 The clock, explained day by day."},
    {"name": "attachments", "description": "附件：清单、下载、收入、撤下。 Files of a request."},
    {"name": "letters", "description": "文书：试写、签发、下载。 Letters."},
    {"name": "registers", "description": "登记簿。 Registers."},
    {
        "name": "reports",
        "description": "年度报告：数字、背后的记录、问题、封存和公布。 Annual reports.",
    },
    {"name": "calendar", "description": "工作日历和放假安排。 The working calendar."},
]
_REFERENCE: Final = "#/components/schemas/{model}"
_DONE: Final = {"Successful Response": "办成。 Done."}
_MEDIA: Final = "application/problem+json"


def described(written: dict[str, Any]) -> dict[str, Any]:
    """Return the description with the problems in it, each under its own media type."""
    _, found = models_json_schema([(Problem, "serialization")], ref_template=_REFERENCE)
    schemas = written.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(found["$defs"])
    for operation in _operations(written):
        for answer in operation["responses"].values():
            answer["description"] = _DONE.get(answer["description"], answer["description"])
        for status, answer in operation["responses"].items():
            if status >= "400":
                answer["content"] = {
                    _MEDIA: {"schema": {"$ref": _REFERENCE.format(model=Problem.__name__)}}
                }
        operation["responses"] = dict(sorted(operation["responses"].items()))
    return written


def _operations(written: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in written["paths"].values() for operation in path.values()]
