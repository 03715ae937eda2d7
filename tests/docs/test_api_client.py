"""The client of the how-to, run as it stands against a served desk."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from states.steps import Role
from tests.docs.reading import text_of
from tests.workflow.web.api.calling import a_token
from tests.workflow.web.api.serving import served
from tests.workflow.web.visiting import Town, town

pytestmark = pytest.mark.enable_socket
CLIENT = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(client: Path, address: str, token: str) -> str:
    environment = os.environ | {
        "DISCLOSURE_API": f"{address}/api/v1",
        "DISCLOSURE_TOKEN": token,
        "PYTHONIOENCODING": "utf-8",
        "no_proxy": "127.0.0.1",
    }
    done = subprocess.run(  # noqa: S603 - our own page
        [sys.executable, client], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def client(tmp_path: Path) -> Path:
    (text,) = CLIENT.findall(text_of("how-to/use-the-api.md"))
    written = tmp_path / "client.py"
    written.write_text(text, encoding="utf-8")
    return written


def requests_of(opened: Town) -> list[tuple[str, str]]:
    with opened.office.read() as view:
        return [(row.applicant, row.case_officer) for row in view.requests.each()]


def test_the_client_of_the_how_to_runs_as_it_stands(tmp_path: Path, client: Path) -> None:
    with town(tmp_path / "town") as opened, served(opened.installation) as address:
        said = run(client, address, a_token(opened))
        again = run(client, address, a_token(opened))

        assert "答复期限 2025-10-24" in said
        assert "可以办理 correct-ask 告知补正" in said
        assert "净公开申〔2025〕1号 green 20 decide" in said
        assert again.splitlines()[0] == said.splitlines()[0]
        assert requests_of(opened) == [("王小明", "李四")]


def test_the_client_says_why_it_was_refused(tmp_path: Path, client: Path) -> None:
    with (
        town(tmp_path / "town") as opened,
        served(opened.installation) as address,
        pytest.raises(AssertionError, match="403"),
    ):
        run(client, address, a_token(opened, Role.SUPERVISOR))
