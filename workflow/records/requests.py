"""The register of requests: rebuilt from their events, and written in one place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import bindparam, update
from sqlmodel import col

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.statute.practice import Practice
from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json, plain
from workflow.records.chain import Chain, Draft, Entry, RecordKind
from workflow.records.derived import DERIVED_COLUMNS, KINDS, Derived, derive, written
from workflow.records.dossiers import (
    CHANNELS,
    SUBJECT,
    Dossier,
    Line,
    asking_dossier,
    case_of,
    read_dossier,
    read_history,
    read_lines,
)
from workflow.records.errors import (
    Change,
    EventNotAnnullableError,
    EventNotFoundError,
    StaleRequestError,
)
from workflow.records.facts import UNCHANGED, Beside
from workflow.records.filing import REGISTERED_COLUMNS, Filing
from workflow.records.store import Prepared, Statement, Store
from workflow.records.tables.requests import RequestRow
from workflow.records.worklists import AttendedRow

_MINE = (
    col(RequestRow.office_id) == bindparam("office"),
    col(RequestRow.id) == bindparam("row"),
    col(RequestRow.version) == bindparam("expected"),
)
_STAND = Prepared(update(RequestRow).where(*_MINE), (*DERIVED_COLUMNS, "event_count", "version"))

# A request as a whole, or no more of it than what is needed to remind of it.
Filed = TypeVar("Filed", RequestRow, AttendedRow)


class RequestRegister(Filing):
    """The requests of one office, within a unit of work or a view."""

    def __init__(self, store: Store, chain: Chain, practice: Practice) -> None:
        """Read and write through a store; judge by the office's practice."""
        super().__init__(store, chain, practice)
        self._dossiers: dict[str, Dossier] = {}

    # --- reading -------------------------------------------------------------------------

    def case(self, number: str) -> Case:
        """Return a request as the law sees it; what was annulled is left out."""
        return self.dossier(number).case

    def dossier(self, number: str) -> Dossier:
        """Return a request with all its events."""
        found = self._dossiers.get(number)
        if found is None:
            found = read_dossier(self._store, self._chain, number, self._practice)
            self._dossiers[number] = found
        return found

    def read_ahead(self, number: str, *beside: Statement) -> None:
        """Read a request, and what is asked for after it, in one journey to a server."""
        if number not in self._dossiers:
            self._store.read_ahead(asking_dossier(self._store, number), *beside)

    def with_cases(self, rows: Sequence[Filed]) -> Iterator[tuple[Filed, Case]]:
        """Yield rows with their cases, many read at once."""
        lines = read_lines(self._store, [row.id for row in rows])
        for row in rows:
            channel = CHANNELS.get(row.channel)
            yield row, case_of(channel, lines.get(row.id, ()), self._practice)

    def history(self, number: str) -> tuple[Entry, ...]:
        """Return all that was entered about a request, annulled events too, in that order."""
        return read_history(self._store, SUBJECT, self.dossier(number).id)

    def repeated(self, number: str, key: str | None) -> Entry | None:
        """Return what was entered about the request under an idempotency key before."""
        line = None if key is None else self.dossier(number).keyed(key)
        return None if line is None else self._entry(number, line.seq)

    def expect(self, number: str, version: int | None) -> None:
        """Raise StaleRequestError unless the request is still at a version."""
        dossier = self.dossier(number)
        if version is None or version == dossier.version:
            return
        since = self.history(number)[max(version, 0) :]
        changes = tuple(Change(entry.kind, entry.actor, entry.entered_at) for entry in since)
        raise StaleRequestError(number, version, dossier.version, changes)

    # --- writing -------------------------------------------------------------------------

    def record(
        self,
        number: str,
        event: Event,
        *,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
        more: Mapping[str, JsonValue] | None = None,
        expected_version: int | None = None,
        idempotency_key: str | None = None,
    ) -> Entry:
        """Write down a fact, and what follows from it; a repeated key writes nothing."""
        repeated = self.repeated(number, idempotency_key)
        if repeated is not None:
            return repeated
        self.expect(number, expected_version)
        dossier = self.dossier(number)
        draft = Draft(
            SUBJECT,
            dossier.id,
            dossier.version,
            event.kind.value,
            event.on,
            written(event, more),
            None,
            idempotency_key,
        )
        return self._enter(dossier, draft, dossier.case.after(event), actor, at, calendar)

    def annul(
        self,
        number: str,
        seq: int,
        *,
        reason: str,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
        expected_version: int | None = None,
        idempotency_key: str | None = None,
    ) -> Entry:
        """Write down that a fact was entered wrongly; from now on it is left out."""
        repeated = self.repeated(number, idempotency_key)
        if repeated is not None:
            return repeated
        self.expect(number, expected_version)
        dossier = self.dossier(number)
        _check_annullable(dossier, seq)
        draft = Draft(
            SUBJECT,
            dossier.id,
            dossier.version,
            RecordKind.ANNULLED.value,
            legal_date(at),
            canonical_json({"reason": reason}),
            seq,
            idempotency_key,
        )
        remaining = [line for line in dossier.lines if line.seq != seq]
        case = case_of(dossier.channel, remaining, self._practice)
        entry = self._enter(dossier, draft, case, actor, at, calendar)
        for known, event in dossier.facts():
            if known == seq and event.kind is EventKind.MERGED:
                said: dict[str, JsonValue] = {"number": number, "reason": reason}
                self.note(event.ref, RecordKind.LET_GO, said, actor=actor, at=at, calendar=calendar)
        return entry

    def note(
        self,
        number: str,
        kind: RecordKind,
        said: Mapping[str, JsonValue],
        *,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
        idempotency_key: str | None = None,
    ) -> Entry:
        """Write down what the records say of a request and the law does not ask about."""
        dossier = self.dossier(number)
        draft = Draft(
            SUBJECT,
            dossier.id,
            dossier.version,
            kind.value,
            legal_date(at),
            canonical_json(dict(said)),
            None,
            idempotency_key,
        )
        return self._enter(dossier, draft, dossier.case, actor, at, calendar)

    def amend(
        self,
        number: str,
        changes: Mapping[str, str],
        *,
        reason: str,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
        beside: Beside = UNCHANGED,
        idempotency_key: str | None = None,
    ) -> Entry:
        """Put right what was registered, but for the number; the event keeps it, and why.

        Of personal details the event keeps the new seal alone.
        """
        unknown = changes.keys() - set(REGISTERED_COLUMNS[1:])
        if unknown:
            raise KeyError(*sorted(unknown))
        dossier = self.dossier(number)
        channel = CHANNELS.get(changes["channel"]) if "channel" in changes else dossier.channel
        said = self._amend_row(dossier, changes, beside)
        draft = Draft(
            SUBJECT,
            dossier.id,
            dossier.version,
            RecordKind.AMENDED.value,
            legal_date(at),
            canonical_json({"facts": {**changes, **said}, "reason": reason}),
            None,
            idempotency_key,
        )
        amended = dossier._replace(channel=channel)
        case = replace(dossier.case, channel=channel)
        return self._enter(amended, draft, case, actor, at, calendar)

    def reckon_again(
        self, calendar: WorkCalendar, *, actor: str, at: datetime
    ) -> list[tuple[str, Derived]]:
        """Reckon the open and the provisional anew, as a calendar now has it.

        Writes an event for each request whose dates moved; returns those with where they stand.
        """
        moved = []
        for row in self.open_or_provisional():
            dossier = self.dossier(row.number)
            derived = derive(dossier.case, calendar)
            was = {name: plain(getattr(row, name)) for name in DERIVED_COLUMNS}
            now = {name: plain(value) for name, value in derived.columns().items()}
            if now == was:
                continue
            changes = {name: [was[name], now[name]] for name in now if now[name] != was[name]}
            draft = Draft(
                SUBJECT,
                dossier.id,
                dossier.version,
                RecordKind.RECKONED.value,
                legal_date(at),
                canonical_json(changes),
            )
            self._enter(dossier, draft, dossier.case, actor, at, calendar)
            moved.append((row.number, derived))
        return moved

    def _enter(
        self,
        dossier: Dossier,
        draft: Draft,
        case: Case,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
    ) -> Entry:
        """Append one event of a request and write its derived columns: the only place that does."""
        count = dossier.version + 1
        derived = derive(case, calendar)
        self._store.next_dues[dossier.number] = derived.next_due
        values = derived.columns()
        values["event_count"] = values["version"] = count
        values["office"], values["row"] = self._store.office_id, dossier.id
        values["expected"] = dossier.version
        entry, stands = self._chain.append_with(draft, (_STAND, values), actor=actor, at=at)
        if not stands:
            raise StaleRequestError(dossier.number, dossier.version, -1)
        line = Line(
            entry.seq,
            entry.kind,
            entry.happened_on,
            entry.details,
            entry.annuls,
            entry.idempotency_key,
        )
        self._dossiers[dossier.number] = dossier._replace(
            version=count, lines=(*dossier.lines, line), case=case
        )
        return entry

    def _entry(self, number: str, seq: int) -> Entry:
        for entry in self.history(number):
            if entry.seq == seq:
                return entry
        raise EventNotFoundError(number, seq)


def _check_annullable(dossier: Dossier, seq: int) -> None:
    annulled = {line.annuls for line in dossier.lines}
    for line in dossier.lines:
        if line.seq == seq:
            if line.kind not in KINDS or seq in annulled:
                raise EventNotAnnullableError(dossier.number, seq, line.kind)
            return
    raise EventNotFoundError(dossier.number, seq)
