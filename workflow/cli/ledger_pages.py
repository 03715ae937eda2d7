"""Imports and exports on a terminal: what became of every sheet, and every fault in a line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.console import RenderableType
from rich.table import Table

from workflow.i18n import Lang, Text
from workflow.ledger.faults import LedgerFault, explain
from workflow.services.exporting import ExportSummary, NotCarried
from workflow.services.importing import ImportSummary
from workflow.services.ledger.matching import Difference
from workflow.wording.facts import FACTS
from workflow.wording.registers import register_name

LIMIT = 50

_SHEET = Text("工作表", "Sheet")
_TALLIES = (
    ("added", Text("新增", "New")),
    ("unchanged", Text("未变", "Unchanged")),
    ("changed", Text("有差异", "Differing")),
    ("faulty", Text("有错误", "Faulty")),
    ("empty", Text("空行", "Empty")),
    ("sums", Text("合计行", "Sums")),
    ("merged", Text("已合并", "Merged")),
)
_ROWS = Text("行数", "Rows")
_AND_MORE = Text("… 另有 {n} 处", "… and {n} more")
_JOIN = Text("、", ", ")

_WRITTEN = Text("已导入：{office}", "Imported: {office}")
_FOUNDED = Text("已建立机关并导入：{office}", "Established and imported: {office}")
_TRIED = Text("试运行，没有写入：{office}", "A dry run, nothing was written: {office}")
_REFUSED = Text(
    "有错误，没有写入；改正后再导入，或用 --keep-good 只导入无误的行。",
    "There are faults and nothing was written; mend them, or take the good rows by --keep-good.",
)
_NOT_APPLIED = Text(
    "有 {n} 处与已登记的不同，没有更改；用 --update 按台账更改：",
    "{n} cell(s) differ from the records and were left alone; apply them by --update:",
)
_APPLIED = Text("已按台账更改 {n} 处：", "{n} cell(s) were changed as the ledger has them:")
_DIFFERENCE = Text(
    "{sheet} 第{row}行 {column}：{old} → {new}", "{sheet}, row {row}, {column}: {old} → {new}"
)
_BLANK = Text("（空）", "(empty)")
_STAFF = Text("新登记的经办人（未启用）：{names}", "New case officers, inactive: {names}")
_UNKNOWN_SHEETS = Text("不认识的工作表，未读取：{names}", "Unknown sheets, left alone: {names}")
_UNKNOWN_COLUMNS = Text(
    "{sheet}：不认识的列，未读取：{names}", "{sheet}: unknown columns, left alone: {names}"
)
_FAULTS = Text("共 {n} 处错误：", "{n} fault(s):")
_FAULT = Text("{sheet} 第{row}行 {column}：{why}", "{sheet}, row {row}, {column}: {why}")

_EXPORTED = Text("已导出：{office} → {path}", "Exported: {office} → {path}")
_NOT_CARRIED = Text(
    "台账没有相应的列，{n} 件申请有内容未写入：",
    "The ledger has no column for something of {n} request(s):",
)
_PART = Text("{number}：{facts}", "{number}: {facts}")
_WHOLE = Text("{number}：整件（收到日期尚未确定）", "{number}: all of it (not yet received)")
_MERGED_LEFT = Text(
    "已并入其他申请、不另统计的 {n} 件不写入台账：{names}",
    "{n} request(s) merged into others are counted with them and are not in the ledger: {names}",
)
_BESIDE_LEFT = Text(
    "身份证明、地址、获取形式、关联和拆分不在台账内，涉及 {n} 件：",
    "Identity, address, form of provision, links and splits are not in the ledger; of {n}:",
)
_STAFF_LEFT = Text(
    "人员的角色、账号和在岗情况不在台账内：{names}",
    "Roles, accounts and duty of staff are not in the ledger: {names}",
)
_SETTINGS_LEFT = Text("机关设置不在台账内：{names}", "Settings are not in the ledger: {names}")
_REGISTERS_LEFT = Text("台账没有相应的表：{names}", "The ledger has no sheet for: {names}")
_COUNTED = Text("{register} {n} 条", "{register} ({n})")


def tally_table(summary: ImportSummary, lang: Lang) -> RenderableType:
    """Return what became of the rows of every sheet."""
    table = _table(lang, [text for _, text in _TALLIES])
    for name, tally in summary.sheets.items():
        table.add_row(name, *(str(getattr(tally, count)) for count, _ in _TALLIES))
    return table


def import_lines(summary: ImportSummary, lang: Lang) -> Iterator[str]:
    """Yield what to say of an import below its table, but for the faults."""
    if summary.differences:
        said = _APPLIED if summary.is_updated else _NOT_APPLIED
        yield said.say(lang, n=len(summary.differences))
        yield from limited((_difference(found, lang) for found in summary.differences), lang)
    if summary.new_staff and summary.is_written:
        yield _STAFF.say(lang, names=_joined(summary.new_staff, lang))
    if summary.unknown_sheets:
        yield _UNKNOWN_SHEETS.say(lang, names=_joined(summary.unknown_sheets, lang))
    for sheet, names in summary.unknown_columns.items():
        yield _UNKNOWN_COLUMNS.say(lang, sheet=sheet, names=_joined(names, lang))
    if summary.is_written:
        yield (_FOUNDED if summary.is_new_office else _WRITTEN).say(lang, office=summary.office)


def fault_lines(summary: ImportSummary, lang: Lang, *, dry_run: bool) -> Iterator[str]:
    """Yield every fault in a line, and what it kept from being done."""
    if summary.faults:
        yield _FAULTS.say(lang, n=len(summary.faults))
        yield from limited((_fault(fault, lang) for fault in summary.faults), lang)
    if dry_run:
        yield _TRIED.say(lang, office=summary.office)
    elif not summary.is_written:
        yield _REFUSED.say(lang)


def rows_table(summary: ExportSummary, lang: Lang) -> RenderableType:
    """Return how many rows every sheet got."""
    table = _table(lang, [_ROWS])
    for name, count in summary.rows.items():
        table.add_row(name, str(count))
    return table


def export_lines(summary: ExportSummary, path: str, lang: Lang) -> Iterator[str]:
    """Yield what to say of an export below its table."""
    yield _EXPORTED.say(lang, office=summary.office, path=path)
    if summary.not_carried:
        yield _NOT_CARRIED.say(lang, n=len(summary.not_carried))
        yield from limited((_left_out(left, lang) for left in summary.not_carried), lang)
    if summary.merged:
        names = _joined(summary.merged, lang)
        yield _MERGED_LEFT.say(lang, n=len(summary.merged), names=names)
    if summary.beside:
        yield _BESIDE_LEFT.say(lang, n=len(summary.beside))
        yield from limited(summary.beside, lang)
    if summary.staff:
        yield _STAFF_LEFT.say(lang, names=_joined(summary.staff, lang))
    if summary.settings:
        yield _SETTINGS_LEFT.say(lang, names=_joined(summary.settings, lang))
    if summary.registers:
        counted = (
            _COUNTED.say(lang, register=register_name(name, lang), n=count)
            for name, count in summary.registers.items()
        )
        yield _REGISTERS_LEFT.say(lang, names=_joined(counted, lang))


def limited(lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """Yield the first lines indented, and then how many there are besides."""
    every = iter(lines)
    yield from (f"  {line}" for line in islice(every, LIMIT))
    more = sum(1 for _ in every)
    if more:
        yield f"  {_AND_MORE.say(lang, n=more)}"


def _table(lang: Lang, columns: Sequence[Text]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_SHEET.say(lang))
    for column in columns:
        table.add_column(column.say(lang), justify="right")
    return table


def _fault(fault: LedgerFault, lang: Lang) -> str:
    return _FAULT.say(
        lang, sheet=fault.sheet, row=fault.row, column=fault.column, why=explain(fault, lang)
    )


def _difference(found: Difference, lang: Lang) -> str:
    return _DIFFERENCE.say(
        lang,
        sheet=found.sheet,
        row=found.row,
        column=found.column,
        old=found.old or _BLANK.say(lang),
        new=found.new or _BLANK.say(lang),
    )


def _left_out(left: NotCarried, lang: Lang) -> str:
    if not left.is_in_book:
        return _WHOLE.say(lang, number=left.number)
    facts = dict.fromkeys(FACTS[kind].say(lang) for kind in left.kinds)
    return _PART.say(lang, number=left.number, facts=_joined(facts, lang))


def _joined(names: Iterable[str], lang: Lang) -> str:
    return _JOIN.say(lang).join(names)
