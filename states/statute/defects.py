"""What a request may lack, by the parts that the law wants in it (条例(2019) 第二十九、三十条)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.versions import Law


class Defect(StrEnum):
    """A part of the request that is missing or unclear."""

    NAME = "name"
    IDENTITY = "identity"
    CONTACT = "contact"
    DESCRIPTION = "description"
    FORM = "form"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DefectRule:
    """One kind of defect: the article that wants the part, under each version that does."""

    defect: Defect
    under: Mapping[Law, Citation]


DEFECTS: dict[Defect, DefectRule] = {
    rule.defect: rule
    for rule in (
        DefectRule(
            Defect.NAME,
            {
                Law.OGI_2007: cite(OGI_2007, 20, 2, 1),
                Law.OGI_2019: cite(OGI_2019, 29, 2, 1),
            },
        ),
        # Proof of identity is asked of every applicant only since 2019.
        DefectRule(Defect.IDENTITY, {Law.OGI_2019: cite(OGI_2019, 29, 2, 1)}),
        DefectRule(
            Defect.CONTACT,
            {
                Law.OGI_2007: cite(OGI_2007, 20, 2, 1),
                Law.OGI_2019: cite(OGI_2019, 29, 2, 1),
            },
        ),
        DefectRule(
            Defect.DESCRIPTION,
            {
                Law.OGI_2007: cite(OGI_2007, 20, 2, 2),
                Law.OGI_2019: cite(OGI_2019, 29, 2, 2),
            },
        ),
        DefectRule(
            Defect.FORM,
            {
                Law.OGI_2007: cite(OGI_2007, 20, 2, 3),
                Law.OGI_2019: cite(OGI_2019, 29, 2, 3),
            },
        ),
        DefectRule(
            Defect.OTHER,
            {
                Law.OGI_2007: cite(OGI_2007, 21, 0, 4),
                Law.OGI_2019: cite(OGI_2019, 30),
            },
        ),
    )
}


def may_be_asked(defect: Defect, law: Law) -> bool:
    """Say whether a version of the law lets the office ask for a part."""
    return law in DEFECTS[defect].under
