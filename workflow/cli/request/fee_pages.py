"""Fees on a terminal: a calculation line by line, and the register of a year."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.citation import Citation
from states.statute.fees import FeeBasis
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.beside import FeeLine
from workflow.records.fee_register import FeeRegister, Total
from workflow.records.fees import FeeFile
from workflow.records.tables.requests import RequestRow
from workflow.services.handling.quoting import Pieces, Quote
from workflow.services.worklist import mask

_HEAD = Text("{number}　{applicant}", "{number}  {applicant}")
_MONTH = Text(
    "{year}年{month}月内此前已收到 {n} 件（计 {pieces} 件），本件自第 {nth} 件起计。",
    "{n} came earlier in {year}-{month:02d} (counting as {pieces}); this counts from no. {nth}.",
)
_TARIFF = Text("{basis}（{article}）", "{basis} ({article})")
_LINE = Text(
    "  第 {span} {unit}：{n} {unit} × {rate} 元 = {amount} 元",
    "  {unit} {span}: {n} × {rate} yuan = {amount} yuan",
)
_UNITS = {FeeBasis.PIECES: Text("件", "piece"), FeeBasis.PAGES: Text("页", "page")}
_SPAN = Text("{first} 至 {last}", "{first} to {last}")
_SUM = Text("  合计 {amount} 元", "  {amount} yuan in all")
_FREE = Text("  没有超过免费的部分，不收费。", "  All of it is free: there is nothing to charge.")
_PAGES_WANTED = Text(
    "按量计收：写明页数（--pages）才能计算。", "By page: give the number of pages (--pages)."
)
_PAGES_ONLY_FOR = Text(
    "  只适用于要求以纸质、电子邮件或者复制电子数据方式提供的；已主动公开、告知获取方式的不适用。",
    "  Only for what is wanted on paper, by email or as copied data, and is not public already.",
)
_NOT_CHARGED = Text(
    "以上只是计算，没有收费。两种标准只能选一种；是否收取由本机关决定（条例(2019) 第四十二条）。",
    "This is a calculation: nothing is charged. One tariff or the other, never both; whether to "
    "charge is for the office to decide (OGI Regulations (2019), art. 42).",
)
_COLUMNS = (
    Text("编号", "Number"),
    Text("申请人", "Applicant"),
    Text("标准", "Tariff"),
    Text("通知", "Notified"),
    Text("应缴（元）", "Due (yuan)"),
    Text("缴费期限", "Pay by"),
    Text("已缴（元）", "Paid (yuan)"),
    Text("缴清", "Paid on"),
    Text("票据", "Receipt"),
    Text("视为放弃", "Abandoned"),
)
_TITLE = Text("{year}年信息处理费", "Information-processing fees of {year}")
_TOTALS = (
    Text("通知收费", "notified"),
    Text("实际收取", "collected"),
    Text("逾期未缴，视为放弃", "abandoned unpaid"),
)
_TOTAL = Text("{what}：{n} 笔，{amount} 元", "{what}: {n}, {amount} yuan")
_UNKNOWN = Text("（其中 {n} 笔没有登记金额）", " ({n} without a recorded sum)")


def quotes_page(
    row: RequestRow, counted: Pieces, quotes: Sequence[Quote], lang: Lang
) -> RenderableType:
    """Return a calculation by each tariff, and that nobody is charged by it."""
    said = [
        _HEAD.say(lang, number=row.number, applicant=mask(row.applicant, row.applicant_kind)),
        _MONTH.say(
            lang,
            year=counted.month.year,
            month=counted.month.month,
            n=len(counted.earlier),
            pieces=counted.already,
            nth=counted.already + 1,
        ),
    ]
    for quote in quotes:
        article = _article(quote.citation, lang)
        said.append(_TARIFF.say(lang, basis=label("fee_bases", quote.basis, lang), article=article))
        said += calculation_lines(quote.basis, quote.lines, lang)
        if quote.basis is FeeBasis.PAGES:
            said.append(_PAGES_ONLY_FOR.say(lang))
    if all(quote.basis is FeeBasis.PIECES for quote in quotes) and len(quotes) == 1:
        said.append(_PAGES_WANTED.say(lang))
    return Group(*map(RichText, said), "", RichText(_NOT_CHARGED.say(lang), style="bold"))


def calculation_lines(basis: FeeBasis, lines: Iterable[FeeLine], lang: Lang) -> Iterator[str]:
    """Yield a calculation line by line, and its sum."""
    amount = 0
    for line in lines:
        amount += line.amount
        both = _SPAN.say(lang, first=line.first, last=line.last)
        yield _LINE.say(
            lang,
            span=both if line.last > line.first else line.first,
            unit=_UNITS[basis].say(lang),
            n=line.last - line.first + 1,
            rate=line.rate,
            amount=line.amount,
        )
    yield _SUM.say(lang, amount=amount) if amount else _FREE.say(lang)


def fees_page(found: FeeRegister, lang: Lang) -> RenderableType:
    """Return the fees of a year as a table over its totals."""
    table = Table(
        title=_TITLE.say(lang, year=found.year),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="dim",
    )
    for head in _COLUMNS:
        table.add_column(head.say(lang))
    for entry in found.entries:
        shown = mask(entry.applicant, entry.applicant_kind)
        table.add_row(entry.number, shown, *_cells(entry.fee, lang))
    totals = zip(_TOTALS, (found.notified, found.paid, found.abandoned), strict=True)
    return Group(table, "", *(_total(what, total, lang) for what, total in totals))


def _cells(fee: FeeFile, lang: Lang) -> Iterator[str]:
    basis = fee.notice.fee_basis
    yield "" if basis is None else label("fee_bases", basis, lang)
    yield fee.notified_on.isoformat()
    yield "—" if fee.amount is None else f"{fee.amount:.2f}"
    yield "" if fee.pay_by is None else fee.pay_by.isoformat()
    yield _paid(fee)
    yield "" if fee.paid_on is None else fee.paid_on.isoformat()
    yield "、".join(line.receipt_number for line in fee.payments if line.receipt_number)
    yield "" if fee.abandoned_on is None else fee.abandoned_on.isoformat()


def _paid(fee: FeeFile) -> str:
    if any(line.amount is None for line in fee.payments):
        return "—"
    return f"{fee.paid:.2f}" if fee.payments else ""


def _total(what: Text, total: Total, lang: Lang) -> RichText:
    words = _TOTAL.say(lang, what=what.say(lang), n=total.count, amount=f"{total.amount:.2f}")
    if total.unknown:
        words += _UNKNOWN.say(lang, n=total.unknown)
    return RichText(words)


def _article(citation: Citation, lang: Lang) -> str:
    return citation.short if lang is Lang.ZH else citation.english
