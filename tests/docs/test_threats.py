"""The threat model claims nothing that no test shows."""

import re

import pytest

from tests.docs.reading import DOCS, ROOT

PAGE = (DOCS / "explanation" / "threats.md").read_text("utf-8")
A_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
A_ROW = re.compile(r"^\| (?!威胁|---)(.+?) \| (.+?) \| (.+) \|$", re.MULTILINE)
ROWS = [(row[1], row[3]) for row in A_ROW.finditer(PAGE)]
# What the model must speak of at least; each is a word of the row about it.
SPOKEN_OF = (
    "session fixation", "CSRF", "open redirect", "file name", "import", "zip bombs", "XML bombs",
    "formula", "wording", "SSRF", "DNS rebinding", "login exists", "look-up codes", "floods",
    "another office", "role allows",
)  # fmt: skip


@pytest.mark.parametrize(("threat", "tests"), ROWS, ids=[row[0] for row in ROWS])
def test_every_threat_names_a_test_that_there_is(threat: str, tests: str) -> None:
    named = A_TEST.findall(tests)

    assert named, threat
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), (path, name)


@pytest.mark.parametrize("threat", SPOKEN_OF)
def test_no_known_kind_of_attack_is_passed_over(threat: str) -> None:
    assert [row for row in ROWS if threat in row[0]]


def test_what_remains_is_said() -> None:
    _, heading, remains = PAGE.partition("## 挡不住的")

    assert heading
    assert remains.count("\n- ") >= 3
