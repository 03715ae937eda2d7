"""A backup: the records of one moment with every file of theirs, whole or not there at all."""

import json
import os
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workflow.records.copying import COPIES, CopyFailedError, copy_records, kind_of
from workflow.records.schema import HEAD
from workflow.recovery.errors import program_error
from workflow.recovery.manifest import NAME, Manifest, copied
from workflow.recovery.sealing import seal
from workflow.settings import Settings

ATTACHMENTS: Final = "attachments"
LAST: Final = "last-backup.json"  # in the data directory: when one was last taken


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was taken: where it lies, how big it is, and what is in it."""

    file: Path
    size: int
    attachments: int
    is_sealed: bool


def back_up(settings: Settings, file: Path, *, at: datetime, words: bytes = b"") -> Taken:
    """Take a backup into a file, encrypted where words are given; work goes on meanwhile.

    The file appears when all of it is on the disk, in the place of one of the same name. The
    records are copied before the files that belong to them, which are never altered: whatever a
    record names is there. Raises BackupProgramError, OSError.
    """
    database = kind_of(settings.database)
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=file.parent, prefix=".backup-") as made:
        copy = Path(made) / COPIES[database]
        try:
            copy_records(settings.database, copy)
        except CopyFailedError as error:
            raise program_error(error.program, error.said) from error
        packed = Path(made) / "packed"
        attachments = _pack(packed, copy, settings.data_dir / ATTACHMENTS, database, at)
        ready = _sealed(packed, words) if words else packed
        with ready.open("rb") as held:
            os.fsync(held.fileno())
        size = ready.stat().st_size
        ready.replace(file)
    _sync_folder(file.parent)
    _remember(settings, file, at)
    return Taken(file, size, attachments, bool(words))


def last_backup(settings: Settings) -> datetime | None:
    """Return when a backup was last taken on this machine, or None."""
    try:
        kept = json.loads((settings.data_dir / LAST).read_text("utf-8"))
        return datetime.fromisoformat(kept["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _pack(packed: Path, copy: Path, folder: Path, database: str, at: datetime) -> int:
    """Write the copy, the files and the table of contents; return how many files there were."""
    files: dict[str, str] = {}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for name, held in ((copy.name, copy), *_attachments(folder)):
            with held.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
                files[name] = copied(source, target)
        manifest = Manifest(at, database, HEAD, files)
        archive.writestr(NAME, manifest.as_json())
    return len(files) - 1


def _attachments(folder: Path) -> list[tuple[str, Path]]:
    """Return the files of requests, by the names they have in a backup."""
    found = [file for file in sorted(folder.glob("??/*")) if file.is_file()]
    return [
        (f"{ATTACHMENTS}/{file.parent.name}/{file.name}", file)
        for file in found
        if len(file.name) == _DIGITS and not set(file.parent.name + file.name) - _HEX
    ]


_DIGITS: Final = 62
_HEX: Final = frozenset("0123456789abcdef")


def _sealed(packed: Path, words: bytes) -> Path:
    sealed = packed.with_name("sealed")
    with packed.open("rb") as source, sealed.open("wb") as target:
        seal(source, target, words)
    return sealed


def _remember(settings: Settings, file: Path, at: datetime) -> None:
    kept = {"at": at.isoformat(), "file": file.name}
    (settings.data_dir / LAST).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")


def _sync_folder(folder: Path) -> None:
    """See to it that the name of a new file survives a power cut, where the system can."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
