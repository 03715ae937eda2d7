"""Somebody of the public who applies online, and looks up how far it has come."""

import re
from collections.abc import Mapping
from typing import Final

from tests.workflow.filled_in import RESIDENT_ID
from tests.workflow.web.visiting import Page, Visitor

APPLICATION: Final[Mapping[str, str]] = {
    "key": "a key of the browser",
    "applicant_kind": "natural_person",
    "applicant": "张三",
    "identity_kind": "resident_id",
    "identity_number": RESIDENT_ID,
    "phone": "13800000000",
    "content": "某路征地补偿方案",
    "provision_form": "electronic",
}
_CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}\b")
_NUMBER = re.compile(r"净公开申〔\d{4}〕\d+号")


def apply(visitor: Visitor, office_id: int = 1, **changed: str) -> Page:
    """Send an application, with some of it changed."""
    return visitor.post(f"/public/{office_id}/apply", {**APPLICATION, **changed})


def receipt_of(page: Page) -> tuple[str, str]:
    """Return number and code, as the receipt shows them."""
    number, code = _NUMBER.search(page.words), _CODE.search(page.words)
    assert number is not None, page.words
    assert code is not None, page.words
    return number[0], code[0]


def look_up(visitor: Visitor, number: str, code: str, office_id: int = 1) -> Page:
    """Look an application up."""
    return visitor.post(f"/public/{office_id}/progress", {"number": number, "code": code})
