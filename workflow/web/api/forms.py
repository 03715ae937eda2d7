"""The forms of the desk as a program fills them in: described as data, and read by the same rules.

A field that is not sent says what the form shows at first; one that there is none of is refused.
"""

from collections.abc import Iterable, Mapping

from starlette.datastructures import FormData, UploadFile

from workflow.i18n import Lang, Text
from workflow.web.api.models.fields import Value
from workflow.web.api.models.forms import FormChoice, FormField
from workflow.web.api.models.problems import Fault
from workflow.web.api.refusing import FieldsRefusedError, shown_value
from workflow.web.fields import Field, Filled, Kind, Submitted, read_form

_NOT_KNOWN = Text(
    "没有“{name}”这个字段；有：{known}。", "There is no field “{name}”; there is: {known}."
)
_NOT_ONE = Text(
    "“{name}”不能是数组或者对象。", "“{name}” takes one value, and neither a list nor an object."
)
_TICKED = "on"
_LISTS = frozenset({Kind.MANY, Kind.LINES})


def described(fields: Iterable[Field], lang: Lang) -> list[FormField]:
    """Return the fields that a program may fill in; hidden ones are the desk's own."""
    return [
        FormField(
            name=one.name,
            label=one.label.say(lang),
            kind=one.kind.value,
            required=one.required,
            help=None if one.help is None else one.help.say(lang),
            longest=one.longest,
            least=one.least,
            choices=[
                FormChoice(code=choice.code, label=choice.words.strip()) for choice in one.choices
            ],
            suggestions=list(one.suggestions),
            default=list(one.value) if isinstance(one.value, tuple) else one.value,
        )
        for one in fields
        if one.kind is not Kind.HIDDEN
    ]


def filled(fields: Iterable[Field], given: Mapping[str, Value], lang: Lang) -> Filled:
    """Return a form as it was filled in; raises FieldsRefusedError naming every fault."""
    shown = tuple(fields)
    open_to_all = [one.name for one in shown if one.kind is not Kind.HIDDEN]
    faults = [
        Fault(
            field=name,
            detail=_NOT_KNOWN.say(lang, name=name, known=_listed(open_to_all, lang)),
        )
        for name in given
        if name not in open_to_all
    ]
    pairs: list[tuple[str, str | UploadFile]] = []
    for one in shown:
        value = given.get(one.name, one.value) if one.kind is not Kind.HIDDEN else one.value
        if isinstance(value, list | tuple) and one.kind not in _LISTS:
            words = _NOT_ONE.say(lang, name=one.name)
            faults.append(Fault(field=one.name, detail=words))
        else:
            pairs += [(one.name, said) for said in _said(one, value)]
    form = read_form(shown, Submitted(FormData(pairs)), lang)
    check(form, given, faults)
    return form


def check(
    form: Filled,
    given: Mapping[str, Value] | None = None,
    faults: Iterable[Fault] = (),
) -> None:
    """Refuse a form with any fault, each beside its field; raises FieldsRefusedError."""
    sent = given or {}
    known = {one.field for one in faults}
    more = [
        Fault(field=name, detail=words, value=shown_value(name, sent.get(name)))
        for name, words in form.faults.items()
        if name not in known
    ]
    found = (*faults, *more)
    if found:
        raise FieldsRefusedError(found)


def _said(one: Field, value: object) -> list[str]:
    """Return a value as a browser would send it: one text, several, or nothing."""
    if value is None:
        return []
    if one.kind is Kind.MANY and value == "":
        return []
    if isinstance(value, list | tuple):
        return ["\n".join(value)] if one.kind is Kind.LINES else list(value)
    if one.kind is Kind.CHECK:
        return [_TICKED] if value in {True, _TICKED, "true"} else []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return [str(value)]


def _listed(names: list[str], lang: Lang) -> str:
    return ("、" if lang is Lang.ZH else ", ").join(names) or "—"
