"""The office's own text for a section of a report: written, changed, or given back to ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.steps import Role
from workflow.records.facts import Narrative
from workflow.records.figures import Figures
from workflow.records.tables.reports import NarrativeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.reports.annual import AnnualReport, annual_report
from workflow.reports.catalogue import form_for
from workflow.reports.cells import Number
from workflow.reports.findings import Finding
from workflow.reports.forms.shape import FormSection
from workflow.reports.narrative import bare_title, names_of
from workflow.services.reporting import ReportWanted, asking_of
from workflow.services.roles import require

_CHANGED = "修改正文"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNarrative:
    """Write the office's own text of a section, by its title without a number; blank is ours."""

    year: int
    section: str
    body: str
    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Told:
    """A section to be written: what the office wrote, what ours is, and what is printed now."""

    key: str
    name: str
    title: str
    own: str
    default: str
    printed: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The texts of a year's report, what may stand in them, and the report that they are in."""

    sections: tuple[Told, ...]
    names: Mapping[str, str | Number]
    report: AnnualReport

    def findings(self, told: Told) -> tuple[Finding, ...]:
        """Return what is wrong with the text of a section."""
        here = f"sections.{told.title}"
        return tuple(found for found in self.report.findings if found.where == here)


def write_narrative(command: WriteNarrative, uow: UnitOfWork, *, at: datetime) -> None:
    """Keep a text; one that was kept already is kept once, and what it replaces is in its history.

    Raises MoveRefusedError.
    """
    require(command.role, CASEWORK, "narrative")
    body = command.body.strip()
    kept = own_text(uow, command.year, command.section)
    if kept is not None:
        if kept.body != body:
            uow.narratives.amend(
                kept.id, {"body": body}, reason=_CHANGED, actor=command.actor, at=at
            )
        return
    if body:
        fact = Narrative(year=command.year, section=command.section, body=body)
        uow.narratives.add(fact, actor=command.actor, at=at)


def own_text(view: View, year: int, section: str) -> NarrativeRow | None:
    """Return the office's text of a section, whether it was written with its number or without."""
    found = [row for row in view.narratives.where(year=year) if bare_title(row.section) == section]
    return found[-1] if found else None


def sections_of(view: View, year: int) -> tuple[FormSection, ...]:
    """Return the sections that a year's report has."""
    return form_for(year, view.practice).sections


def telling_of(view: View, year: int, *, at: datetime, calendar: WorkCalendar) -> Telling:
    """Return the texts of a year's report as it counts now, whether it was frozen or not."""
    asking = asking_of(view, ReportWanted(year=year), at, calendar)
    report = annual_report(Figures(view.connection), asking)
    ours = annual_report(_WithoutOwnTexts(view.connection), asking)
    own = {section.name: own_text(view, year, section.name) for section in report.form.sections}
    sections = tuple(
        Told(
            section.template,
            section.name,
            section.title,
            "" if (row := own[section.name]) is None else row.body,
            default.text,
            printed.text,
        )
        for section, default, printed in zip(
            report.form.sections, ours.printed.sections, report.printed.sections, strict=True
        )
    )
    names = names_of(report.form, report.office, report.year, report.cells)
    return Telling(sections, names, report)


class _WithoutOwnTexts(Figures):
    """The records of an office as if it had written nothing of its own."""

    def narratives(self, office: int, year: int) -> dict[str, str]:
        """Return no text: ours stands everywhere."""
        del office, year
        return {}
