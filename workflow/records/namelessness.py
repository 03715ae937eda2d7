"""Who made a request taken out of the records, and the chain still proved.

What an event said of a person is written over, its hash stays. One more event, of the kind
MADE_NAMELESS, keeps for each event that was written over the link over what stands there now:
whoever verifies takes that for it. So nothing can be written over without an entry that says so.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from workflow.records.canonical import JsonValue, canonical_instant, canonical_json
from workflow.records.chain import Entry, RecordKind, link
from workflow.records.dossiers import SUBJECT, read_history
from workflow.records.letters import sealed_digest
from workflow.records.store import AsWritten, Prepared, Store, as_json
from workflow.records.tables.metadata import TABLES
from workflow.records.text_pairs import TextPairs

NAMELESS: Final = "（已匿名化）"
# Where an entry keeps the links over what it wrote over, by the place in the chain.
LINKS: Final = "links"

# Of these columns, and what events say under these names, nothing stays.
_WHOLE: Final = frozenset({"applicant", "contact", "content", "note", "signer", "address"})
_BLANK: Final = frozenset({"sealed", "help_needed"})
# What figures, dates and references are made of: never touched, whatever somebody is called.
_KEPT: Final = frozenset(
    [
        "number",
        "numbers",
        "ref",
        "outcome",
        "opinion",
        "by",
        "digest",
        "decision",
        "ground",
        "item",
        "items",
        "channel",
        "state",
        "applicant_kind",
        "case_officer",
        "taken_down_by",
        "provision_form",
        "provision_way",
        "purpose",
        "carrier",
        "acknowledged",
        "letter_number",
        "request_number",
        "tracking",
        "tracking_number",
        "reference",
        "sha256",
        "file_kind",
        "attachment",
        "kind",
        "media_type",
        "template",
        "series",
        "language",
        "actor",
        "added_by",
        "withdrawn_by",
    ]
)
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*|\d{4}-\d\d-\d\d|\d{1,6}(\.\d+)?", re.ASCII)
_FEWEST, _FEWEST_DIGITS = 2, 7
_EFFACED = "effaced"
_WRITE_OVER = Prepared(
    update(TABLES["event"])
    .where(
        TABLES["event"].c.office_id == bindparam("office"),
        TABLES["event"].c.seq == bindparam("place"),
    )
    .values(details=bindparam("written", type_=AsWritten()))
)


class Names:
    """What names a person: their name and whatever reaches them, the longest first."""

    def __init__(self, said: Iterable[str]) -> None:
        """Keep what is long enough to mean somebody."""
        known = {one.strip() for one in said if _means_somebody(one.strip())}
        self._known = sorted(known - {NAMELESS}, key=len, reverse=True)

    def out_of(self, words: str) -> str:
        """Return words with every mention of the person taken out."""
        for name in self._known:
            words = words.replace(name, NAMELESS)
        return words


def _means_somebody(said: str) -> bool:
    least = _FEWEST_DIGITS if said.isascii() else _FEWEST
    return len(said) >= least and not _is_of_our_own(said)


def _is_of_our_own(said: str) -> bool:
    """Whether it is what we write ourselves, which must not be torn apart."""
    return said in NAMELESS


def without(names: Names, said: JsonValue, under: str = "") -> JsonValue:
    """Return what an event says, without the person."""
    if isinstance(said, dict):
        return {name: without(names, value, name) for name, value in said.items()}
    if isinstance(said, list):
        return [without(names, value, under) for value in said]
    if not isinstance(said, str) or not said or under in _KEPT:
        return said
    return _words(names, said, under)


def _words(names: Names, said: str, under: str) -> str:
    if under in _BLANK:
        return ""
    if under in _WHOLE:
        return NAMELESS
    return said if _CODE.fullmatch(said) else names.out_of(said)


@dataclass(frozen=True, slots=True)
class _Over:
    """One event as it stands from now on."""

    entry: Entry
    details: str


class Namelessness:
    """The requests of one office that are made nameless."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def is_done(self, row_id: int) -> bool:
        """Whether a request was made nameless before."""
        effaced = TABLES[_EFFACED].c
        query = select(effaced.id).where(
            effaced.office_id == self._store.office_id,
            effaced.subject == SUBJECT,
            effaced.id == row_id,
        )
        return self._store.connection.execute(query).first() is not None

    def closed_by(self, day: date) -> list[tuple[str, date]]:
        """Return the requests closed by a day that still name somebody, and when they were."""
        request, effaced, office = TABLES[SUBJECT].c, TABLES[_EFFACED].c, self._store.office_id
        done = select(effaced.id).where(effaced.office_id == office, effaced.subject == SUBJECT)
        query = (
            select(request.number, request.closed_on)
            .where(request.office_id == office, request.id.not_in(done))
            .where(request.closed_on.is_not(None), request.closed_on <= day)
            .order_by(request.closed_on, request.id)
        )
        return [(number, closed_on) for number, closed_on in self._store.connection.execute(query)]

    def names_in(self, row_id: int, told: Iterable[str]) -> Names:
        """Return what names the applicant of a request, by whatever was ever registered."""
        said = list(told)
        for entry in read_history(self._store, SUBJECT, row_id):
            terms: Any = entry.terms
            facts = terms.get("facts", terms) if entry.kind in _REGISTERING else {}
            said += [str(facts.get(name, "")) for name in ("applicant", "contact")]
        return Names(said)

    def links(self, row_id: int, names: Names) -> tuple[dict[str, JsonValue], list[_Over]]:
        """Return what is to be written over about a request, with the links over it."""
        over: list[_Over] = []
        for subject, one in self._about(row_id):
            for entry in read_history(self._store, subject, one):
                details = _rewritten(names, subject, entry)
                if details != entry.details:
                    over.append(_Over(entry, details))
        return {str(one.entry.seq): self._link(one) for one in over}, over

    def write_over(self, row_id: int, names: Names, over: Collection[_Over]) -> None:
        """Write over what events and rows say; the entry that says so stands already."""
        store = self._store
        if store.dialect.name == "sqlite":
            # What is written over is not to be found in the file again.
            store.connection.execute(text("PRAGMA secure_delete = ON"))
        pairs = TextPairs(store)
        texts = pairs.texts_of(row_id)
        letters = [one for subject, one in self._about(row_id) if subject == "letter"]
        self._mark("event", [one.entry.seq for one in over])
        self._mark("letter", letters)
        self._mark(SUBJECT, [row_id])
        for one in over:
            values = {"written": one.details, "office": store.office_id, "place": one.entry.seq}
            store.run(_WRITE_OVER, values)
        for subject, one_id in self._about(row_id):
            self._row(TABLES[subject], one_id, names)
        pairs.change(row_id, texts)
        for table in ("personal_details", "likeness"):
            found = TABLES[table]
            store.connection.execute(
                delete(found).where(found.c.office_id == store.office_id, found.c.id == row_id)
            )
        self._intake_and_notices(row_id, names)

    def _mark(self, subject: str, ids: Collection[int]) -> None:
        """Allow what the database refuses otherwise, for these rows alone."""
        office = self._store.office_id
        rows = [{"office_id": office, "subject": subject, "id": one} for one in ids]
        if rows:
            self._store.connection.execute(insert(TABLES[_EFFACED]), rows)

    def _about(self, row_id: int) -> list[tuple[str, int]]:
        """Return the rows that tell of a request: itself, its letters, files and post."""
        store = self._store
        request = TABLES[SUBJECT].c
        number = store.connection.scalar(
            select(request.number).where(request.office_id == store.office_id, request.id == row_id)
        )
        found = [(SUBJECT, row_id)]
        for subject, column, value in (
            ("letter", "request_id", row_id),
            ("attachment", "request_id", row_id),
            ("incoming_mail", "request_number", number),
            ("outgoing_mail", "request_number", number),
        ):
            columns = TABLES[subject].c
            query = select(columns.id).where(
                columns.office_id == store.office_id, columns[column] == value
            )
            found += [
                (subject, one) for one in store.connection.scalars(query.order_by(columns.id))
            ]
        return found

    def _link(self, one: _Over) -> str:
        """Return the link over what stands at an event's place from now on."""
        entry = one.entry
        place = (entry.subject, entry.subject_id, entry.position, entry.kind)
        return link(
            entry.previous_hash,
            (self._store.office_id, entry.seq, *place),
            (entry.happened_on.isoformat(), canonical_instant(entry.entered_at)),
            (entry.actor, entry.annuls, entry.idempotency_key),
            one.details,
        )

    def _row(self, table: Table, row_id: int, names: Names) -> None:
        """Write over the columns of a row as its events now say them."""
        mine = (table.c.office_id == self._store.office_id, table.c.id == row_id)
        row = self._store.connection.execute(select(table).where(*mine)).mappings().one()
        said = _of_row(names, table.name, row)
        changes = {name: value for name, value in said.items() if value != row[name]}
        if changes:
            self._store.connection.execute(update(table).where(*mine).values(**changes))

    def _intake_and_notices(self, row_id: int, names: Names) -> None:
        store, intake, outbox = self._store, TABLES["intake"], TABLES["outbox"]
        store.connection.execute(
            update(intake)
            .where(intake.c.office_id == store.office_id, intake.c.id == row_id)
            .values(help_needed="")
        )
        request = TABLES[SUBJECT]
        number = (
            select(request.c.number)
            .where(request.c.office_id == store.office_id, request.c.id == row_id)
            .scalar_subquery()
        )
        mine = (outbox.c.office_id == store.office_id, outbox.c.request_number == number)
        query = select(outbox.c.id, outbox.c.subject, outbox.c.body).where(*mine)
        for notice, subject, body in store.connection.execute(query).all():
            store.connection.execute(
                update(outbox)
                .where(outbox.c.office_id == store.office_id, outbox.c.id == notice)
                .values(subject=names.out_of(subject), body=names.out_of(body))
            )


_REGISTERING = frozenset({RecordKind.REGISTERED.value, RecordKind.AMENDED.value})


def _rewritten(names: Names, subject: str, entry: Entry) -> str:
    """Return the details of an event without the person; of a letter with its new digests."""
    said = json.loads(entry.details)
    if subject == "letter":
        if entry.kind == RecordKind.REGISTERED:
            said |= {"facts": sealed_digest({}), "text": sealed_digest(NAMELESS)}
        return canonical_json(said)
    if subject == "attachment":
        return canonical_json(_nameless_file(names, said))
    return canonical_json(without(names, said))


def _nameless_file(names: Names, said: dict[str, JsonValue]) -> JsonValue:
    """Return what is said of a file: it has no name, and reasons name nobody."""
    return without(names, said | ({"name": NAMELESS} if "name" in said else {}))


def _of_row(names: Names, subject: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the columns of a row that may name the person, as they are from now on."""
    if subject == "letter":
        return {"facts": {}, "text": NAMELESS}
    said: dict[str, Any] = {
        name: without(names, value, name) for name, value in row.items() if isinstance(value, str)
    }
    return said | ({"name": NAMELESS} if subject == "attachment" else {})


def relinked(connection: Connection, office_id: int) -> dict[int, str]:
    """Return the links over what was written over, by the place in the chain."""
    event = TABLES["event"].c
    query = select(event.details).where(
        event.office_id == office_id, event.kind == RecordKind.MADE_NAMELESS.value
    )
    found: dict[int, str] = {}
    for (details,) in connection.execute(query):
        said = json.loads(as_json(details))[LINKS]
        found |= {int(seq): str(taken) for seq, taken in said.items()}
    return found
