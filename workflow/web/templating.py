"""Templates made into pages: an environment for each language, with the filters all use."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from states.terms import label
from workflow.clock import SHANGHAI
from workflow.i18n import Lang, say_date
from workflow.web.english.catalogue import ENGLISH
from workflow.web.static_files import address_of_static

_WEEKDAYS: Final = "一二三四五六日"


@cache
def templates(lang: Lang) -> Environment:
    """Return the templates, whose Chinese sentences come out in a language."""
    made = Environment(
        loader=PackageLoader("workflow.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )

    def said(message: str) -> str:
        return message if lang is Lang.ZH else ENGLISH.get(message, message)

    def counted(one: str, many: str, n: int) -> str:
        return said(one if n == 1 else many)

    made.install_gettext_callables(said, counted, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {
        "day": lambda day: "" if day is None else say_date(day, lang),
        "short_day": lambda day: short_day(day, lang),
        "instant": instant,
        "say": lambda text, **facts: text.say(lang, **facts),
    }
    made.globals |= {
        "lang": lang.value,
        "label": lambda group, code: label(group, code, lang) if code else "",
        "static": address_of_static,
    }
    return made


def short_day(day: date | None, lang: Lang) -> str:
    """Return a date for a column: 2026-12-01 周二."""
    if day is None:
        return ""
    if lang is Lang.EN:
        return f"{day:%Y-%m-%d %a}"
    return f"{day.isoformat()} 周{_WEEKDAYS[day.weekday()]}"


def instant(at: datetime | None) -> str:
    """Return an instant as the office's clock shows it: 2026-12-01 09:05."""
    return "" if at is None else f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def rendered(name: str, lang: Lang, **shown: object) -> Markup:
    """Return a template, or a macro file's page, as HTML."""
    return Markup(templates(lang).get_template(name).render(**shown))  # noqa: S704 - autoescaped


def answer(
    name: str,
    lang: Lang,
    shown: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Return a page as the answer to a request."""
    return HTMLResponse(rendered(name, lang, **shown), status_code=status, headers=headers)


def template_names() -> tuple[str, ...]:
    """Return every template, by the name it is rendered under."""
    return tuple(sorted(templates(Lang.ZH).list_templates()))


def template_source(name: str) -> str:
    """Return the text of a template."""
    return files("workflow.web").joinpath("templates", name).read_text("utf-8")
