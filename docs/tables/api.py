"""The API: every operation with what it takes and answers, from its own description."""

from collections.abc import Iterable, Iterator
from typing import Any

from docs.tables.markdown import code, page, table
from workflow.web.api.answers import ALWAYS
from workflow.web.api.app import ROOT, description
from workflow.web.steps.catalogue import STEPS
from workflow.web.views.book_pages import BOOK_PAGES

Schema = dict[str, Any]
_REFERENCE = "#/components/schemas/"
_SKIPPED = "default"
# Models have headings of their own, apart from those of the areas.
_HEADED = "model"


def api_page() -> str:
    """Return every operation, every model, and the keys that stand in addresses."""
    written = description()
    schemas = written["components"]["schemas"]
    tags = {tag["name"]: tag["description"] for tag in written["tags"]}
    operations = [*_operations(written)]
    return page(
        "接口 · API",
        "workflow/web/api/app.py",
        f"地址都在 `{ROOT}` 之下；机器可读的说明（OpenAPI）在 `{ROOT}/openapi.json`。"
        "怎样开始见[使用接口](../how-to/use-the-api.md)。\n"
        f"All addresses are below `{ROOT}`; the description for machines is there too.",
        written["info"]["description"].strip(),
        "## 有误的答复 · Problems",
        "每个操作都可能答以下状态，内容是 `application/problem+json`。\n"
        "Every operation may answer these, as `application/problem+json`.",
        table(
            "状态 · status | 答复",
            ((status, answer["description"]) for status, answer in ALWAYS.items()),
        ),
        table("字段 · field | 含义", _fields(schemas["Problem"])),
        *(part for tag in tags for part in _of_tag(tag, tags[tag], operations)),
        "## 步骤的代码 · Keys of steps",
        table(
            "代码 · key | 名称 | name",
            ((code(key), step.title.zh, step.title.en) for key, step in STEPS.items()),
        ),
        "## 登记簿的代码 · Registers",
        table(
            "代码 · slug | 名称 | name",
            ((code(slug), book.name.zh, book.name.en) for slug, book in BOOK_PAGES.items()),
        ),
        "## 模型 · Models",
        *_models(schemas),
    )


def _operations(written: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, found in written["paths"].items():
        for method, operation in found.items():
            yield method.upper(), path, operation


def _of_tag(tag: str, about: str, operations: Iterable[tuple[str, str, Schema]]) -> Iterator[str]:
    yield f"## {tag}"
    yield about
    for method, path, operation in operations:
        if tag in operation["tags"]:
            yield from _operation(method, path, operation)


def _operation(method: str, path: str, operation: Schema) -> Iterator[str]:
    yield f"### {code(f'{method} {path}')}"
    yield f"**{operation['summary']}**　{operation['description']}"
    rows = [
        (code(one["name"]), one["in"], _typed(one["schema"]), one.get("description", ""))
        for one in operation.get("parameters", ())
        if one["name"] not in {"accept-language", "idempotency-key", "if-match"}
    ]
    if rows:
        yield table("参数 · parameter | 在 | 类型 | 含义", rows)
    if "requestBody" in operation:
        ((media, sent),) = operation["requestBody"]["content"].items()
        kind = _typed(sent["schema"]) if "json" in media else code(media)
        keyed = "；可带 `Idempotency-Key`、`If-Match`" if method == "POST" else ""
        yield f"内容 · body：{kind}{keyed}"
    answered = (
        (status, _answered(one))
        for status, one in operation["responses"].items()
        if int(status) not in ALWAYS
    )
    yield table("状态 · status | 答复", answered)


def _answered(answer: Schema) -> str:
    kinds = [
        _typed(one["schema"]) if "json" in media else code(media)
        for media, one in answer.get("content", {}).items()
    ]
    return f"{answer['description']}　{'、'.join(dict.fromkeys(kinds))}"


def _models(schemas: Schema) -> Iterator[str]:
    for name, schema in sorted(schemas.items()):
        yield f"### {_HEADED} {name}"
        yield schema.get("description", "")
        if "enum" in schema:
            yield "、".join(code(one) for one in schema["enum"])
        else:
            yield table("字段 · field | 含义", _fields(schema))


def _fields(schema: Schema) -> Iterator[tuple[str, str]]:
    required = set(schema.get("required", ()))
    for name, one in schema.get("properties", {}).items():
        needed = "（必填）" if name in required and _SKIPPED not in one else ""
        yield code(name), f"{_typed(one)}{needed}　{one.get('description', '')}"


def _typed(schema: Schema) -> str:
    """Return what a value is: the name of its model, or of its kind."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        return f"[{name}](#{_HEADED}-{name.lower()})"
    if "anyOf" in schema:
        return " 或 ".join(dict.fromkeys(_typed(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"{_typed(schema.get('items', {}))} 的数组"
    if "enum" in schema:
        return "、".join(code(one) for one in schema["enum"])
    kind = schema.get("format") or schema.get("type") or "任意"
    return code(kind)
