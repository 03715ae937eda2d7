"""The sentence of an error of letters, with letters, facts and outcomes called by their names."""

from collections.abc import Callable, Mapping

from states.terms import label
from workflow.i18n import Lang, Text, say_date
from workflow.letters.errors import (
    FactInvalidError,
    FactMissingError,
    LetterError,
    ProvisionalDateError,
    TemplateError,
)
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import GIVEN, Fact
from workflow.wording.letters import (
    IN_LINE,
    IN_PLACE,
    LETTERS,
    SETTINGS,
    SHAPES,
    WHERE_FROM,
)

_JOINT = Text("、", ", ")
_AS_EVER: Mapping[str, Text] = {}


def letter_sentence(
    error: LetterError, lang: Lang, otherwise: Mapping[str, Text] = _AS_EVER
) -> str:
    """Return why a letter, a setting or a template will not do; `otherwise` words some anew."""
    said: dict[str, object] = dict(vars(error))
    for name, value in vars(error).items():
        said[name] = _named(name, value, lang)
    match error:
        case FactMissingError():
            said["remedy"] = _remedy(error, lang)
        case FactInvalidError():
            said["wanted"] = takes(_column(error), lang)
            said["place"] = IN_PLACE.say(lang, place=error.place) if error.place else ""
        case ProvisionalDateError():
            said["day"] = say_date(error.day, lang)
        case TemplateError():
            said["place"] = IN_LINE.say(lang, line=error.line) if error.line else ""
        case _:
            pass
    said.setdefault("key", getattr(error, "setting", ""))
    name = type(error).__name__
    return otherwise.get(name, LETTERS[name]).say(lang, **said)


def fact_words(name: str, lang: Lang) -> str:
    """Return what a fact is called, with its name for the command line."""
    fact = FACTS.get(name)
    if fact is None:
        return name
    return f"{fact.zh}（{name}）" if lang is Lang.ZH else f"{fact.en} ({name})"


def takes(fact: Fact, lang: Lang) -> str:
    """Return what a fact takes: a date, one of some choices, rows of some columns."""
    columns = (f"{it.zh}（{it.name}）" for it in fact.given_columns)
    if lang is Lang.EN:
        columns = (f"{it.en} ({it.name})" for it in fact.given_columns)
    joint = _JOINT.say(lang)
    text = SHAPES[fact.shape]
    choices = (label(fact.terms, it, lang) if fact.terms else it for it in fact.choices)
    return text.say(lang, choices=joint.join(choices), columns=joint.join(columns))


def _named(name: str, value: object, lang: Lang) -> object:
    """Return what an error carries, as people call it."""
    called = _CALLED.get(name)
    if called is None:
        return value
    if isinstance(value, tuple):
        return _JOINT.say(lang).join(called(str(each), lang) for each in value)
    return called(str(value), lang)


def _setting_words(name: str, lang: Lang) -> str:
    return SETTINGS[name].say(lang) if name in SETTINGS else name


def _setting_named(name: str, lang: Lang) -> str:
    called = _setting_words(name, lang)
    return f"{called}（{name}）" if lang is Lang.ZH else f"{called} ({name})"


def _as_it_is(value: str, _lang: Lang) -> str:
    return value


def _label_in(group: str) -> Callable[[str, Lang], str]:
    return lambda code, lang: label(group, code, lang)


_CALLED: dict[str, Callable[[str, Lang], str]] = {
    "kind": _label_in("letters"),
    "outcome": _label_in("outcomes"),
    "outcomes": _label_in("outcomes"),
    "fact": fact_words,
    "facts": fact_words,
    "known": fact_words,
    "setting": _setting_words,
    "settings": _setting_named,
    "choices": _as_it_is,
}


def _remedy(error: FactMissingError, lang: Lang) -> str:
    sources = [FACTS[name].source for name in error.facts]
    first = next((source for source in sources if source in GIVEN), None)
    return WHERE_FROM["clerk" if first is not None else sources[0]].say(lang)


def _column(error: FactInvalidError) -> Fact:
    """Return the fact at fault, or the column of it."""
    fact = FACTS[error.fact]
    column = error.place.rpartition(".")[2]
    return next((each for each in fact.columns if each.name == column), fact)
