"""What an application says beside its matter, and what it must (条例(2019) 第二十九条).

A kind, a form or a way added here needs its name in `states.terms`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.versions import Law


class IdentityKind(StrEnum):
    """A document by which applicants prove who they are."""

    RESIDENT_ID = "resident_id"
    PASSPORT = "passport"
    HONG_KONG_MACAO_PERMIT = "hong_kong_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    RESIDENCE_PERMIT = "residence_permit"
    MILITARY_ID = "military_id"
    CREDIT_CODE = "credit_code"
    OTHER = "other"


class ProvisionForm(StrEnum):
    """In what form the information is wanted (第二十九条第二款第（三）项, 第四十条)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    READING = "reading"
    TRANSCRIBING = "transcribing"
    OTHER = "other"


class ProvisionWay(StrEnum):
    """By what way the information is wanted."""

    POST = "post"
    COLLECTION = "collection"
    INTERNET = "internet"
    EMAIL = "email"
    FAX = "fax"


class HelpNeeded(StrEnum):
    """A difficulty with which the office helps (条例(2019) 第四十三条)."""

    READING = "reading"
    SIGHT = "sight"
    HEARING = "hearing"


class Purpose(StrEnum):
    """What a request under the 2007 text was for (条例(2007) 第十三条); never asked today."""

    PRODUCTION = "production"
    LIVELIHOOD = "livelihood"
    RESEARCH = "research"


class Part(StrEnum):
    """A part that an application must have, beside the applicant's name."""

    IDENTITY = "identity"
    CONTACT = "contact"
    DESCRIPTION = "description"
    FORM = "form"


ORAL: dict[Law, Citation] = {
    Law.OGI_2019: cite(OGI_2019, 29, 1),
    Law.OGI_2007: cite(OGI_2007, 20, 1),
}

REQUIRED: dict[Law, dict[Part, Citation]] = {
    Law.OGI_2019: {
        Part.IDENTITY: cite(OGI_2019, 29, 2, 1),
        Part.CONTACT: cite(OGI_2019, 29, 2, 1),
        Part.DESCRIPTION: cite(OGI_2019, 29, 2, 2),
        Part.FORM: cite(OGI_2019, 29, 2, 3),
    },
    # The 2007 text asks nobody to prove who they are.
    Law.OGI_2007: {
        Part.CONTACT: cite(OGI_2007, 20, 2, 1),
        Part.DESCRIPTION: cite(OGI_2007, 20, 2, 2),
        Part.FORM: cite(OGI_2007, 20, 2, 3),
    },
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A part that an application lacks: a ground to ask for a correction, never to refuse it."""

    part: Part
    citation: Citation


def lacking(law: Law, parts: frozenset[Part]) -> Iterator[Lack]:
    """Yield what an application that has these parts still lacks under a version of the law."""
    for part, citation in REQUIRED[law].items():
        if part not in parts:
            yield Lack(part, citation)
