"""What a report is rendered from, whatever the kind of file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workflow.i18n import Lang
from workflow.reports.cells import CellKey
from workflow.reports.errata import Erratum
from workflow.reports.printed import PrintedReport

Hints = Mapping[CellKey, str]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A report, what later facts change of it, and what its figures counted, if that is shown.

    The language is that of a file for programs; the paper itself is in Chinese.
    """

    report: PrintedReport
    errata: tuple[Erratum, ...] = ()
    hints: Hints = field(default_factory=dict)
    lang: Lang = Lang.ZH
