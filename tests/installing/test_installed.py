"""The wheel in an environment of its own, as pipx and uvx make one: `make test-install`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.installing.wheel import ROOT, make_wheel

pytestmark = [pytest.mark.thorough, pytest.mark.enable_socket]

PORT = 18_473
_LONGEST_START = 60.0


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder, with the program installed below it as its dependencies are pinned."""
    place = tmp_path_factory.mktemp("installed")
    wheel = make_wheel(place / "wheel")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)  # noqa: S603
    pins = ("--constraint", str(ROOT / ".constraints.txt"))
    pip = (str(place / "venv/bin/python"), "-m", "pip", "install", "--quiet", *pins, str(wheel))
    subprocess.run(pip, check=True, cwd=place)  # noqa: S603
    return place


def run(place: Path, *words: str) -> str:
    made = subprocess.run(  # noqa: S603
        [str(place / "venv/bin/disclosure"), *words],
        cwd=place,
        env=surroundings(place),
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


def surroundings(place: Path) -> dict[str, str]:
    """The environment of a user who has nothing of ours but the program."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"DISCLOSURE_DATA_DIR": str(place / "data"), "XDG_CONFIG_HOME": str(place)}


def test_the_version_is_told(place: Path) -> None:
    assert "0." in run(place, "--version")


def test_the_demonstration_agrees_with_the_published_table(place: Path) -> None:
    said = run(place, "demo", "--no-serve", "--out", "demo")

    assert "全部相符" in said
    assert (place / "demo/净峰镇2017年度报告.html").stat().st_size > 1_000


def test_the_program_that_runs_is_the_one_that_was_installed(place: Path) -> None:
    where = (str(place / "venv/bin/python"), "-c", "import workflow; print(workflow.__file__)")
    told = subprocess.run(where, cwd=place, capture_output=True, check=True)  # noqa: S603

    assert Path(told.stdout.decode().strip()).is_relative_to(place / "venv")


@contextmanager
def serving(place: Path) -> Iterator[str]:
    program = str(place / "venv/bin/disclosure")
    process = subprocess.Popen(  # noqa: S603
        [program, "serve", "--port", str(PORT), "--no-scheduler"],
        cwd=place,
        env=surroundings(place),
    )
    try:
        yield f"http://127.0.0.1:{PORT}"
    finally:
        process.terminate()
        process.wait(30)


def fetched(address: str) -> tuple[int, bytes]:
    """What an address answers, once it answers."""
    until = monotonic() + _LONGEST_START
    while True:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
                return answer.status, answer.read()
        except URLError:
            if monotonic() > until:
                raise
            sleep(0.3)


def test_the_desk_answers_with_its_pages_and_their_looks(place: Path) -> None:
    run(place, "init", "青云镇人民政府", "--short-name", "青云镇", "--level", "乡镇")

    with serving(place) as address:
        status, page = fetched(f"{address}/sign-in")
        looks = page.decode("utf-8").partition("<link ")[2].partition('href="')[2].split('"')[0]

        assert status == 200
        assert "登录".encode() in page
        assert fetched(f"{address}{looks}")[0] == 200
