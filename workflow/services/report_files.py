"""A report as a file: each kind of file by the ending of its name."""

from importlib import import_module
from pathlib import Path

from workflow.i18n import Lang
from workflow.reports.rendering import Rendering
from workflow.services.reporting import Shown

# The writer of each kind of file: imported when one is written, since most commands write none.
REPORT_WRITERS = {
    ".json": ("workflow.reports.render", "json_file"),
    ".html": ("workflow.reports.render", "html_file"),
    ".docx": ("workflow.reports.papers", "docx_file"),
    ".pdf": ("workflow.reports.papers", "pdf_file"),
    ".xlsx": ("workflow.reports.workbook", "xlsx_file"),
}


def is_report_file(path: Path) -> bool:
    """Say whether a report can be written in a file of this name."""
    return path.suffix.lower() in REPORT_WRITERS


def report_file(shown: Shown, path: Path, lang: Lang = Lang.ZH) -> bytes:
    """Return the report as the kind of file that a name asks for."""
    module, name = REPORT_WRITERS[path.suffix.lower()]
    said = Rendering(shown.printed, shown.errata, shown.hints or {}, lang)
    written: bytes = getattr(import_module(module), name)(said)
    return written
