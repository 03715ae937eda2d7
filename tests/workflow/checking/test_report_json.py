"""Reports as JSON: this program's own, and figures alone; what is not right is named."""

import json
from datetime import date
from pathlib import Path

import pytest

from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.checking.unreadable import Trouble, UnreadableReportError
from workflow.i18n import Lang

ROW = {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": 1}
ALONE: dict[str, object] = {"tables": {"disputes": {"reconsideration": ROW}}}


def read(folder: Path, shape: object) -> PublishedReport:
    path = folder / "年报.json"
    text = shape if isinstance(shape, str) else json.dumps(shape, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return read_report(path)


def test_figures_alone_are_enough(tmp_path: Path) -> None:
    report = read(tmp_path, ALONE)

    assert report.value("disputes", "reconsideration", "total") == 1
    assert (report.office, report.year, report.form, report.period) == ("", None, "2021", None)


@pytest.mark.parametrize(("year", "form"), [(2019, "2019"), (2020, "2019"), (2021, "2021")])
def test_figures_alone_are_taken_to_be_in_the_form_of_their_year(
    tmp_path: Path, year: int, form: str
) -> None:
    assert read(tmp_path, {**ALONE, "year": year}).form == form


def test_this_program_s_own_report_is_read_whole(tmp_path: Path) -> None:
    row = {"name": "主动公开文件数", "unit": "条", "year": 67, "cumulative": 227}
    report = read(
        tmp_path,
        {
            "office": "净峰镇人民政府",
            "year": 2017,
            "format": "2008",
            "period": ["2017-01-01", "2017-12-31"],
            "as_known_on": "2018-01-15T02:00:00+00:00",
            "frozen": None,
            "sections": [{"title": "一、概述", "text": "全年主动公开政府信息67条。\n完。"}],
            "tables": {"statistics": {"主动公开文件数": row}},
            "notes": {},
            "findings": [],
        },
    )

    assert report.period == (date(2017, 1, 1), date(2017, 12, 31))
    assert report.sections[0].paragraphs == ("全年主动公开政府信息67条。", "完。")
    assert check_report(report) == ()


def test_the_period_of_another_year_is_told(tmp_path: Path) -> None:
    shape = {**ALONE, "year": 2023, "period": ["2022-01-01", "2022-12-31"]}

    findings = check_report(read(tmp_path, shape))

    assert ("D1", "period") in [(f.rule, f.where) for f in findings]


def test_the_national_table_is_known_by_its_row_numbers(tmp_path: Path) -> None:
    report = read(tmp_path, {"year": 2016, "tables": {"statistics": {"17": {"count": 5}}}})

    assert report.form == "2014"


def test_text_and_nothing_may_stand_for_a_figure(tmp_path: Path) -> None:
    row = {**ROW, "other": None, "pending": "/"}

    findings = check_report(read(tmp_path, {"tables": {"disputes": {"reconsideration": row}}}))

    assert [f.rule for f in findings] == ["F2", "F3"]


def test_tables_it_does_not_know_are_left_alone(tmp_path: Path) -> None:
    tables = {"disputes": {"reconsideration": ROW}, "fees": {"all": {"amount": 1}}}

    assert list(read(tmp_path, {"tables": tables}).tables) == ["disputes"]


def a_table(row: object) -> dict[str, object]:
    return {"tables": {"disputes": row}}


@pytest.mark.parametrize(
    ("shape", "named"),
    [
        ("{", "JSON"),
        ('{"tables": ' + "[" * 100_000, "JSON"),
        ('{"tables": {"disputes": {"reconsideration": {"total": ' + "9" * 5_000 + "}}}}", "JSON"),
        ("[1, 2]", "“$”"),
        ({}, "tables"),
        ({"tables": []}, "tables"),
        ({"tables": {}}, "requests"),
        ({"tables": {"fees": {}}}, "requests"),
        (a_table([]), "tables.disputes"),
        (a_table({"appeal": ROW}), "tables.disputes.appeal"),
        (a_table({"reconsideration": [1]}), "tables.disputes.reconsideration"),
        (a_table({"reconsideration": {"won": 1}}), "tables.disputes.reconsideration.won"),
        (a_table({"reconsideration": {"total": True}}), "reconsideration.total"),
        (a_table({"reconsideration": {"total": [1]}}), "reconsideration.total"),
        ({**ALONE, "year": "2023"}, "year"),
        ({**ALONE, "year": True}, "year"),
        ({**ALONE, "format": "2030"}, "2030"),
        ({**ALONE, "sections": {}}, "sections"),
        ({**ALONE, "sections": ["text"]}, "sections[0]"),
        ({**ALONE, "period": "2023"}, "period"),
        ({**ALONE, "period": ["2023-01-01", "soon"]}, "period"),
    ],
    ids=range(21),
)
@pytest.mark.parametrize("lang", Lang)
def test_what_is_not_right_is_named(tmp_path: Path, shape: object, named: str, lang: Lang) -> None:
    with pytest.raises(UnreadableReportError) as refused:
        read(tmp_path, shape)

    assert refused.value.code is Trouble.BAD_JSON
    assert named in refused.value.detail.say(lang)


def test_a_number_too_long_for_a_count_is_no_count(tmp_path: Path) -> None:
    row = {**ROW, "other": 10**30}

    findings = check_report(read(tmp_path, a_table({"reconsideration": row})))

    assert ("F4", "disputes.reconsideration.other") in [(f.rule, f.where) for f in findings]
