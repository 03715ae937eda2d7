"""House rules of the code that no linter knows."""

import ast
from pathlib import Path

from tests.architecture.tree import PACKAGES, modules, syntax, text

WRITERS = {
    Path("workflow/records/shared_writer.py"),
    Path("workflow/records/pooled_writer.py"),
}
NAMES_THAT_SAY_NOTHING = {"base", "common", "helpers", "manager", "misc", "utils"}
LONGEST_MODULE = 400
SHORTEST_SENTENCE = 4


def _commits(path: Path) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr == "commit" for node in ast.walk(syntax(path))
    )


def _holds_only_a_docstring(path: Path) -> bool:
    body = syntax(path).body
    return len(body) == 1 and ast.get_docstring(syntax(path)) is not None


def _test_names(path: Path) -> list[str]:
    return [
        node.name
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    ]


def test_only_the_writers_of_units_of_work_commit() -> None:
    committers = {path for path in modules(*PACKAGES) if _commits(path)}

    assert committers <= WRITERS


def test_every_module_has_a_name_that_says_something() -> None:
    empty_names = [
        path
        for path in modules(*PACKAGES, "tests")
        if NAMES_THAT_SAY_NOTHING & {path.stem, *path.parent.parts}
    ]

    assert empty_names == []


def test_no_module_is_longer_than_a_sitting() -> None:
    lengths = {path: text(path).count("\n") for path in modules(*PACKAGES, "tests")}

    assert {path: size for path, size in lengths.items() if size > LONGEST_MODULE} == {}


def test_a_package_file_holds_its_docstring_alone() -> None:
    fuller = [
        path
        for path in modules(*PACKAGES)
        if path.name == "__init__.py" and not _holds_only_a_docstring(path)
    ]

    assert fuller == []


def test_every_directory_of_code_is_a_package() -> None:
    directories = {path.parent for path in modules(*PACKAGES)}
    packages = {path.parent for path in modules(*PACKAGES) if path.name == "__init__.py"}

    # Alembic loads its migrations by path.
    assert {d for d in directories - packages if "migrations" not in d.parts} == set()


def test_no_directory_of_tests_is_a_package() -> None:
    # With one, `import states` finds tests/states.
    assert [path for path in modules("tests") if path.name == "__init__.py"] == []


def test_the_name_of_a_test_is_a_sentence() -> None:
    mutters = [
        f"{path}: {name}"
        for path in modules("tests")
        for name in _test_names(path)
        if len(name.removeprefix("test_").split("_")) < SHORTEST_SENTENCE
    ]

    assert mutters == []
