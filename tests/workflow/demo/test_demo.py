"""The demonstration: both offices, and nothing of anybody else's touched."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.case import OPEN_STATES, State
from tests.builders import an_installation
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import Installation
from workflow.checking.reading import read_report
from workflow.cli.app import ExitCode, Invocation
from workflow.demo.jingfeng import YEAR, compare, import_jingfeng
from workflow.demo.sample_office import found_sample_office, workday_before
from workflow.demo.stories import STORIES
from workflow.documents import docx, pdf
from workflow.documents.fonts import FontBook
from workflow.services.reporting import ReportWanted, report_year
from workflow.services.worklist import Light, worklist

pytestmark = pytest.mark.thorough

TODAY = date(2026, 11, 23)  # Monday


def run(*arguments: str) -> int:
    return main(list(arguments), said=Invocation(clock=FixedClock.on(TODAY)))


def test_jingfeng_2017_equals_what_the_town_published_in_every_row(
    installation: Installation,
) -> None:
    office = import_jingfeng(installation, actor="示范")

    with office.read() as view:
        report = report_year(
            view, ReportWanted(year=YEAR), at=office.clock.now(), calendar=office.calendar
        )
    rows = compare(report)

    assert len(rows) == 15
    assert all(row.agrees for row in rows), [row for row in rows if not row.agrees]
    assert report.findings == ()


def test_a_row_that_differs_is_seen(installation: Installation) -> None:
    office = import_jingfeng(installation, actor="示范")
    with office.read() as view:
        wanted = ReportWanted(year=YEAR + 1)
        report = report_year(view, wanted, at=office.clock.now(), calendar=office.calendar)

    assert not compare(report)[0].agrees


def test_the_sample_office_has_some_forty_requests_in_every_state(tmp_path: Path) -> None:
    with an_installation(tmp_path, FixedClock.on(TODAY)) as installation:
        office = found_sample_office(installation, TODAY)
        with office.read() as view:
            rows = list(view.requests.each())
            lines = worklist(view, today=TODAY, calendar=office.calendar, limit=None)
        sound = office.verify().first_break is None

    assert len(rows) == len(STORIES) >= 40
    assert {row.state for row in rows} == {state.value for state in State}
    assert {line.light for line in lines} == set(Light)
    assert {line.state for line in lines} == OPEN_STATES
    assert sound


@settings(max_examples=12)
@given(today=st.dates(date(2023, 1, 1), date(2030, 12, 31)))
def test_the_stories_can_be_told_on_any_day(
    tmp_path_factory: pytest.TempPathFactory, today: date
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with an_installation(folder, FixedClock.on(today)) as installation:
        office = found_sample_office(installation, today)
        with office.read() as view:
            assert len(list(view.requests.each())) == len(STORIES)


def test_working_days_are_counted_backwards_over_make_up_days(
    installation: Installation,
) -> None:
    # Back from Tue 2025-10-14: 13, Sat 11*, 10, 09, then Tue 09-30 behind the National Day.
    calendar = installation.calendar

    found = [workday_before(date(2025, 10, 14), count, calendar) for count in range(6)]

    assert found == [
        date(2025, 10, 14),
        date(2025, 10, 13),
        date(2025, 10, 11),
        date(2025, 10, 10),
        date(2025, 10, 9),
        date(2025, 9, 30),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_demonstration_shows_table_worklist_and_explained_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    out = tmp_path / "demo"

    code = run("--lang", lang, "demo", "--out", str(out))

    said = capsys.readouterr().out
    assert code == ExitCode.OK
    assert said.count("✓") == 15
    assert "海公开申〔2026〕" in said
    assert (out / "净峰镇2017年度报告.html").read_text(encoding="utf-8").count("<tr") >= 15
    for name in ("净峰镇2017年度报告", "海湾镇2026年度报告（示范）"):
        written = {path.suffix for path in out.glob(f"{name}.*")}
        assert written == {".json", ".html", ".docx", ".pdf", ".xlsx"}
    assert read_report(out / "净峰镇2017年度报告.docx").year == YEAR
    assert read_report(out / "海湾镇2026年度报告（示范）.xlsx").table("requests")


def test_without_a_chinese_font_the_pdf_is_left_out_with_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pdf, docx):
        monkeypatch.setattr(module, "system_fonts", lambda: FontBook.found(system=False))
    out = tmp_path / "demo"

    code = run("demo", "--out", str(out))

    said = capsys.readouterr().out
    assert code == ExitCode.OK
    assert said.count("sudo apt-get install fonts-noto-cjk") == 2
    assert not list(out.glob("*.pdf"))
    assert len(list(out.glob("*.docx"))) == 2


def test_the_demonstration_can_be_shown_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run("demo", "--out", str(tmp_path / "demo")) == ExitCode.OK
    assert capsys.readouterr().err == ""


def test_a_folder_with_other_files_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    precious = tmp_path / "年报.docx"
    precious.write_text("不可删", encoding="utf-8")

    code = run("demo", "--out", str(tmp_path))

    assert code == ExitCode.USAGE
    assert "里有别的文件，没有改动" in capsys.readouterr().err
    assert precious.read_text(encoding="utf-8") == "不可删"
