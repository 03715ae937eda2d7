"""Numbers of documents: in one spelling, and whether they can be right."""

import re
import unicodedata

from states.statute.application import IdentityKind

_RESIDENT_ID = re.compile(r"\d{17}[\dX]")
_OLD_RESIDENT_ID = re.compile(r"\d{15}")
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")

# GB 11643-1999: weights of the first seventeen digits, and the check by the remainder of eleven.
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
# GB 32100-2015: digits of base 31, weighted by powers of three.
_CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def written_number(number: str) -> str:
    """Return a document's number in one spelling: one width, capitals, no spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).upper()


def may_be_right(kind: IdentityKind, number: str) -> bool:
    """Whether a number can be one of its kind; of most kinds nothing is known that all have."""
    if kind is IdentityKind.RESIDENT_ID:
        return bool(_OLD_RESIDENT_ID.fullmatch(number)) or _is_resident_id(number)
    return kind is not IdentityKind.CREDIT_CODE or _is_credit_code(number)


def _is_resident_id(number: str) -> bool:
    if not _RESIDENT_ID.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return number[-1] == _ID_CHECKS[total % 11]


def _is_credit_code(number: str) -> bool:
    if not _CREDIT_CODE.fullmatch(number):
        return False
    digits = [_CODE_DIGITS.index(digit) for digit in number]
    total = sum(digit * weight for digit, weight in zip(digits, _CODE_WEIGHTS, strict=False))
    return digits[-1] == -total % 31
