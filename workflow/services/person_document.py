"""All that is kept on one applicant, as a document that they can read."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from states.terms import TERMS, label
from workflow.clock import SHANGHAI
from workflow.documents.model import Block, Document, Language, Layout, Paragraph, Role
from workflow.i18n import Lang, Text
from workflow.services.persons import PersonFile
from workflow.wording.entered import FIELDS
from workflow.wording.facts import kind_words

_TITLE = Text("本机关保存的申请人信息", "What this office keeps on an applicant")
_HEAD = Text(
    "{office}　导出时间：{at}　共 {n} 件申请。", "{office}. Taken out at {at}; {n} request(s)."
)
_REQUEST = Text("申请 {number}", "Request {number}")
_LINE = Text("{head}：{value}", "{head}: {value}")
_HISTORY, _LETTERS, _FILES = (
    Text("经过", "History"),
    Text("文书", "Letters"),
    Text("附件", "Files"),
)
_NOTE = Text(
    "本文件含个人信息，请当面交给本人，或者按约定的安全方式交付。",
    "This holds personal data: hand it over in person, or in a safe way that was agreed on.",
)
_COLUMNS: Final = (
    "applicant",
    "applicant_kind",
    "contact",
    "content",
    "note",
    "channel",
    "received_on",
)
# Columns that hold codes, and the group of terms that names them.
_CODED: Final = {
    "applicant_kind": "applicant_kinds",
    "channel": "channels",
    "identity_kind": "identity_kinds",
    "provision_form": "provision_forms",
    "provision_way": "provision_ways",
    "purpose": "purposes",
}


def person_document(said: PersonFile, lang: Lang) -> Document:
    """Return what is kept as a document: request by request."""
    language: Language = "zh-CN" if lang is Lang.ZH else "en"
    return Document(_TITLE.say(lang), language, Layout.FORM, tuple(_blocks(said, lang)))


def _blocks(said: PersonFile, lang: Lang) -> Iterator[Block]:
    at = f"{said.taken_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    yield Paragraph.of(_HEAD.say(lang, office=said.office, at=at, n=len(said.requests)))
    for request in said.requests:
        yield Paragraph.of(_REQUEST.say(lang, number=request["number"]), Role.HEADING)
        shown = {name: request[name] for name in _COLUMNS}
        for name, value in (shown | request["details"] | request["intake"]).items():
            if value and value is not True:
                head = FIELDS[name].say(lang) if name in FIELDS else name
                yield Paragraph.of(_LINE.say(lang, head=head, value=_named(name, value, lang)))
        yield from _section(_HISTORY, [_entry(one, lang) for one in request["history"]], lang)
        yield from _section(_FILES, [str(one["name"]) for one in request["files"]], lang)
        for letter in request["letters"]:
            yield Paragraph.of(f"{_LETTERS.say(lang)} {letter['number']}", Role.SUBHEADING)
            yield Paragraph.of(letter["text"])
    yield Paragraph.of(_NOTE.say(lang), Role.NOTE)


def _section(head: Text, lines: list[str], lang: Lang) -> Iterator[Block]:
    if lines:
        yield Paragraph.of(head.say(lang), Role.SUBHEADING)
        for line in lines:
            yield Paragraph.of(line, Role.LIST_ITEM)


def _entry(entry: Mapping[str, Any], lang: Lang) -> str:
    return f"{entry['happened_on']}　{kind_words(str(entry['kind']), lang)}　{entry['actor']}"


def _named(name: str, value: object, lang: Lang) -> str:
    """Return a value as it is read: a code by its name."""
    group = _CODED.get(name, "")
    return label(group, str(value), lang) if str(value) in TERMS.get(group, {}) else str(value)
