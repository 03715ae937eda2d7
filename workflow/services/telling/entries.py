"""What an entry of the history says, in one line."""

from collections.abc import Iterator, Mapping

from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.records.intake import SEAL
from workflow.services.duty import ON_BEHALF_OF
from workflow.wording.entered import FIELDS

_TERMS: dict[str, Text] = {
    "ref": Text("编号 {}", "ref {}"),
    "workdays": Text("{} 个工作日", "{} working days"),
    "new_due": Text("延迟至 {}", "later date {}"),
    "outcome": Text("{}", "{}"),
    "addressee": Text("{}", "{}"),
    "opinion": Text("{}", "{}"),
    "fee_amount": Text("{} 元", "{} yuan"),
    "paid_amount": Text("{} 元", "{} yuan"),
    "receipt_number": Text("票据 {}", "receipt {}"),
    "office_name": Text("{}", "{}"),
    "file_name": Text("“{}”", "“{}”"),
    "reason": Text("理由：{}", "reason: {}"),
    ON_BEHALF_OF: Text("代{}办理", "for {}"),
}
# What a fact of drafting or serving says, as far as one line has room for it.
_MATTERS: dict[str, Text] = {
    "item": Text("第{}项", "item {}"),
    "items": Text("第{}项", "items {}"),
    "decision": Text("{}", "{}"),
    "ground": Text("{}", "{}"),
    "passed": Text("{}", "{}"),
    "basis": Text("依据：{}", "basis: {}"),
    "reason": Text("理由：{}", "reason: {}"),
    "where": Text("{}", "{}"),
    "keywords": Text("关键词：{}", "for {}"),
    "number": Text("{}", "{}"),
    "late_reason": Text("逾期原因：{}", "late: {}"),
    "tracking": Text("邮件号码：{}", "postal item {}"),
    "signer": Text("签收人：{}", "signed for by {}"),
    "address": Text("发至：{}", "sent to {}"),
    "remark": Text("{}", "{}"),
}
_NAMED = {
    "outcome": "outcomes",
    "decision": "decisions",
    "ground": "grounds",
    "opinion": "opinions",
}
# Registered facts that are codes, and the group of terms that names them.
_CODED = {"channel": "channels", "applicant_kind": "applicants"}
_NOW = Text("{field}：{value}", "{field}: {value}")
_DETAILS = Text("申请方式或者个人信息", "how it was made, or personal details")
_LONGEST = 30
_PASSED = {True: Text("通过", "passed"), False: Text("不通过", "failed")}


def terms_said(terms: Mapping[str, object], lang: Lang) -> str:
    """Return the terms a reader asks about; what was registered stands above already."""
    matter = terms.get("matter")
    said = [*_others_named(terms), *_amended(terms, lang), *_worded(_TERMS, terms, lang)]
    if isinstance(matter, Mapping):
        said += _worded(_MATTERS, matter, lang)
    return "；".join(said)


def _others_named(terms: Mapping[str, object]) -> list[str]:
    """Return the other requests that an entry names; a registration names itself alone."""
    if "content" in terms:
        return []
    numbers = terms.get("numbers")
    named = numbers if isinstance(numbers, list) else [terms.get("number")]
    return [str(number) for number in named if number]


def _amended(terms: Mapping[str, object], lang: Lang) -> Iterator[str]:
    """Yield what was put right, and what it says now; of who the applicant is only that it was."""
    facts = terms.get("facts")
    for name, value in facts.items() if isinstance(facts, Mapping) else ():
        if name in FIELDS and isinstance(value, str):
            coded = value in TERMS.get(_CODED.get(name, ""), ())
            shown = label(_CODED[name], value, lang) if coded else value
            yield _NOW.say(lang, field=FIELDS[name].say(lang), value=_short(shown) or "—")
        elif name == SEAL:
            yield _DETAILS.say(lang)


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def _worded(words: Mapping[str, Text], terms: Mapping[str, object], lang: Lang) -> Iterator[str]:
    for name, text in words.items():
        value = terms.get(name)
        if isinstance(value, bool):
            yield _PASSED[value].say(lang)
        elif isinstance(value, list):
            yield text.say(lang).format("、".join(map(str, value)))
        elif value and (name not in _NAMED or value in TERMS[_NAMED[name]]):
            shown = label(_NAMED[name], str(value), lang) if name in _NAMED else value
            yield text.say(lang).format(shown)
