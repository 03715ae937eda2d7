"""Our own reports before the checker of other people's: it finds nothing, whatever the form."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from states.statute.outcomes import CATALOGUE, Outcome
from states.statute.receipt import Channel
from tests.workflow.reports.desk import Desk
from workflow.checking.check import check_report
from workflow.checking.reading import read_previous, read_report
from workflow.reports.catalogue import FORMS, form_for
from workflow.reports.forms.labels import APPLICANT_COLUMNS
from workflow.reports.printed import PrintedReport
from workflow.reports.render import to_html, to_json

CODED = [outcome for outcome in Outcome if CATALOGUE[outcome].code]


def two_busy_years() -> Desk:
    """An office with some of everything in 2024 and 2025."""
    random = Random(7)  # noqa: S311 - days and kinds, no secrets
    desk = Desk(phone="0595-87801209")
    for year, count in ((2024, 60), (2025, 83)):
        for _ in range(count):
            received_on = date(year, 1, 1) + timedelta(days=random.randrange(365))
            closed_on = received_on + timedelta(days=random.randrange(2, 45))
            is_closed = closed_on < date(2026, 1, 10)
            desk.requested(
                received_on,
                channel=random.choice(list(Channel)),
                kind=random.choice(APPLICANT_COLUMNS).key,
                closed_on=closed_on if is_closed else None,
                outcome=random.choice(CODED) if is_closed else None,
                on_time=random.random() < 0.95 if is_closed else None,
            )
        for _ in range(count // 2):
            published_on = date(year, 1, 1) + timedelta(days=random.randrange(365))
            channels = random.sample(["website", "wechat", "gazette"], random.randrange(1, 3))
            desk.published(
                published_on, *channels, category=random.choice(["其他类", "机构职能类"])
            )
        desk.reconsidered(date(year, 2, 3), date(year, 4, 8), "upheld")
        desk.reconsidered(date(year, 11, 3))
        desk.sued(date(year, 5, 6), date(year, 9, 1), "corrected", after_reconsideration=True)
        desk.complained(date(year, 5, 6))
        for column, amount in (("issued", "2"), ("repealed", "1"), ("in_force", str(year - 2000))):
            desk.typed(year, "proactive", "normative_documents", column, amount)
        desk.typed(year, "proactive", "charges", "amount", "12.35")
    return desk


@pytest.fixture(scope="module")
def desk() -> Desk:
    return two_busy_years()


def written(report: PrintedReport, folder: Path, ending: str) -> Path:
    path = folder / f"{report.year}{ending}"
    text = to_json(report) if ending == ".json" else to_html(report)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".json", ".html"])
@pytest.mark.parametrize("key", FORMS)
def test_the_checker_finds_nothing_in_a_report_of_ours(
    desk: Desk, tmp_path: Path, key: str, ending: str
) -> None:
    # A form is asked of a year it is the form of; the days are moved, the figures are not.
    reports = [desk.report(year, form=form_for(year, key=key)).printed for year in (2024, 2025)]
    before, now = (written(report, tmp_path, ending) for report in reports)

    read = read_report(now)
    findings = check_report(read, read_previous(before, read))

    expected = set() if key == "2021" else {"F1"}  # a form of other years, as it was asked for
    assert {found.rule: found.message() for found in findings if found.rule not in expected} == {}


def test_the_checker_finds_nothing_in_a_nil_report(tmp_path: Path) -> None:
    report = Desk().report(2025).printed

    for ending in (".json", ".html"):
        assert check_report(read_report(written(report, tmp_path, ending))) == ()
