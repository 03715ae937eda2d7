"""Letters on a terminal: the kinds there are, what one takes, and those that were issued."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.statute.versions import Law
from states.terms import label
from workflow.i18n import Lang, Text, say_date
from workflow.letters.catalogue import letter
from workflow.letters.facts import Fact
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.words import takes
from workflow.records.tables.letters import LetterRow

_YES = Text("是", "yes")
_KINDS = (
    Text("代号", "No."),
    Text("文书", "Letter"),
    Text("代码", "Code"),
    Text("条例", "Law"),
    Text("致", "To"),
    Text("文号", "Number"),
    Text("发出", "Send"),
)
_FACTS = (
    Text("名称", "Name"),
    Text("内容", "What"),
    Text("须填", "Needed"),
    Text("写法", "Takes"),
)
_LETTERS = (
    Text("序号", "Place"),
    Text("文号", "Number"),
    Text("文书", "Letter"),
    Text("登记编号", "Request"),
    Text("成文日期", "Date"),
    Text("经办", "By"),
)
_OUTCOMES = Text("办理结果：{outcomes}", "Outcomes: {outcomes}")
_NOTHING = Text("不需要另外填写。", "Nothing has to be given.")
_UNNUMBERED = Text("（无文号）", "(no number)")
_HEAD = Text(
    "{number}　{kind}　{on}　经办：{actor}　申请：{request}",
    "{number}  {kind}  {on}  by {actor}  request {request}",
)
_DIGEST = Text("模板：{digest}", "Template: {digest}")
_JOINT = Text("、", ", ")


def kinds_page(rows: Sequence[LetterRule], lang: Lang) -> RenderableType:
    """Return the letters there are."""
    table = _table(_KINDS, lang)
    for row in rows:
        table.add_row(
            row.code,
            label("letters", row.kind, lang),
            row.kind.value,
            "·".join(sorted(row.laws)),
            label("addressees", row.addressee, lang),
            "" if row.is_form else label("letter_families", row.family, lang),
            label("letter_dates", row.send_by, lang),
        )
    return table


def kind_page(row: LetterRule, facts: Sequence[Fact], lang: Lang) -> RenderableType:
    """Return what a letter takes from whoever writes it."""
    parts: list[RenderableType] = [RichText(f"{row.code}　{label('letters', row.kind, lang)}")]
    if len(row.outcomes) > 1:
        named = (label("outcomes", outcome, lang) for outcome in row.outcomes)
        parts.append(_OUTCOMES.say(lang, outcomes=_JOINT.say(lang).join(named)))
    if not facts:
        return Group(*parts, _NOTHING.say(lang))
    table = _table(_FACTS, lang)
    for fact in facts:
        needed = "" if fact.optional else _YES.say(lang)
        called = fact.zh if lang is Lang.ZH else fact.en
        table.add_row(fact.name, called, needed, takes(fact, lang))
    return Group(*parts, table)


def letters_page(rows: Sequence[LetterRow], lang: Lang) -> RenderableType:
    """Return the letters that were issued."""
    table = _table(_LETTERS, lang)
    for row in rows:
        table.add_row(
            str(row.id),
            row.number or _UNNUMBERED.say(lang),
            label("letters", row.kind, lang),
            row.request_number,
            row.issued_on.isoformat(),
            row.actor,
        )
    return table


def head_lines(row: LetterRow, lang: Lang) -> Iterator[str]:
    """Yield what is registered of a letter beside its text."""
    yield _HEAD.say(
        lang,
        number=row.number or _UNNUMBERED.say(lang),
        kind=label("letters", row.kind, lang),
        on=say_date(row.issued_on, lang),
        actor=row.actor,
        request=row.request_number,
    )
    yield _DIGEST.say(lang, digest=row.template)


def plain_kind(row: LetterRule) -> dict[str, object]:
    """Return a row of the catalogue as another program reads it."""
    return {
        "kind": row.kind,
        "code": row.code,
        "zh": row.zh,
        "en": row.en,
        "title": row.title,
        "family": row.family,
        "addressee": row.addressee,
        "send_by": row.send_by,
        "affects_rights": row.affects_rights,
        "numbered": not row.is_form,
        "laws": sorted(row.laws),
        "outcomes": list(row.outcomes),
        "basis": {
            law.value: [citation.short for citation in row.basis[law]]
            for law in Law
            if law in row.basis
        },
    }


def plain_letter(row: LetterRow) -> dict[str, object]:
    """Return what is registered of a letter, but for its facts and its text."""
    return {
        "id": row.id,
        "number": row.number,
        "kind": row.kind,
        "title": letter(LetterKind(row.kind)).title,
        "request": row.request_number,
        "issued_on": row.issued_on,
        "issued_at": row.issued_at,
        "actor": row.actor,
        "language": row.language,
        "template": row.template,
    }


def _table(heads: Sequence[Text], lang: Lang) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for head in heads:
        table.add_column(head.say(lang), overflow="fold")
    return table
