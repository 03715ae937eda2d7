"""Which version of the Regulations governs a request."""

from datetime import date
from enum import StrEnum

from states.citation import Instrument
from states.statute.instruments import OGI_2007, OGI_2019


class Law(StrEnum):
    """A version of the Regulations, named for its year."""

    OGI_2007 = "2007"
    OGI_2019 = "2019"


FIRST_DAY: dict[Law, date] = {
    Law.OGI_2007: date(2008, 5, 1),
    Law.OGI_2019: date(2019, 5, 15),
}

INSTRUMENT: dict[Law, Instrument] = {Law.OGI_2007: OGI_2007, Law.OGI_2019: OGI_2019}


def law_on(day: date, revised_from: date = FIRST_DAY[Law.OGI_2019]) -> Law:
    """Return the version in force on a day of receipt (no transitional article: a setting)."""
    return Law.OGI_2019 if day >= revised_from else Law.OGI_2007
