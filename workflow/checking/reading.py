"""Opening a published report of any kind: by what the file holds, whatever its name says."""

import io
import zipfile
from pathlib import Path

from workflow.checking.assembling import assemble
from workflow.checking.pages import Reader
from workflow.checking.published import PublishedReport
from workflow.checking.sources.report_json import read_report_json
from workflow.checking.sources.web_page import decoded, read_web_page
from workflow.checking.sources.word_file import read_word_file
from workflow.checking.sources.workbook import read_workbook
from workflow.checking.unreadable import Trouble, UnreadableReportError
from workflow.i18n import Text
from workflow.ledger.errors import BookTrouble, LedgerUnreadableError
from workflow.ledger.packages import PackageLimits, refuse_oversized_package

MAX_BYTES = 64 * 1024 * 1024
_MAX_TEXT = 16 * 1024 * 1024
_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_CELLS = 1_000_000

_WORD = PackageLimits(("word/",), _MAX_UNPACKED)
_WORKBOOK = PackageLimits(("xl/workbook",), _MAX_UNPACKED, _MAX_CELLS)
_SNIFFED = 2048
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TROUBLES = {
    BookTrouble.DAMAGED: Trouble.DAMAGED,
    BookTrouble.PASSWORD: Trouble.PASSWORD,
    BookTrouble.TOO_LARGE: Trouble.TOO_LARGE,
    BookTrouble.NOT_A_WORKBOOK: Trouble.UNKNOWN_KIND,
}


def read_report(path: Path) -> PublishedReport:
    """Return the report in a file, or say why there is none."""
    content = _content(path)
    if content.startswith(b"PK"):
        return _package(content, path)
    if content.startswith(_OLE):
        is_locked = _ENCRYPTED in content
        raise UnreadableReportError(Trouble.PASSWORD if is_locked else Trouble.OLD_KIND, path)
    if content.startswith(b"%PDF"):
        raise UnreadableReportError(Trouble.PDF, path)
    if len(content) > _MAX_TEXT:
        raise UnreadableReportError(Trouble.TOO_LARGE, path)
    beginning = decoded(content[:_SNIFFED]).lstrip("\ufeff \t\r\n")
    if beginning.startswith(("{", "[")):
        return read_report_json(content, path)
    if "<" in beginning and "\0" not in beginning:
        return assemble(read_web_page(content, path), path)
    raise UnreadableReportError(Trouble.UNKNOWN_KIND, path)


def read_previous(path: Path, report: PublishedReport) -> PublishedReport:
    """Return the report of the year before another, or say that it is not."""
    previous = read_report(path)
    years = (previous.year, report.year)
    if None not in years and previous.year != (report.year or 0) - 1:
        detail = Text(
            f"它是{previous.year}年度的，被核对的是{report.year}年度的",
            f"it is of {previous.year}, the one checked of {report.year}",
        )
        raise UnreadableReportError(Trouble.NOT_LAST_YEAR, path, detail)
    return previous


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableReportError(Trouble.NOT_A_FILE, path)
    if not path.exists():
        raise UnreadableReportError(Trouble.NOT_FOUND, path)
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableReportError(Trouble.TOO_LARGE, path)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableReportError(Trouble.TOO_LARGE, path)
    if not content.strip():
        raise UnreadableReportError(Trouble.EMPTY, path)
    return content


def _package(content: bytes, path: Path) -> PublishedReport:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            is_workbook = any(name.startswith(_WORKBOOK.parts) for name in package.namelist())
    except zipfile.BadZipFile as error:
        raise UnreadableReportError(Trouble.DAMAGED, path) from error
    if is_workbook:
        return _measured(content, path, _WORKBOOK, read_workbook)
    return _measured(content, path, _WORD, read_word_file)


def _measured(content: bytes, path: Path, limits: PackageLimits, read: Reader) -> PublishedReport:
    try:
        refuse_oversized_package(content, path, limits)
    except LedgerUnreadableError as error:
        raise UnreadableReportError(_TROUBLES[error.code], path) from error
    return assemble(read(content, path), path)
