"""The secret of an office: digests that nobody else can make, and codes that nobody guesses."""

import hmac

from sqlalchemy import bindparam, select
from sqlmodel import col

from workflow.records.store import Prepared, Store
from workflow.records.tables.intake import OfficeKeyRow

# Letters and digits that nobody takes for one another.
_READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE_LENGTH = 8

_SECRET = Prepared(
    select(col(OfficeKeyRow.secret)).where(col(OfficeKeyRow.office_id) == bindparam("office"))
)


def secret_of(store: Store) -> str:
    """Return the secret of the office that a store is opened for."""
    ((secret,),) = store.fetch(_SECRET, {"office": store.office_id})
    return str(secret)


def lookup_code(store: Store, number: str) -> str:
    """Return the code with which the applicant of a request looks it up: always the same."""
    digest = hmac.digest(bytes.fromhex(secret_of(store)), f"lookup:{number}".encode(), "sha256")
    return "".join(_READABLE[byte % len(_READABLE)] for byte in digest[:_CODE_LENGTH])
