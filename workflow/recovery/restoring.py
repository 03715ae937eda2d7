"""The way back: a backup put where nothing is, each file compared with its digest first."""

import shutil
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workflow.records.copying import (
    COPIES,
    SQLITE,
    CopyFailedError,
    are_there_records,
    is_known,
    kind_of,
    put_back_records,
    revision_of,
)
from workflow.recovery.backing_up import ATTACHMENTS
from workflow.recovery.errors import (
    BackupKeyError,
    BackupNewerError,
    BackupUnreadableError,
    PlaceNotEmptyError,
    program_error,
)
from workflow.recovery.manifest import NAME, Manifest, copied
from workflow.recovery.sealing import MAGIC, SealBrokenError, unseal
from workflow.settings import Settings

# What reading a file that is no whole archive of ours may raise.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    EOFError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was put back: what it says of itself, and how many files came with it."""

    manifest: Manifest
    attachments: int


def restore(settings: Settings, file: Path, *, words: bytes = b"") -> Restored:
    """Put a backup back into an empty place: all of it, or nothing.

    Raises PlaceNotEmptyError, BackupUnreadableError, BackupKeyError, BackupNewerError,
    BackupProgramError, OSError.
    """
    _check_empty(settings)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.data_dir, prefix=".restore-") as made:
        folder = Path(made)
        manifest = _unpack(_plain(file, folder, words), folder, file)
        _check(manifest, settings, folder, file)
        attachments = folder / ATTACHMENTS
        count = sum(name.startswith(ATTACHMENTS) for name in manifest.files)
        if count:
            attachments.replace(settings.data_dir / ATTACHMENTS)
        try:
            put_back_records(settings.database, folder / COPIES[manifest.database])
        except CopyFailedError as error:
            shutil.rmtree(settings.data_dir / ATTACHMENTS, ignore_errors=True)
            raise program_error(error.program, error.said) from error
    return Restored(manifest, count)


def _check_empty(settings: Settings) -> None:
    attachments = settings.data_dir / ATTACHMENTS
    if are_there_records(settings.database):
        raise PlaceNotEmptyError(settings.database.rpartition("@")[2])
    if attachments.exists() and any(attachments.iterdir()):
        raise PlaceNotEmptyError(str(attachments))


def _plain(file: Path, folder: Path, words: bytes) -> Path:
    """Return the packed file as it was before it was encrypted, if it was."""
    with file.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            return file
        if not words:
            raise BackupKeyError(file.name)
        plain = folder / "packed"
        with plain.open("wb") as target:
            try:
                unseal(source, target, words)
            except SealBrokenError as error:
                raise BackupKeyError(file.name) from error
    return plain


def _unpack(packed: Path, folder: Path, file: Path) -> Manifest:
    """Unpack what the table of contents names, and nothing else; each must have its digest."""
    try:
        with zipfile.ZipFile(packed) as archive:
            manifest = Manifest.parse(archive.read(NAME).decode())
            for name, digest in manifest.files.items():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as source, target.open("wb") as written:
                    if copied(source, written) != digest:
                        raise BackupUnreadableError(file.name, name)
    except _DAMAGED as error:
        raise BackupUnreadableError(file.name, NAME) from error
    return manifest


def _check(manifest: Manifest, settings: Settings, folder: Path, file: Path) -> None:
    """Refuse records of another database, of a newer program, or that do not hold together."""
    copy = COPIES.get(manifest.database, "")
    if manifest.database != kind_of(settings.database) or copy not in manifest.files:
        raise BackupUnreadableError(file.name, copy or manifest.database)
    if not is_known(manifest.revision):
        raise BackupNewerError(file.name, manifest.revision)
    if manifest.database == SQLITE and revision_of(folder / copy) != manifest.revision:
        raise BackupUnreadableError(file.name, copy)
