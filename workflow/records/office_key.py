"""The secret of an office: digests that nobody else can make, and codes that nobody guesses."""

import hmac
import re

from sqlalchemy import bindparam, select
from sqlmodel import col

from workflow.records.store import Prepared, Store
from workflow.records.tables.intake import OfficeKeyRow

# Letters and digits that nobody takes for one another.
_READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
# Five bits a character: 80, which nobody finds by trying.
_CODE_LENGTH = 16
_IN_A_GROUP = 4
_IGNORED = re.compile(r"[\s\u2010-\u2015\uff0d-]+")  # blanks and dashes, however they are typed

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
    code = "".join(_READABLE[byte % len(_READABLE)] for byte in digest[:_CODE_LENGTH])
    return "-".join(code[at : at + _IN_A_GROUP] for at in range(0, _CODE_LENGTH, _IN_A_GROUP))


def opens(store: Store, number: str, typed: str) -> bool:
    """Say whether a code as somebody typed it is the one of a number, which need not be there.

    It takes as long for a number that is not, and tells nothing of how much of the code is right.
    """
    said = _IGNORED.sub("", typed).upper().encode()
    return hmac.compare_digest(said, lookup_code(store, number).replace("-", "").encode())


def subject_of(store: Store, kind: str, name: str) -> str:
    """Return a digest that stands for a name, which nobody without the secret finds again."""
    return hmac.digest(bytes.fromhex(secret_of(store)), f"{kind}:{name}".encode(), "sha256").hex()
