"""What the records cannot do; each error carries what it failed on."""

from datetime import datetime
from typing import NamedTuple


class RecordsError(Exception):
    """The records did not allow what was asked; nothing was written."""


class RequestNotFoundError(RecordsError):
    """The office has no request of this number."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


class Change(NamedTuple):
    """One thing that was entered about a request: what, by whom, and when."""

    kind: str
    actor: str
    entered_at: datetime


class StaleRequestError(RecordsError):
    """Somebody changed the request since it was read: what was entered meanwhile, in that order.

    Without changes it is not known what they are: another writer came between, a moment ago.
    """

    def __init__(
        self, number: str, expected: int, actual: int, changes: tuple[Change, ...] = ()
    ) -> None:
        """Keep both versions, and what lies between them."""
        super().__init__(number, expected, actual, changes)
        self.number = number
        self.expected = expected
        self.actual = actual
        self.changes = changes


class NumberTakenError(RecordsError):
    """A number was given that the office has used already."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


class KeyReusedError(RecordsError):
    """An idempotency key came back with something other than what it was first used for."""

    def __init__(self, key: str) -> None:
        """Keep the key."""
        super().__init__(key)
        self.key = key


class AlreadyRegisteredError(RecordsError):
    """A row was added that a rule of its register allows only once."""

    def __init__(self, subject: str) -> None:
        """Keep the register."""
        super().__init__(subject)
        self.subject = subject


class RowNotFoundError(RecordsError):
    """A register has no row of this id."""

    def __init__(self, subject: str, row_id: int) -> None:
        """Keep the register and the id."""
        super().__init__(subject, row_id)
        self.subject = subject
        self.row_id = row_id


class RowAnnulledError(RecordsError):
    """A row of a register is void and is written on no more."""

    def __init__(self, subject: str, row_id: int) -> None:
        """Keep the register and the id."""
        super().__init__(subject, row_id)
        self.subject = subject
        self.row_id = row_id


class StaleRowError(RecordsError):
    """Somebody changed the row of a register since it was read: who, and when."""

    def __init__(self, subject: str, row_id: int, changed_by: str, changed_at: datetime) -> None:
        """Keep the row, and the last change."""
        super().__init__(subject, row_id, changed_by, changed_at)
        self.subject = subject
        self.row_id = row_id
        self.changed_by = changed_by
        self.changed_at = changed_at


class LetterNotFoundError(RecordsError):
    """The office has issued no letter of this number, or at this place in the register."""

    def __init__(self, reference: str) -> None:
        """Keep what was asked for."""
        super().__init__(reference)
        self.reference = reference


class TemplateLostError(RecordsError):
    """The template that a letter was made from is no longer there."""

    def __init__(self, digest: str) -> None:
        """Keep its digest."""
        super().__init__(digest)
        self.digest = digest


class AttachmentNotFoundError(RecordsError):
    """The request has no attachment of this id."""

    def __init__(self, attachment_id: int) -> None:
        """Keep the id."""
        super().__init__(attachment_id)
        self.attachment_id = attachment_id


class AttachmentLostError(RecordsError):
    """The file of an attachment is gone, or is no longer what was added."""

    def __init__(self, digest: str) -> None:
        """Keep its digest."""
        super().__init__(digest)
        self.digest = digest


class EventNotFoundError(RecordsError):
    """The request has no event of this sequence number."""

    def __init__(self, number: str, seq: int) -> None:
        """Keep the request and the event."""
        super().__init__(number, seq)
        self.number = number
        self.seq = seq


class EventNotAnnullableError(RecordsError):
    """The event is no fact that can be annulled, or was annulled already."""

    def __init__(self, number: str, seq: int, kind: str) -> None:
        """Keep the request, the event and its kind."""
        super().__init__(number, seq, kind)
        self.number = number
        self.seq = seq
        self.kind = kind


class OfficeNotFoundError(RecordsError):
    """There is no office of this name; without a name, there is none at all."""

    def __init__(self, name: str = "") -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class OfficeAmbiguousError(RecordsError):
    """There are several offices and none was named."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Keep the names to choose from."""
        super().__init__(names)
        self.names = names


class OfficeExistsError(RecordsError):
    """An office of this name is there already."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class WriteFailedError(RecordsError):
    """The commit failed, and nothing of the unit of work was written."""


class WriterBusyError(RecordsError):
    """Another process kept the database to itself for too long."""

    def __init__(self, seconds: float) -> None:
        """Keep how long it was waited for."""
        super().__init__(seconds)
        self.seconds = seconds


class NestedWorkError(RecordsError):
    """A unit of work was opened inside another of the same thread."""


class DriverMissingError(RecordsError):
    """The database is known, but what speaks to it is not installed."""

    def __init__(self, driver: str) -> None:
        """Keep the name of the driver."""
        super().__init__(driver)
        self.driver = driver


class DatabaseUnsupportedError(RecordsError):
    """The address names a database that records cannot be kept in."""

    def __init__(self, url: str) -> None:
        """Keep the address, without its password."""
        super().__init__(url)
        self.url = url


class StorageError(RecordsError):
    """Where the records are kept fails; what was told is done is kept, and nothing half done."""

    def __init__(self, place: str) -> None:
        """Keep where they are kept: a file, or a server without its password."""
        super().__init__(place)
        self.place = place


class StorageFullError(StorageError):
    """The disk has no room left."""


class StorageReadOnlyError(StorageError):
    """Nothing may be written there."""


class StorageDamagedError(StorageError):
    """The file is not whole, or is no database."""


class StorageUnreachableError(StorageError):
    """The file cannot be opened or read, or the server does not answer."""


class IdentityKeyMissingError(RecordsError):
    """The key of identity numbers is not there: the file, or the key's name within it."""

    def __init__(self, named: str) -> None:
        """Keep what is missing."""
        super().__init__(named)
        self.named = named


class IdentityKeyUnreadableError(RecordsError):
    """The file of the keys holds something else."""

    def __init__(self, path: str) -> None:
        """Keep the file."""
        super().__init__(path)
        self.path = path


class IdentityUnreadableError(RecordsError):
    """A sealed value was altered, or moved from another place."""

    def __init__(self, place: str) -> None:
        """Keep where it stands."""
        super().__init__(place)
        self.place = place


class LetterForgottenError(RecordsError):
    """The words of a letter were taken out with whoever they named."""

    def __init__(self, number: str) -> None:
        """Keep its number."""
        super().__init__(number)
        self.number = number


class NotPartitionableError(RecordsError):
    """Only PostgreSQL keeps a table in parts."""

    def __init__(self, dialect: str) -> None:
        """Keep what the database is."""
        super().__init__(dialect)
        self.dialect = dialect


class PartsWrongError(RecordsError):
    """Tables are not kept in so many parts."""

    def __init__(self, parts: int, most: int) -> None:
        """Keep how many were asked for, and how many there may be."""
        super().__init__(parts)
        self.parts = parts
        self.most = most


class RowsLostError(RecordsError):
    """Not every row arrived in the parts; everything is as it was."""

    def __init__(self, table: str, before: int, after: int) -> None:
        """Keep the table and both counts."""
        super().__init__(table)
        self.table = table
        self.before = before
        self.after = after
