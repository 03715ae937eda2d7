"""Settings that every test shares."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import databases

settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("dev", deadline=None, max_examples=300)
settings.register_profile("mutants", deadline=None, max_examples=20, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.addoption("--power-cuts", type=int, default=12, metavar="N")


@pytest.fixture(scope="session", autouse=True)
def _database(request: pytest.FixtureRequest) -> Iterator[None]:
    """Start the server that the run asked for; without one, tests work in files of their own."""
    if request.config.getoption("--database") == "sqlite":
        yield
        return
    with databases.cluster():
        yield


@pytest.fixture(autouse=True)
def _only_on_sqlite(request: pytest.FixtureRequest) -> None:
    marked = request.node.get_closest_marker("sqlite_only")
    if marked is not None and request.config.getoption("--database") != "sqlite":
        pytest.skip(marked.args[0])
