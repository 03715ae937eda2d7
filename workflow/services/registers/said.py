"""What rows of the registers hold, and what was changed about them, as it is read."""

from collections.abc import Iterator, Mapping
from datetime import date

from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.records.chain import Entry, RecordKind
from workflow.services.registers.books import Book, Field, FieldKind
from workflow.wording.registers import column_name

YES, NO = Text("是", "yes"), Text("否", "no")
VOID = Text("已作废", "void")
KINDS: dict[str, Text] = {
    RecordKind.REGISTERED.value: Text("登记", "entered"),
    RecordKind.AMENDED.value: Text("更改", "changed"),
    RecordKind.ANNULLED.value: Text("作废", "made void"),
}
_REASON = Text("理由：{reason}", "reason: {reason}")
_ARROW = Text("{name}：{value}", "{name}: {value}")


def shown(value: object, field: Field, lang: Lang) -> str:
    """Return what a field holds as it is read."""
    if value is None or value == "":
        return ""
    if field.kind is FieldKind.FLAG:
        return (YES if value else NO).say(lang)
    if field.kind is FieldKind.CODE:
        return _named(field.group, str(value), lang)
    if field.kind is FieldKind.CODES:
        names = (_named(field.group, code, lang) for code in str(value).split())
        return ("、" if lang is Lang.ZH else ", ").join(names)
    return value.isoformat() if isinstance(value, date) else str(value)


def changes_said(book: Book, entry: Entry, lang: Lang) -> Iterator[str]:
    """Yield what an entry changed, and why; what was entered at first stands above already."""
    changed = entry.terms.get("facts")
    if isinstance(changed, Mapping):
        for name, value in changed.items():
            field = book.by_name.get(str(name))
            if field is not None:
                words = shown(value, field, lang) or "—"
                named = column_name(book.subject, field.name, lang)
                yield _ARROW.say(lang, name=named, value=words)
    if entry.terms.get("reason"):
        yield _REASON.say(lang, reason=entry.terms["reason"])


def _named(group: str, code: str, lang: Lang) -> str:
    return label(group, code, lang) if code in TERMS[group] else code
