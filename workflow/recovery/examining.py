"""What is wrong with an installation, or soon will be, and how each is mended."""

import importlib.util
import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from workflow.bootstrap import Installation
from workflow.clock import legal_date
from workflow.documents.errors import FontMissingError
from workflow.documents.fonts import FontBook
from workflow.documents.model import Layout
from workflow.records.copying import SQLITE, is_sound, kind_of
from workflow.records.engine import address_of
from workflow.records.errors import IdentityKeyMissingError, IdentityKeyUnreadableError
from workflow.records.identity_keys import KeyFile
from workflow.records.outbox import OutboxStatus
from workflow.records.sealing_anew import sealed_by
from workflow.recovery.backing_up import ATTACHMENTS, last_backup
from workflow.services.calendars import missing_years
from workflow.services.channels import channels_of
from workflow.services.errors import ExtraNotInstalledError
from workflow.settings import Settings

OVERDUE_AFTER: Final = timedelta(days=7)
LEAST_FREE: Final = 1024**3
_EAST_OF_GREENWICH: Final = 8 * 3600  # seconds: Beijing time, which has no summer time
_PACKAGES: Final = ("workflow", "states", "notifications")
# File systems that other machines hold: SQLite's log does not work on them.
_NETWORKED: Final = ("nfs", "cifs", "smb", "fuse.sshfs", "afs", "9p", "glusterfs", "ceph")
_MOUNTS: Final = Path("/proc/self/mounts")


class Verdict(StrEnum):
    """How something stands."""

    SOUND = "sound"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


class Examined(StrEnum):
    """What is looked at."""

    CLOCK = "clock"
    ZONE = "zone"
    FOLDER = "folder"
    DISK = "disk"
    FILE_SYSTEM = "file_system"
    DATABASE = "database"
    PACKAGES = "packages"
    FONTS = "fonts"
    CALENDAR = "calendar"
    MAIL = "mail"
    CHANNELS = "channels"
    NOTICES = "notices"
    KEY = "key"
    CHAIN = "chain"
    SEARCH = "search"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands; `facts` are what a sentence about it names."""

    what: Examined
    verdict: Verdict
    code: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def examine(installation: Installation, *, chain: bool = True) -> Iterator[Finding]:
    """Yield how everything stands, sound or not; a long chain takes a while to prove."""
    yield from examine_place(installation.settings)
    yield _clock(installation)
    yield _calendar(installation)
    yield _channels(installation)
    yield from _notices(installation)
    key = _key(installation)
    yield key
    # Without the key nothing of the details can be proved: that is said once.
    if chain and key.code not in {"missing", "unreadable"}:
        yield from _chains(installation)
    if chain:
        yield _search(installation)
    yield _backup(installation)


def examine_place(settings: Settings) -> Iterator[Finding]:
    """Yield how everything stands about the records, which need not be fit to be opened."""
    yield zone(-time.timezone)
    yield folder(settings)
    yield _disk(settings)
    yield file_system(settings)
    yield _database(settings)
    yield packages()
    yield fonts(settings)
    yield _mail(settings)


def _sound(what: Examined, **facts: object) -> Finding:
    return Finding(what, Verdict.SOUND, facts=facts)


def _clock(installation: Installation) -> Finding:
    """Compare the clock with the last entry of every office: time does not run backwards."""
    now = installation.clock.now()
    for office in installation.offices():
        with office.read() as view:
            last = view.chain.last_entered_at()
        if last is not None and last > now:
            return Finding(
                Examined.CLOCK,
                Verdict.WRONG,
                "behind",
                {"now": now, "last": last, "office": office.name},
            )
    return _sound(Examined.CLOCK, now=now)


def zone(seconds_east: int) -> Finding:
    """Say whether the machine keeps Beijing time, as its timetable and its logs do."""
    facts: dict[str, object] = {"hours": f"{seconds_east / 3600:+g}"}
    if seconds_east != _EAST_OF_GREENWICH:
        return Finding(Examined.ZONE, Verdict.DOUBTFUL, "elsewhere", facts)
    return Finding(Examined.ZONE, Verdict.SOUND, facts=facts)


def folder(settings: Settings) -> Finding:
    """Write into every folder that is written to: rights alone do not tell of a read-only disk."""
    home = settings.data_dir
    attachments = home / ATTACHMENTS
    for place in (home, attachments, *sorted(attachments.glob("??"))):
        if place.exists() and not _takes_a_file(place):
            return Finding(Examined.FOLDER, Verdict.WRONG, "unwritable", {"folder": place})
    if os.name == "posix" and stat.S_IMODE(home.stat().st_mode) & stat.S_IRWXO:
        return Finding(Examined.FOLDER, Verdict.DOUBTFUL, "open_to_all", {"folder": home})
    return _sound(Examined.FOLDER, folder=home)


def _takes_a_file(place: Path) -> bool:
    try:
        with TemporaryFile(dir=place):
            return os.access(place, os.R_OK | os.X_OK)
    except OSError:
        return False


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.data_dir).free
    facts: dict[str, object] = {"free": f"{free / 1024**3:.1f}"}
    if free < LEAST_FREE:
        return Finding(Examined.DISK, Verdict.DOUBTFUL, "filling", facts)
    return Finding(Examined.DISK, Verdict.SOUND, facts=facts)


def file_system(settings: Settings, mounts: Path = _MOUNTS) -> Finding:
    """Say whether SQLite's file lies on a disk of this machine."""
    if kind_of(settings.database) != SQLITE or not mounts.exists():
        return _sound(Examined.FILE_SYSTEM)
    file = Path(str(address_of(settings.database).database)).absolute()
    kind, longest = "", -1
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, point, found, *_ = [*line.split(), "", "", ""]
        if file.is_relative_to(point or "?") and len(point) > longest:
            kind, longest = found, len(point)
    if kind.startswith(_NETWORKED):
        return Finding(
            Examined.FILE_SYSTEM, Verdict.WRONG, "networked", {"folder": file.parent, "kind": kind}
        )
    return _sound(Examined.FILE_SYSTEM)


def _database(settings: Settings) -> Finding:
    if not is_sound(settings.database):
        return Finding(Examined.DATABASE, Verdict.WRONG, "damaged")
    return _sound(Examined.DATABASE, kind=kind_of(settings.database))


def packages(names: tuple[str, ...] = _PACKAGES) -> Finding:
    """Say whether our packages lie side by side: another of the same name may have come between."""
    places = {}
    for name in names:
        spec = importlib.util.find_spec(name)
        places[name] = Path(spec.origin).parent.parent if spec and spec.origin else None
    home = places[names[0]]
    for name, place in places.items():
        if place != home:
            return Finding(
                Examined.PACKAGES,
                Verdict.WRONG,
                "overwritten",
                {"name": name, "place": place or "-"},
            )
    return _sound(Examined.PACKAGES)


def fonts(settings: Settings) -> Finding:
    """Say whether there is a Chinese font to set letters and reports with."""
    folders = () if settings.font_dir is None else (settings.font_dir,)
    try:
        FontBook.found(*folders).faces(Layout.OFFICIAL, "zh-CN")
    except FontMissingError as error:
        return Finding(Examined.FONTS, Verdict.DOUBTFUL, "missing", {"command": error.command})
    return _sound(Examined.FONTS)


def _calendar(installation: Installation) -> Finding:
    missing = missing_years(installation.calendar, legal_date(installation.clock.now()))
    if missing:
        return Finding(Examined.CALENDAR, Verdict.DOUBTFUL, "missing", {"year": missing[0]})
    return _sound(Examined.CALENDAR)


def _mail(settings: Settings) -> Finding:
    if not settings.smtp.host:
        return Finding(Examined.MAIL, Verdict.DOUBTFUL, "not_set")
    return _sound(Examined.MAIL, host=settings.smtp.host)


def _channels(installation: Installation) -> Finding:
    """Set up every channel of the settings, as sending would; nothing is sent."""
    try:
        ready = channels_of(installation.settings, installation.clock, StringIO())
    except ExtraNotInstalledError as error:
        facts: dict[str, object] = {"extra": error.extra, "package": error.package}
        return Finding(Examined.CHANNELS, Verdict.WRONG, "not_installed", facts)
    return _sound(Examined.CHANNELS, names=", ".join(sorted(ready)))


def _notices(installation: Installation) -> Iterator[Finding]:
    for office in installation.offices():
        with office.read() as view:
            failed = len(view.outbox.all(OutboxStatus.FAILED))
        facts: dict[str, object] = {"office": office.name, "n": failed}
        if failed:
            yield Finding(Examined.NOTICES, Verdict.WRONG, "failed", facts)
        else:
            yield Finding(Examined.NOTICES, Verdict.SOUND, facts=facts)


def _key(installation: Installation) -> Finding:  # noqa: PLR0911 - one for each way it may stand
    """Say whether the key that identity numbers are sealed with is there, and its owner's alone."""
    file = KeyFile(installation.settings.keys)
    facts: dict[str, object] = {"file": file.path}
    with installation.read() as view:
        sealed = sealed_by(view.connection)
    facts["n"] = sum(sealed.values())
    try:
        keys = {key.name for key in file.ring().keys}
    except IdentityKeyMissingError:
        if not sealed:
            return Finding(Examined.KEY, Verdict.SOUND, "not_needed", facts)
        return Finding(Examined.KEY, Verdict.WRONG, "missing", facts)
    except IdentityKeyUnreadableError:
        return Finding(Examined.KEY, Verdict.WRONG, "unreadable", facts)
    if sealed.keys() - keys:
        return Finding(Examined.KEY, Verdict.WRONG, "missing", facts)
    if file.is_open_to_others:
        return Finding(Examined.KEY, Verdict.WRONG, "open_to_others", facts)
    if len(keys) > 1:
        return Finding(Examined.KEY, Verdict.DOUBTFUL, "half_rotated", facts)
    return Finding(Examined.KEY, Verdict.SOUND, facts=facts)


def _chains(installation: Installation) -> Iterator[Finding]:
    for office in installation.offices():
        proof = office.verify()
        facts: dict[str, object] = {"office": office.name, "events": proof.events}
        if proof.first_break is not None:
            facts["seq"] = proof.first_break.seq
            yield Finding(Examined.CHAIN, Verdict.WRONG, "broken", facts)
        else:
            yield Finding(Examined.CHAIN, Verdict.SOUND, facts=facts)


def _search(installation: Installation) -> Finding:
    """Say whether what large offices are searched by holds all that is to be found."""
    for office in installation.offices():
        with office.read() as view:
            if not view.requests.text_pairs.is_complete():
                facts: dict[str, object] = {"office": office.name}
                return Finding(Examined.SEARCH, Verdict.WRONG, "incomplete", facts)
    return _sound(Examined.SEARCH)


def _backup(installation: Installation) -> Finding:
    last = last_backup(installation.settings)
    if last is None:
        return Finding(Examined.BACKUP, Verdict.DOUBTFUL, "never")
    if installation.clock.now() - last > OVERDUE_AFTER:
        return Finding(Examined.BACKUP, Verdict.DOUBTFUL, "overdue", {"last": last})
    return _sound(Examined.BACKUP, last=last)
