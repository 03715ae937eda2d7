"""Every letter under both laws, word for word: files to be read and signed off in review."""

from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from workflow.letters.kinds import LetterKind
from workflow.letters.render import render
from workflow.letters.samples import Sample, samples


def letters() -> Iterator[Sample]:
    """Yield every full sample, and of the bare ones the last of each letter."""
    for kind in LetterKind:
        tried = list(samples(kind))
        yield from (sample for sample in tried if not sample.name.endswith("-bare"))
        yield tried[-1]


@pytest.mark.parametrize("sample", list(letters()), ids=lambda it: f"{it.kind.value}-{it.name}")
def test_a_letter_reads_so(sample: Sample, letter_snapshot: SnapshotAssertion) -> None:
    assert render(sample.kind, sample.facts).text == letter_snapshot
