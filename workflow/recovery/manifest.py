"""What a backup says of itself: when it was taken, of which records, and each file's digest."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

FORMAT: Final = 1
NAME: Final = "manifest.json"
_PIECE: Final = 1024 * 1024
# A copy of the records, or a file of a request under the digest of what it holds.
_MEMBER: Final = re.compile(r"disclosure\.(db|pgdump)|attachments/[0-9a-f]{2}/[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup's table of contents; `files` gives the SHA-256 of each by its name."""

    taken_at: datetime
    database: str
    revision: str
    files: Mapping[str, str]

    def as_json(self) -> str:
        """Return it as it is written."""
        return json.dumps(
            {
                "format": FORMAT,
                "taken_at": self.taken_at.isoformat(),
                "database": self.database,
                "revision": self.revision,
                "files": dict(sorted(self.files.items())),
            },
            indent=1,
        )

    @classmethod
    def parse(cls, text: str) -> "Manifest":
        """Read it; ValueError where it is none, or names a file that no backup has."""
        try:
            read = json.loads(text)
            if read["format"] != FORMAT:
                raise ValueError(read["format"])
            files = {str(name): str(digest) for name, digest in read["files"].items()}
            found = cls(
                datetime.fromisoformat(read["taken_at"]),
                str(read["database"]),
                str(read["revision"]),
                files,
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(text) from error
        for name in files:
            if not _MEMBER.fullmatch(name):
                raise ValueError(name)
        return found


def digest_of(file: Path) -> str:
    """Return the SHA-256 of what a file holds."""
    with file.open("rb") as held:
        return _digest(held)


def copied(source: IO[bytes], target: IO[bytes]) -> str:
    """Copy a file a piece at a time, and return the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    while piece := source.read(_PIECE):
        digest.update(piece)
        target.write(piece)
    return digest.hexdigest()


def _digest(held: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := held.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()
