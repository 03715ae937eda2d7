"""Correcting the records that an organ keeps of a person (更正): never a request for disclosure.

条例(2007) 第二十五条第二款; 条例(2019) 第四十一条. Neither text sets a period.
"""

from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.versions import Law


class RecordsResult(StrEnum):
    """What became of an application to have a record corrected."""

    PENDING = "pending"
    CORRECTED = "corrected"
    FORWARDED = "forwarded"
    TOLD_WHERE = "told_where"
    REFUSED = "refused"


OWN_RECORDS: dict[Law, Citation] = {
    Law.OGI_2007: cite(OGI_2007, 25, 2),
    Law.OGI_2019: cite(OGI_2019, 41),
}

# The 2007 text forwards what the organ may not correct; telling the person where to go is new.
RESULTS: dict[Law, frozenset[RecordsResult]] = {
    Law.OGI_2007: frozenset(RecordsResult) - {RecordsResult.TOLD_WHERE},
    Law.OGI_2019: frozenset(RecordsResult),
}
