"""What an office sets for its letters: numbers, authorities, and templates of its own."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from states.terms import label
from workflow.i18n import Lang, Text
from workflow.letters.catalogue import CATALOGUE, letter
from workflow.letters.checking import Checked, check_template
from workflow.letters.errors import LetterError, NumberPatternError, SettingInvalidError
from workflow.letters.kinds import Family, LetterKind
from workflow.letters.render import LetterTemplate
from workflow.letters.settings import DEPARTMENT_KIND, NAMES, NUMBERS, LetterSettings
from workflow.letters.words import fact_words
from workflow.services.letters.settings import (
    SETTING,
    adopt_template,
    letter_settings,
    revert_template,
    set_for_letters,
)
from workflow.services.letters.writing import office_card, template_in_use
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.papers import letter_words, paper
from workflow.wording.letters import DEPARTMENTS, SETTINGS

router = APIRouter(include_in_schema=False, dependencies=[only(*SETTING)])

HERE = "/letters"
_NOT_FOUND = 404
_LONGEST_TEMPLATE = 60_000
_SERIES = Text(
    "只写文字；年份、括号和序号由程序编排。{prefix} 代表机关代字。",
    "Words alone: the year, its brackets and the serial number are added. {prefix} stands for the "
    "office's own.",
)
_DONE: dict[str, Text] = {
    "set": Text("已保存；以后签发的文书照此写。", "Saved: letters to come will say so."),
    "adopted": Text(
        "已采用；以后签发的文书用这一模板，已签发的不变。",
        "Adopted: letters to come are written from it; those issued keep theirs.",
    ),
    "reverted": Text("已恢复内置模板。", "The built-in template is in use again."),
}


@router.get("/letters/settings")
def settings_page(desk: DeskDep, done: Annotated[str, Query(max_length=20)] = "") -> HTMLResponse:
    """Show what is set for letters."""
    now = _now(desk)
    form = blank_form(_fields(desk.lang), **{_field(name): said for name, said in now.items()})
    return _settings(desk, form, done=done)


@router.post("/letters/settings")
def post_settings(desk: DeskDep, sent: FormDep) -> Response:
    """Set what was changed, for all letters to come."""
    form = read_form(_fields(desk.lang), sent, desk.lang)
    if not form.is_good:
        return _settings(desk, form, status=422)
    now = _now(desk)
    changes = {name: form[_field(name)] for name in NAMES if form[_field(name)] != now[name]}
    if not changes:
        return go_to("/letters/settings", done="set")
    try:
        with desk.office.work() as uow:
            set_for_letters(changes, uow, actor=desk.actor, role=desk.role, at=desk.now)
    except (NumberPatternError, SettingInvalidError) as error:
        return _settings(desk, _beside(form, error, changes, desk.lang), status=422)
    return go_to("/letters/settings", done="set")


@router.get("/letters/templates")
def templates_page(desk: DeskDep) -> HTMLResponse:
    """Show the template in use for each letter."""
    with desk.office.read() as view:
        own = letter_settings(view).templates
    rows = [(letter(kind), own.get(kind.value, "")) for kind in CATALOGUE]
    return page(desk, "letters/templates.html.jinja", {"rows": rows}, here=HERE)


@router.get("/letters/templates/{kind}")
def template_page(
    desk: DeskDep, kind: str, done: Annotated[str, Query(max_length=20)] = ""
) -> HTMLResponse:
    """Show the template of a letter, to be changed in the page."""
    named = _kind(kind)
    with desk.office.read() as view:
        used = template_in_use(view, named, letter_settings(view))
    return _template(desk, named, blank_form(_SOURCE, source=used.source), done=done)


@router.post("/letters/templates/{kind}")
def post_template(desk: DeskDep, kind: str, sent: FormDep) -> Response:
    """Try a template, adopt it if it can serve, or go back to the built-in one."""
    named = _kind(kind)
    if sent.text("do") == "revert":
        with desk.office.work() as uow:
            revert_template(named, uow, actor=desk.actor, role=desk.role, at=desk.now)
        return go_to(f"/letters/templates/{named}", done="reverted")
    form = read_form(_SOURCE, sent, desk.lang)
    if not form.is_good:
        return _template(desk, named, form, status=422)
    source = form["source"] + "\n"
    try:
        if sent.text("do") != "adopt":
            return _template(desk, named, form, check_template(named, source))
        with desk.office.work() as uow:
            adopt_template(named, source, uow, actor=desk.actor, role=desk.role, at=desk.now)
    except LetterError as error:
        fault = form.with_fault("source", letter_words(error, desk.lang))
        return _template(desk, named, fault, status=422)
    return go_to(f"/letters/templates/{named}", done="adopted")


_SOURCE = (
    Field("source", Text("模板", "Template"), Kind.AREA, required=True, longest=_LONGEST_TEMPLATE),
)


def _fields(lang: Lang) -> tuple[Field, ...]:
    return tuple(_setting(name, lang) for name in NAMES)


def _setting(name: str, lang: Lang) -> Field:
    if name == DEPARTMENT_KIND:
        choices = tuple(Choice(code, words.say(lang)) for code, words in DEPARTMENTS.items())
        return Field(_field(name), SETTINGS[name], Kind.CHOICE, required=True, choices=choices)
    help_text = _SERIES if name.startswith(NUMBERS) else None
    return Field(_field(name), SETTINGS[name], longest=300, help=help_text)


def _field(name: str) -> str:
    return name.replace(".", "-")


def _now(desk: Desk) -> dict[str, str]:
    with desk.office.read() as view:
        now, prefix = letter_settings(view), office_card(view).prefix
    return {name: _value(now, name, prefix) for name in NAMES}


def _value(now: LetterSettings, name: str, prefix: str) -> str:
    group, _, family = name.partition(".")
    if group == NUMBERS:
        return now.series(Family(family), prefix)
    if name == DEPARTMENT_KIND:
        return now.department_kind.value
    return str(getattr(now, name))


def _beside(form: Filled, error: LetterError, changes: dict[str, str], lang: Lang) -> Filled:
    """Put the fault beside the setting that it is about."""
    words = letter_words(error, lang)
    if isinstance(error, NumberPatternError):
        wrong = next((name for name, said in changes.items() if said == error.pattern), NAMES[-1])
        return form.with_fault(_field(wrong), words)
    return form.with_fault(DEPARTMENT_KIND, words)


def _settings(desk: Desk, form: Filled, *, done: str = "", status: int = 200) -> HTMLResponse:
    shown = {"form": form, "done": _DONE.get(done)}
    return page(desk, "letters/settings.html.jinja", shown, here=HERE, status=status)


def _kind(kind: str) -> LetterKind:
    if kind not in set(LetterKind):
        raise HTTPException(_NOT_FOUND)
    return LetterKind(kind)


def _template(
    desk: Desk,
    kind: LetterKind,
    form: Filled,
    checked: Checked | None = None,
    *,
    done: str = "",
    status: int = 200,
) -> HTMLResponse:
    with desk.office.read() as view:
        used = template_in_use(view, kind, letter_settings(view))
    unsaid = () if checked is None else checked.unsaid
    sheet: Markup | None = None if checked is None else paper(checked.example)
    shown = {
        "kind": kind,
        "title": label("letters", kind, desk.lang),
        "form": form,
        "digest": used.digest,
        "is_own": used.digest != LetterTemplate.built_in(kind).digest,
        "checked": checked,
        "unsaid": Text("、", ", ")
        .say(desk.lang)
        .join(fact_words(one, desk.lang) for one in unsaid),
        "paper": sheet,
        "done": _DONE.get(done),
    }
    return page(desk, "letters/template.html.jinja", shown, here=HERE, status=status)
