"""What a user is given: everything that the program reads, and nothing else."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.tree import PACKAGES, files
from tests.installing.wheel import make_wheel


@pytest.fixture(name="names", scope="module")
def _names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    with ZipFile(make_wheel(tmp_path_factory.mktemp("wheel"))) as wheel:
        return set(wheel.namelist())


def test_every_file_of_the_program_is_in_the_wheel(names: set[str]) -> None:
    wanted = {path.as_posix() for path in files() if path.parts[0] in PACKAGES}

    assert wanted - names == set()


@pytest.mark.parametrize(
    "kind",
    [
        "workflow/web/static/htmx.min.js",
        "workflow/web/templates/case/case.html.jinja",
        "workflow/letters/templates/disclosure_reply.zh.txt.jinja",
        "workflow/reports/templates/report.html.jinja",
        "workflow/records/migrations/versions/0001_first_tables.py",
        "workflow/documents/typesetting/document.typ",
        "workflow/demo/jingfeng/机关.csv",
        "notifications/templates/overdue.zh.txt.jinja",
    ],
)
def test_data_of_each_kind_is_in_the_wheel(names: set[str], kind: str) -> None:
    assert kind in names


def test_nothing_but_the_program_and_what_is_said_of_it_is_in_the_wheel(names: set[str]) -> None:
    tops = {Path(name).parts[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert [name for name in names if "__pycache__" in name] == []


def test_the_wheel_brings_the_command_and_its_licence(names: set[str]) -> None:
    ends = {name.partition(".dist-info/")[2] for name in names}

    assert {"entry_points.txt", "licenses/LICENSE"} <= ends
