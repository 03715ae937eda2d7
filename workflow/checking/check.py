"""Checking a report: every finding of every rule, errors first."""

from workflow.checking.published import PublishedReport
from workflow.checking.rules.rule import Checked
from workflow.checking.rules.table import RULES
from workflow.reports.findings import Finding, Severity


def check_report(
    report: PublishedReport, previous: PublishedReport | None = None
) -> tuple[Finding, ...]:
    """Return what cannot be right in a report, also beside the report of the year before."""
    checked = Checked.of(report, previous)
    findings = [finding for rule in RULES for finding in rule.findings(checked)]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR))
