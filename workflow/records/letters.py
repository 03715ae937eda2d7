"""The register of letters: each issued once, numbered without gaps, and never taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import bindparam, func, insert, text
from sqlmodel import col, select

from workflow.records.canonical import JsonValue, canonical_instant, canonical_json
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.errors import LetterNotFoundError, TemplateLostError
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.letters import LetterRow, LetterTemplateRow
from workflow.records.tables.requests import EventRow

SUBJECT = "letter"
# Columns whose event holds their digest: what they hold is long, and stands in the row.
SEALED = frozenset({"facts", "text"})
COLUMNS = tuple(name for name in columns_of(LetterRow) if name not in {"office_id", "id"})
NUMBER = "{series}〔{year}〕{serial}号"

# Whoever takes a number holds the row until they are done: the next waits, and none is lost.
_TAKE = Prepared(
    text(
        "INSERT INTO letter_numbering (office_id, series, year, last_serial)"
        " VALUES (:office, :series, :of, 1)"
        " ON CONFLICT (office_id, series, year)"
        " DO UPDATE SET last_serial = letter_numbering.last_serial + 1"
        " RETURNING last_serial"
    ).bindparams(bindparam("office"), bindparam("series"), bindparam("of"))
)
_INSERT = Prepared(insert(LetterRow), columns_of(LetterRow))
_KEEP = Prepared(insert(LetterTemplateRow), columns_of(LetterTemplateRow))
_BRACKETS = str.maketrans("[]【】（）()", "〔〕〔〕〔〕〔〕")


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number (文号) that was taken: its series, its year, and its place among them."""

    series: str
    year: int
    serial: int

    @property
    def printed(self) -> str:
        """The number as a letter bears it: 净公开复〔2025〕3号."""
        return NUMBER.format(series=self.series, year=self.year, serial=self.serial)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be entered; a form has no number, and some letters belong to no request."""

    kind: str
    issued_on: date
    text: str
    facts: Mapping[str, JsonValue]
    template: str
    number: LetterNumber | None = None
    request_id: int | None = None
    request_number: str = ""
    language: str = "zh"


class LetterRegister:
    """The letters that an office has issued."""

    def __init__(self, store: Store, chain: Chain) -> None:
        """Read and write through a store, and enter what is written in the chain."""
        self._store = store
        self._chain = chain

    # --- reading -------------------------------------------------------------------------

    def all(
        self,
        *,
        request_number: str = "",
        kind: str = "",
        year: int = 0,
        before: int = 0,
        limit: int | None = None,
    ) -> Sequence[LetterRow]:
        """Return the letters that are asked for, the newest first; or those before a place."""
        query = select(LetterRow).where(LetterRow.office_id == self._store.office_id)
        if request_number:
            query = query.where(LetterRow.request_number == request_number)
        if kind:
            query = query.where(LetterRow.kind == kind)
        if year:
            query = query.where(LetterRow.year == year)
        if before:
            query = query.where(LetterRow.id < before)
        return self._store.all(query.order_by(col(LetterRow.id).desc()).limit(limit))

    def years(self) -> Sequence[int]:
        """Return the years in which letters were issued, the latest first."""
        query = select(LetterRow.year).where(LetterRow.office_id == self._store.office_id)
        return self._store.all(query.distinct().order_by(col(LetterRow.year).desc()))

    def find(self, reference: str) -> LetterRow:
        """Return a letter by its number, in whatever brackets, or by its place in the register.

        Raises LetterNotFoundError.
        """
        named = reference.strip()
        query = select(LetterRow).where(LetterRow.office_id == self._store.office_id)
        if named.isdecimal():
            query = query.where(LetterRow.id == int(named))
        else:
            query = query.where(LetterRow.number == named.translate(_BRACKETS))
        found = self._store.first(query) if named else None
        if found is None:
            raise LetterNotFoundError(reference)
        return found

    def issued_under(self, key: str | None) -> LetterRow | None:
        """Return the letter that was issued under an idempotency key."""
        if key is None:
            return None
        entered = select(EventRow.subject_id).where(
            EventRow.office_id == self._store.office_id,
            EventRow.subject == SUBJECT,
            EventRow.idempotency_key == key,
        )
        letter_id = self._store.first(entered)
        return None if letter_id is None else self.find(str(letter_id))

    def template(self, digest: str) -> str:
        """Return the text of a template that a letter or the office has used.

        Raises TemplateLostError where somebody has taken it away.
        """
        found = self._template(digest)
        if found is None:
            raise TemplateLostError(digest)
        return found

    def _template(self, digest: str) -> str | None:
        return self._store.first(
            select(LetterTemplateRow.source).where(
                LetterTemplateRow.office_id == self._store.office_id,
                LetterTemplateRow.digest == digest,
            )
        )

    # --- writing -------------------------------------------------------------------------

    def take_number(self, series: str, year: int) -> LetterNumber:
        """Take the next number of a series and year; it is given back if the work is undone."""
        values = {"office": self._store.office_id, "series": series, "of": year}
        ((serial,),) = self._store.fetch(_TAKE, values)
        return LetterNumber(series, year, serial)

    def keep_template(self, source: str) -> str:
        """Keep the text of a template, once, and return its digest."""
        digest = sha256(source.encode()).hexdigest()
        if self._template(digest) is None:
            office = self._store.office_id
            self._store.run(_KEEP, {"office_id": office, "digest": digest, "source": source})
        return digest

    def issue(
        self, new: NewLetter, *, actor: str, at: datetime, idempotency_key: str | None = None
    ) -> LetterRow:
        """Enter a letter as it goes out, and return it; the chain covers all that it says.

        Raises KeyReusedError where the idempotency key has served for something else.
        """
        values = self._values(new, actor, at)
        letter_id = self._next_id()
        self._store.run(_INSERT, {"office_id": self._store.office_id, "id": letter_id, **values})
        sealed = {name: _sealed(name, value) for name, value in values.items()}
        draft = Draft(
            SUBJECT,
            letter_id,
            0,
            RecordKind.REGISTERED.value,
            new.issued_on,
            canonical_json(sealed),
            None,
            idempotency_key,
        )
        self._chain.append([draft], actor=actor, at=at)
        return self.find(str(letter_id))

    def _values(self, new: NewLetter, actor: str, at: datetime) -> dict[str, object]:
        number = new.number
        return {
            "request_id": new.request_id,
            "request_number": new.request_number,
            "kind": new.kind,
            "series": "" if number is None else number.series,
            "year": new.issued_on.year if number is None else number.year,
            "serial": 0 if number is None else number.serial,
            "number": "" if number is None else number.printed,
            "issued_on": new.issued_on,
            "issued_at": at,
            "actor": actor,
            "language": new.language,
            "template": self.keep_template(new.template),
            "facts": dict(new.facts),
            "text": new.text,
        }

    def _next_id(self) -> int:
        last = self._store.connection.scalar(
            select(func.max(col(LetterRow.id))).where(LetterRow.office_id == self._store.office_id)
        )
        return int(last or 0) + 1


def _sealed(name: str, value: object) -> JsonValue:
    """Return a column as its event keeps it: as JSON, or the digest of what is long."""
    if name in SEALED:
        return sealed_digest(value)
    if isinstance(value, datetime):
        return canonical_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | str) else None


def sealed_digest(value: object) -> str:
    """Return the SHA-256 of a text, or of a document's canonical JSON."""
    written = value if isinstance(value, str) else canonical_json(value)
    return sha256(written.encode()).hexdigest()
