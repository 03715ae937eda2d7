"""What attachments hold, in a folder outside every page: each under the digest of its content.

A file is whole before its row is written; a file without a row is harmless, for nothing names it.
"""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from workflow.records.errors import AttachmentLostError

_FOLDER_MODE = 0o700


class AttachmentFiles:
    """The folder of an installation in which attachments lie."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made when the first file comes."""
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep a content, once, and return its digest; it is on the disk when this returns."""
        digest = sha256(content).hexdigest()
        place = self.place(digest)
        if self._holds(place, digest):
            return digest
        place.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=".coming-")
        coming = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            coming.replace(place)
        except BaseException:
            coming.unlink(missing_ok=True)
            raise
        for folder in (place.parent, self._folder, self._folder.parent):
            _make_durable(folder)
        return digest

    def read(self, digest: str) -> bytes:
        """Return a content; AttachmentLostError where it is gone, or no longer what it was."""
        try:
            content = self.place(digest).read_bytes()
        except FileNotFoundError:
            raise AttachmentLostError(digest) from None
        if sha256(content).hexdigest() != digest:
            raise AttachmentLostError(digest)
        return content

    def place(self, digest: str) -> Path:
        """Return where a content lies."""
        return self._folder / digest[:2] / digest[2:]

    @staticmethod
    def _holds(place: Path, digest: str) -> bool:
        """Say whether a content is there already, and whole: a damaged one is written again."""
        return place.is_file() and sha256(place.read_bytes()).hexdigest() == digest


def _make_durable(folder: Path) -> None:
    """Have the entries of a folder on the disk, where the system lets a folder be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
