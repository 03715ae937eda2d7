"""Where everything is put together: an installation, its offices, and how to work in them."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine

from notifications.messages import Lang
from states.calendar.workdays import WorkCalendar, built_in
from states.statute.practice import Practice
from workflow.clock import Clock, SystemClock, legal_date
from workflow.records import attachments
from workflow.records.attachment_files import AttachmentFiles
from workflow.records.engine import address_of, reading_engine, writing_engine
from workflow.records.errors import WriteFailedError
from workflow.records.facts import OfficeProfile
from workflow.records.identity_keys import KeyFile
from workflow.records.partitioning import Parts, partition
from workflow.records.schema import bring_up_to_date
from workflow.records.storage import StorageNamed
from workflow.records.tables.attachments import AttachmentRow
from workflow.records.unit_of_work import UnitOfWork, unit_of_work, view, writer_for
from workflow.records.verification import ChainBreak, Fault, Verified, verify
from workflow.records.view import View
from workflow.services.attachments import lost_files
from workflow.services.board import Board, Boards
from workflow.services.reminding import channel_for, remind_about_written
from workflow.settings import Settings

# A unit of work that is for no office in particular.
NO_OFFICE = 0
# Where in the data directory the files of requests lie.
ATTACHMENTS_FOLDER = "attachments"


class Installation:
    """One database with the offices in it; close it when done."""

    def __init__(self, settings: Settings, clock: Clock, writing: Engine, reading: Engine) -> None:
        """Use two engines on one database, of which the second only reads."""
        self.settings = settings
        self.clock = clock
        self._writing = writing
        self._reading = reading
        self._writer = writer_for(writing)
        self._storage = StorageNamed(settings.database)
        self.boards = Boards()
        self._calendar: tuple[int, WorkCalendar] | None = None

    @property
    def calendar(self) -> WorkCalendar:
        """The built-in notices with those that were loaded on top, by whatever process.

        Every unit of work and every view looks whether there are more: within one, it is of now.
        """
        if self._calendar is None:
            with self.read():
                pass
        return built_in() if self._calendar is None else self._calendar[1]

    def _keep_up(self, opened: View) -> None:
        """Take note of notices that were loaded since; whoever sees fewer does not undo that."""
        loaded = opened.notices.count()
        if self._calendar is None or loaded > self._calendar[0]:
            notices = opened.notices.all()
            calendar = built_in().with_notices(*notices) if notices else built_in()
            self._calendar = loaded, calendar

    def office(self, name: str | None = None) -> "Office":
        """Return an office by name, or the only one there is.

        Raises OfficeNotFoundError, or OfficeAmbiguousError where one must be named.
        """
        with self.read() as opened:
            row = opened.offices.find(name)
        return Office(self, row.id, row.name)

    def offices(self) -> tuple["Office", ...]:
        """Return every office, in the order they were established."""
        with self.read() as opened:
            return tuple(Office(self, row.id, row.name) for row in opened.offices.all())

    def first_office(self) -> "Office | None":
        """Return the office with which is counted what belongs to none, if there is any."""
        with self.read() as opened:
            row = opened.offices.first()
        return None if row is None else Office(self, row.id, row.name)

    @contextmanager
    def establishing(self, profile: OfficeProfile, *, actor: str) -> Iterator[UnitOfWork]:
        """Establish an office and work for it, in one unit: without the work, no office either."""
        with self.work() as opened:
            office_id = opened.offices.establish(profile, actor=actor, at=self.clock.now())
            yield opened.of(office_id)

    def establish(self, profile: OfficeProfile, *, actor: str) -> "Office":
        """Establish an office, and return it."""
        with self.establishing(profile, actor=actor):
            pass
        return self.office(profile.name)

    @contextmanager
    def work(self, office_id: int = NO_OFFICE, *, alone: bool = False) -> Iterator[UnitOfWork]:
        """Work as one unit, durable at its end; StorageError where its disk fails.

        Alone, no office is written by anybody else meanwhile.
        """
        practice, now = self.settings.practice, self.clock.now
        try:
            with (
                self._storage,
                unit_of_work(self._writer, office_id, practice, now, alone=alone) as opened,
            ):
                self._keep_up(opened)
                yield opened
        except WriteFailedError:
            self._calendar = None  # what was seen of it may not have been kept
            raise

    @contextmanager
    def read(self, office_id: int = NO_OFFICE) -> Iterator[View]:
        """Look at the records at one moment; StorageError likewise."""
        practice, now = self.settings.practice, self.clock.now
        with self._storage, view(self._reading, office_id, practice, now) as opened:
            self._keep_up(opened)
            yield opened

    def into_parts(self, parts: int) -> tuple[Parts, ...]:
        """Keep requests and events in so many parts by office, where the database can."""
        return partition(self._writing, parts)

    def close(self) -> None:
        """Give every connection back."""
        self._writer.close()
        self._writing.dispose()
        self._reading.dispose()

    def __enter__(self) -> "Installation":
        """Return the installation, to be closed at the end of the block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close."""
        self.close()


class _RehearsedError(Exception):
    """Nothing of a unit of work is to be kept."""


class Office:
    """One office of an installation, and how to work in it."""

    def __init__(self, installation: Installation, office_id: int, name: str) -> None:
        """Work in an office that is there."""
        self.installation = installation
        self.id = office_id
        self.name = name

    @property
    def clock(self) -> Clock:
        """What time it is."""
        return self.installation.clock

    @property
    def calendar(self) -> WorkCalendar:
        """The working calendar."""
        return self.installation.calendar

    @property
    def practice(self) -> Practice:
        """The office's answers to the open questions of the law."""
        return self.installation.settings.practice

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """Work as one unit: all of it is durable at the end of the block, or none.

        What must be said by today of the requests it wrote goes to the outbox with them.
        """
        settings = self.installation.settings
        with self.installation.work(self.id) as uow:
            yield uow
            remind_about_written(
                uow,
                self.name,
                at=self.clock.now(),
                calendar=self.calendar,
                channel=channel_for(settings),
                lang=Lang(settings.lang),
            )

    @contextmanager
    def rehearse(self) -> Iterator[UnitOfWork]:
        """Work as one unit of which nothing is kept: to see what something would do."""
        try:
            with self.installation.work(self.id) as uow:
                yield uow
                raise _RehearsedError  # noqa: TRY301 - nothing else undoes a unit of work
        except _RehearsedError:
            pass

    def read(self) -> AbstractContextManager[View]:
        """Return a view of the office's records at one moment; many may look at once."""
        return self.installation.read(self.id)

    def board(self, opened: View) -> Board:
        """Return the open requests of the office as they stand today, seen over a view of it."""
        return self.installation.boards.of(opened, legal_date(self.clock.now()), self.calendar)

    def verify(self) -> Verified:
        """Prove that nothing on record was changed or removed, or name the first break."""
        with self.read() as opened:
            proof = verify(opened.store, self.calendar, self.practice)
            if proof.first_break is not None:
                return proof
            lost = next(lost_files(opened, self.attachment_files), None)
            return proof if lost is None else replace(proof, first_break=_lost(lost))

    @cached_property
    def attachment_files(self) -> AttachmentFiles:
        """Where the files of requests lie: beside the records, and under no page."""
        return AttachmentFiles(self.installation.settings.data_dir / ATTACHMENTS_FOLDER)


def _lost(row: AttachmentRow) -> ChainBreak:
    return ChainBreak(0, Fault.FILE_LOST, attachments.SUBJECT, row.id, (row.name,))


def open_installation(settings: Settings, clock: Clock | None = None) -> Installation:
    """Open the records, which are made on first use; without a clock, by the machine's own."""
    with StorageNamed(settings.database):
        _make_room(settings.database)
        keys = KeyFile(settings.keys)
        writing = writing_engine(settings.database, keys)
        reading = reading_engine(settings.database, keys)
        bring_up_to_date(writing)
    return Installation(settings, clock or SystemClock(), writing, reading)


def _make_room(url: str) -> None:
    """Make the directory that a file of records is to lie in, for its owner alone."""
    address = address_of(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
