"""Letters as files: every letter in every format, the same to the byte each time."""

import pytest

from workflow.letters.files import WRITERS
from workflow.letters.kinds import LetterKind
from workflow.letters.render import render
from workflow.letters.samples import samples


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_written_the_same_each_time(kind: LetterKind, ending: str) -> None:
    write = WRITERS[ending]

    for sample in samples(kind):
        first, again = (write(render(kind, sample.facts)) for _ in range(2))
        assert first == again, sample.name
        assert first
