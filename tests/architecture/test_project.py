"""House rules of the project as a whole."""

import re

from tests.architecture.tree import ROOT, files, text, top_level

TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "README.zh-CN.md",
    "SECURITY.md",
    "docs",
    "notifications",
    "pyproject.toml",
    "states",
    "tests",
    "workflow",
}
PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+")
# Each is written in two halves, so that this file does not hold what it forbids.
FOREIGN = tuple(
    "".join(halves)
    for halves in (
        ("/work/", "shared"),
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("index", "-url"),
        ("find", "-links"),
        ("file:", "///opt"),
    )
)


def test_the_top_level_holds_only_what_belongs_there() -> None:
    strangers = {name for name in top_level() - TOP_LEVEL if not name.startswith(".")}

    assert strangers == set()


def test_no_file_names_a_place_outside_the_project() -> None:
    leaks = [
        f"{path}: {foreign}" for path in files() for foreign in FOREIGN if foreign in text(path)
    ]

    assert leaks == []


def test_the_constraints_are_names_with_versions_alone() -> None:
    lines = (ROOT / ".constraints.txt").read_text(encoding="utf-8").splitlines()

    assert lines
    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## .+ / .+$", makefile, re.MULTILINE)

    assert targets == explained


def test_both_readmes_name_the_same_commands() -> None:
    command = re.compile(
        r"^(?:make|disclosure|\.venv/bin/disclosure) .*?(?=\s{2,}|$)", re.MULTILINE
    )
    english, chinese = (
        [found.split("#")[0].strip() for found in command.findall((ROOT / name).read_text("utf-8"))]
        for name in ("README.md", "README.zh-CN.md")
    )

    assert english == chinese
