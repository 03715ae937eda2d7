"""The public guide (公开指南): everything that 条例(2019) 第十二条 has an office tell.

It is refused while something is missing that the law has it say; nothing is printed as a blank.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from states.citation import Citation, cite
from states.statute.instruments import FEE_2020, OGI_2019, RECONSIDERATION_2023
from states.statute.periods import ANSWER, ASK_CORRECTION, EXTENSION, PUBLICATION
from states.statute.remedies import RECONSIDERATION_FIRST_SINCE, OfficeLevel, remedies_for
from states.statute.versions import Law
from workflow.documents.model import Block, Cell, Document, Language, Layout, Paragraph, Role, Table
from workflow.i18n import Lang, Text, say_date
from workflow.records.office_settings import OfficeSettings
from workflow.records.tables.offices import OfficeRow
from workflow.records.view import View
from workflow.services.offices import office_of, settings_of
from workflow.services.registers.errors import (
    GuideIncompleteError,
)
from workflow.wording import guide as texts

# What the law has the guide say, by the key it is filled in under.
REQUIRED = ("disclosure_office", "address", "office_hours", "phone")
_LAW = Law.OGI_2019
_LOCAL = frozenset({OfficeLevel.CITY, OfficeLevel.COUNTY, OfficeLevel.TOWN})
_LETTERS = "letters"  # what the office has set for its letters, for what is not set here


@dataclass(frozen=True, slots=True)
class _Guide:
    office: OfficeRow
    settings: OfficeSettings
    on: date
    lang: Lang

    def says(self, key: str) -> str:
        """Return an entry of the profile or a setting."""
        source = self.settings if key in OfficeSettings.model_fields else self.office
        return str(getattr(source, key))

    def letters(self, key: str) -> str:
        """Return what is set for letters, where the guide's own setting is empty."""
        kept = self.office.settings.get(_LETTERS)
        return str(kept.get(key, "")) if isinstance(kept, dict) else ""

    def text(self, text: Text, **facts: object) -> Paragraph:
        """Return a paragraph of the guide."""
        return Paragraph.of(text.say(self.lang, **facts))

    def heading(self, text: Text) -> Paragraph:
        """Return the heading of a part."""
        return Paragraph.of(text.say(self.lang), Role.HEADING)

    def subheading(self, text: Text) -> Paragraph:
        """Return the heading of a section."""
        return Paragraph.of(text.say(self.lang), Role.SUBHEADING)

    def article(self, citation: Citation) -> str:
        """Return an article as the reader is referred to it."""
        if self.lang is Lang.EN:
            return citation.english
        is_ours = citation.instrument is OGI_2019
        return f"《条例》{citation.place}" if is_ours else citation.full


def guide(view: View, today: date, lang: Lang) -> Document:
    """Return the guide as of today; raises GuideIncompleteError while something is missing."""
    found = _Guide(office_of(view), settings_of(view), today, lang)
    missing = tuple(missing_of(found.office, found.settings))
    if missing:
        raise GuideIncompleteError(missing)
    language: Language = "zh-CN" if lang is Lang.ZH else "en"
    blocks = (*_introduction(found), *_proactive(found), *_requests(found), *_remedies(found))
    title = texts.TITLE.say(lang, office=found.office.name)
    return Document(title, language, Layout.REPORT, (*blocks, *_notes(found)))


def missing_of(office: OfficeRow, settings: OfficeSettings) -> Iterator[str]:
    """Yield the keys of what the guide must say and nobody has filled in."""
    for key in REQUIRED:
        source = settings if key in OfficeSettings.model_fields else office
        if not getattr(source, key):
            yield key
    if not (office.website or settings.email):
        yield "website"


def _introduction(found: _Guide) -> Iterator[Block]:
    regulations = f"《{OGI_2019.title}》" if found.lang is Lang.ZH else OGI_2019.english
    on = say_date(found.on, found.lang)
    yield found.text(texts.INTRODUCTION, regulations=regulations, on=on)


def _proactive(found: _Guide) -> Iterator[Block]:
    lang, settings = found.lang, found.settings
    joined = Text("、", ", ").say(lang)
    yield found.heading(texts.PROACTIVE)
    yield found.subheading(texts.SCOPE)
    first, *rest = (cite(OGI_2019, article) for article in _scope(found))
    places = (one.place if lang is Lang.ZH else f"{one.article}" for one in rest)
    articles = joined.join([found.article(first), *places])
    categories = joined.join(settings.publication_categories.values())
    yield found.text(texts.SCOPE_SAID, articles=articles, categories=categories)
    yield found.subheading(texts.ORDER)
    yield found.text(texts.ORDER_SAID)
    if settings.office_code:
        example = settings.index_pattern.format(
            office=settings.office_code,
            category=next(iter(settings.publication_categories), ""),
            year=found.on.year,
            serial=1,
        )
        yield found.text(texts.ORDER_INDEX, example=example)
    yield found.subheading(texts.WAYS)
    if found.office.website:
        yield _item(texts.WAYS_SITE.say(lang, website=found.office.website))
    if settings.reading_places:
        yield _item(texts.WAYS_PLACES.say(lang, places=settings.reading_places))
    yield _item(texts.WAYS_OTHER.say(lang))
    period = PUBLICATION.under[_LAW]
    yield found.text(texts.WITHIN, days=period.count, article=found.article(period.citation))


def _scope(found: _Guide) -> tuple[int, ...]:
    """Return the articles of what an office publishes; article 21 adds to it from city to town."""
    return (20, 21) if found.office.level in _LOCAL else (20,)


def _requests(found: _Guide) -> Iterator[Block]:
    yield found.heading(texts.ON_REQUEST)
    yield found.subheading(texts.OFFICE)
    yield Table(tuple(_contacts(found)), 0, (1.0, 3.0))
    yield found.subheading(texts.HOW)
    yield found.text(texts.HOW_WAYS, electronic=_electronic(found))
    yield found.text(texts.HOW_CONTENT, article=found.article(cite(OGI_2019, 29)))
    yield found.subheading(texts.HANDLED)
    yield found.text(texts.HANDLED_RECEIPT, article=found.article(cite(OGI_2019, 31)))
    asked, answer, more = (rule.under[_LAW] for rule in (ASK_CORRECTION, ANSWER, EXTENSION))
    yield found.text(
        texts.HANDLED_CORRECTION, days=asked.count, article=found.article(asked.citation)
    )
    yield found.text(
        texts.HANDLED_ANSWER,
        days=answer.count,
        more=more.count,
        article=found.article(cite(OGI_2019, 33)),
    )
    yield found.subheading(texts.FEES)
    yield found.text(texts.FEES_SAID, article=found.article(cite(FEE_2020)))


def _contacts(found: _Guide) -> Iterator[tuple[Cell, ...]]:
    for key, text in texts.OFFICE_ROWS.items():
        words = found.says(key)
        if key == "fax":
            words = words or texts.NONE.say(found.lang)
        if words:
            yield Cell(text.say(found.lang), head=True), Cell(words)


def _electronic(found: _Guide) -> str:
    """Return the electronic ways there are, in words; online where no other is."""
    ways = [
        text.say(found.lang)
        for key, text in (("fax", texts.BY_FAX), ("email", texts.BY_EMAIL))
        if found.says(key)
    ]
    if found.settings.online_application or not ways:
        ways.append(texts.ONLINE.say(found.lang))
    return texts.OR.say(found.lang).join(ways)


def _remedies(found: _Guide) -> Iterator[Block]:
    lang, settings = found.lang, found.settings
    plan = remedies_for(found.on, None)
    yield found.heading(texts.REMEDIES)
    yield found.text(
        texts.COMPLAINTS,
        supervisor=settings.supervisor or texts.SUPERVISORS.say(lang),
        article=found.article(cite(OGI_2019, 51)),
    )
    authority = settings.reconsideration_authority or found.letters("authority")
    yield found.text(
        texts.CHOICE,
        days=plan.reconsideration_days,
        months=plan.litigation_months,
        authority=authority or texts.AUTHORITY.say(lang),
        court=settings.court or found.letters("court") or texts.COURT.say(lang),
    )
    if found.on >= RECONSIDERATION_FIRST_SINCE:
        yield found.text(
            texts.FIRST,
            after=plan.after_reconsideration_days,
            article=found.article(cite(RECONSIDERATION_2023, 23, 1, 4)),
        )


def _notes(found: _Guide) -> Iterator[Block]:
    if found.settings.guide_notes:
        yield found.heading(texts.NOTES)
        for line in found.settings.guide_notes.splitlines():
            yield Paragraph.of(line)


def _item(words: str) -> Paragraph:
    return Paragraph.of(words, Role.LIST_ITEM)
