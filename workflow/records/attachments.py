"""The register of attachments: each row sealed in the chain, with the digest of its file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, insert, update
from sqlmodel import col, select

from workflow.clock import legal_date
from workflow.records.canonical import canonical_json, plain
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.errors import AttachmentNotFoundError
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.attachments import AttachmentRow

SUBJECT = "attachment"
COLUMNS = tuple(name for name in columns_of(AttachmentRow) if name not in {"office_id", "id"})
_INSERT = Prepared(insert(AttachmentRow), columns_of(AttachmentRow))
_WITHDRAWN = ("withdrawn_at", "withdrawn_by", "withdrawn_why")
_WITHDRAW = Prepared(
    update(AttachmentRow).where(
        col(AttachmentRow.office_id) == bindparam("office"),
        col(AttachmentRow.id) == bindparam("row"),
    ),
    _WITHDRAWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttachment:
    """A file to be entered; it lies in the folder already."""

    request_id: int
    kind: str
    name: str
    media_type: str
    size: int
    sha256: str


class Attachments:
    """The attachments of an office: added, withdrawn with a reason, never removed."""

    def __init__(self, store: Store, chain: Chain) -> None:
        """Read and write through a store, and enter what is written in the chain."""
        self._store = store
        self._chain = chain

    def of_request(self, request_id: int) -> Sequence[AttachmentRow]:
        """Return the attachments of a request in the order they came, withdrawn ones too."""
        query = select(AttachmentRow).where(
            AttachmentRow.office_id == self._store.office_id,
            AttachmentRow.request_id == request_id,
        )
        return self._store.all(query.order_by(col(AttachmentRow.id)))

    def find(self, request_id: int, attachment_id: int) -> AttachmentRow:
        """Return an attachment of a request; AttachmentNotFoundError where it is not its."""
        query = select(AttachmentRow).where(
            AttachmentRow.office_id == self._store.office_id,
            AttachmentRow.request_id == request_id,
            AttachmentRow.id == attachment_id,
        )
        found = self._store.first(query)
        if found is None:
            raise AttachmentNotFoundError(attachment_id)
        return found

    def all(self) -> Sequence[AttachmentRow]:
        """Return every attachment of the office."""
        query = select(AttachmentRow).where(AttachmentRow.office_id == self._store.office_id)
        return self._store.all(query.order_by(col(AttachmentRow.id)))

    def add(self, new: NewAttachment, *, actor: str, at: datetime) -> int:
        """Enter an attachment, and return its id; the chain covers its digest."""
        attachment_id = self._next_id()
        values: dict[str, object] = {
            **asdict(new),
            "added_at": at,
            "added_by": actor,
            "withdrawn_at": None,
            "withdrawn_by": "",
            "withdrawn_why": "",
        }
        office = self._store.office_id
        self._store.run(_INSERT, {"office_id": office, "id": attachment_id, **values})
        said = canonical_json({name: plain(value) for name, value in values.items()})
        self._enter(attachment_id, 0, RecordKind.REGISTERED, said, actor, at)
        return attachment_id

    def withdraw(self, attachment_id: int, *, reason: str, actor: str, at: datetime) -> None:
        """Enter that an attachment no longer counts; row and file stay."""
        values: dict[str, object] = dict(zip(_WITHDRAWN, (at, actor, reason), strict=True))
        self._store.run(
            _WITHDRAW, {"office": self._store.office_id, "row": attachment_id, **values}
        )
        facts = {name: plain(value) for name, value in values.items()}
        said = canonical_json({"facts": facts, "reason": reason})
        self._enter(attachment_id, 1, RecordKind.AMENDED, said, actor, at)

    def _enter(
        self,
        attachment_id: int,
        position: int,
        kind: RecordKind,
        said: str,
        actor: str,
        at: datetime,
    ) -> None:
        draft = Draft(SUBJECT, attachment_id, position, kind.value, legal_date(at), said)
        self._chain.append([draft], actor=actor, at=at)

    def _next_id(self) -> int:
        last = self._store.connection.scalar(
            select(func.max(col(AttachmentRow.id))).where(
                AttachmentRow.office_id == self._store.office_id
            )
        )
        return int(last or 0) + 1
