"""Identity numbers sealed anew: those from before there was a key, and all when keys change.

Only what is kept is written anew. What the chain vouches for, the seal over the values, stays.
"""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, text, update

from workflow.records.identity_keys import MARK
from workflow.records.intake import Envelope
from workflow.records.office_key import secret_of
from workflow.records.shingles import identity_key, identity_lookup
from workflow.records.store import Store
from workflow.records.tables.metadata import TABLES

_BATCH = 500


def seal_what_is_open(connection: Connection) -> int:
    """Seal the numbers of every office that stand in the clear; return how many there were."""
    office = TABLES["office"].c.id
    return sum(
        _seal(Store(connection, office_id), is_done=MARK)
        for office_id in connection.scalars(select(office).order_by(office)).all()
    )


def seal_anew(store: Store) -> int:
    """Seal the numbers of one office with the newest key; return how many were not yet."""
    newest = f"{MARK}{store.identities.readable().newest}:"
    return _seal(store, is_done=newest)


def _seal(store: Store, *, is_done: str) -> int:
    details = TABLES["personal_details"].c
    after = count = 0
    while True:
        query = (
            select(details.id, details.identity_kind, details.identity_number, details.salt,
                   details.identity_lookup)
            .where(details.office_id == store.office_id, details.id > after)
            .where(details.identity_number != "", ~details.identity_number.startswith(is_done))
            .order_by(details.id)
            .limit(_BATCH)
        )  # fmt: skip
        rows = store.connection.execute(query).all()
        if not rows:
            return count
        if not count and store.dialect.name == "sqlite":
            # What is overwritten is not to be found in the file again.
            store.connection.execute(text("PRAGMA secure_delete = ON"))
        for row in rows:
            _seal_row(store, *row)
        count += len(rows)
        after = rows[-1][0]


def _seal_row(store: Store, row_id: int, kind: str, number: str, salt: str, lookup: str) -> None:
    envelope = Envelope(store)
    number, salt = envelope.opened(row_id, number, salt)
    kept, kept_salt = envelope.closed(row_id, number, salt)
    secret = store.identities.readable().lookup_secrets(secret_of(store))[0]
    found_by = identity_lookup(secret, kind, number)
    details = TABLES["personal_details"]
    store.connection.execute(
        update(details)
        .where(details.c.office_id == store.office_id, details.c.id == row_id)
        .values(identity_number=kept, salt=kept_salt, identity_lookup=found_by)
    )
    _move(store, row_id, [lookup] if lookup else [], identity_key(found_by))


def _move(store: Store, row_id: int, old: Iterable[str], new: int) -> None:
    """Take a request from the key its document had, and enter it under the new one."""
    likeness = TABLES["likeness"]
    mine = (likeness.c.office_id == store.office_id, likeness.c.id == row_id)
    keys = {identity_key(lookup) for lookup in old} | {new}
    store.connection.execute(delete(likeness).where(*mine, likeness.c.key.in_(keys)))
    store.connection.execute(insert(likeness).values(office_id=store.office_id, id=row_id, key=new))


def sealed_by(connection: Connection) -> dict[str, int]:
    """Return how many numbers of all offices are sealed, by the name of the key."""
    number = TABLES["personal_details"].c.identity_number
    kept = connection.scalars(select(number).where(number != ""))
    return dict(Counter(value.removeprefix(MARK).partition(":")[0] for value in kept))
