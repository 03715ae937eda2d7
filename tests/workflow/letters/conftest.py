"""Letters kept as plain text files."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class LetterFile(SingleFileSnapshotExtension):
    """Keep each letter as a plain text file that a lawyer can read."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def letter_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(LetterFile)
