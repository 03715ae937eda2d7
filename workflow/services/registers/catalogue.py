"""The public catalogue (公开目录): what was published, as 条例(2019) 第十二条 has it listed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Language,
    Layout,
    Paragraph,
    Role,
    Table,
)
from workflow.i18n import Lang, Text, say_date
from workflow.records.office_settings import OfficeSettings
from workflow.records.tables.registers import PublicationRow
from workflow.records.view import View
from workflow.services.offices import office_of, settings_of

_TITLE = Text("{office}政府信息公开目录", "{office}: catalogue of published information")
_SPAN = Text("{since}至{until}公开", "published from {since} to {until}")
_UNTIL = Text("截至{until}", "as of {until}")
_COUNT = Text("{span}的政府信息，共 {n} 条。", "Information {span}: {n} piece(s).")
_NOTHING = Text("没有符合条件的政府信息。", "There is nothing to list.")
_UNSORTED = Text("未分类", "without a category")
_HEADING = Text("{category}（{n} 条）", "{category} ({n})")
_HEADS = (
    Text("索引号", "Index number"),
    Text("名称", "Title"),
    Text("内容概述", "Summary"),
    Text("生成日期", "Formed on"),
    Text("文号", "Document number"),
)
_WIDTHS = (33.0, 26.0, 20.0, 15.0, 14.0)


@dataclass(frozen=True, slots=True)
class CatalogueWanted:
    """What the catalogue is narrowed to."""

    since: date | None = None
    until: date | None = None
    category: str = ""


def catalogue(view: View, wanted: CatalogueWanted, today: date, lang: Lang) -> Document:
    """Return the catalogue of what was published, by category in the office's own order."""
    office = office_of(view)
    until = wanted.until or today
    rows = [
        row
        for row in view.publications.between(wanted.since or date.min, until)
        if not wanted.category or row.category == wanted.category
    ]
    language: Language = "zh-CN" if lang is Lang.ZH else "en"
    blocks = tuple(_blocks(rows, settings_of(view), wanted.since, until, lang))
    title = _TITLE.say(lang, office=office.name)
    return Document(title, language, Layout.REPORT, blocks)


def _blocks(
    rows: Sequence[PublicationRow],
    settings: OfficeSettings,
    since: date | None,
    until: date,
    lang: Lang,
) -> Iterator[Block]:
    if not rows:
        yield Paragraph.of(_NOTHING.say(lang))
        return
    span = _span(since, until, lang)
    yield Paragraph.of(_COUNT.say(lang, span=span, n=len(rows)))
    for category, members in _by_category(rows, settings).items():
        name = category or _UNSORTED.say(lang)
        yield Paragraph.of(_HEADING.say(lang, category=name, n=len(members)), Role.HEADING)
        yield _table(members, lang)


def _span(since: date | None, until: date, lang: Lang) -> str:
    last = say_date(until, lang)
    if since is None:
        return _UNTIL.say(lang, until=last)
    return _SPAN.say(lang, since=say_date(since, lang), until=last)


def _by_category(
    rows: Sequence[PublicationRow], settings: OfficeSettings
) -> dict[str, list[PublicationRow]]:
    """Sort rows under their categories: those of the settings first, then the rest as they come."""
    found: defaultdict[str, list[PublicationRow]] = defaultdict(list)
    for row in rows:
        found[row.category].append(row)
    known = [name for name in settings.publication_categories.values() if name in found]
    return {name: found[name] for name in (*known, *(name for name in found if name not in known))}


def _table(rows: Sequence[PublicationRow], lang: Lang) -> Table:
    head = tuple(Cell(text.say(lang), head=True) for text in _HEADS)
    return Table((head, *(tuple(_cells(row)) for row in rows)), 1, _WIDTHS)


def _cells(row: PublicationRow) -> Iterator[Cell]:
    yield Cell(row.index_number)
    yield Cell(row.title)
    yield Cell(row.summary)
    yield Cell("" if row.formed_on is None else row.formed_on.isoformat(), align=Align.CENTER)
    yield Cell(row.document_number)
