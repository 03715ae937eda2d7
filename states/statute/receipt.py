"""Which day counts as the day of receipt, by channel (条例(2019) 第三十一条; 期限解释(2015))."""

from dataclasses import dataclass
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import GUIDING_CASE_26, OGI_2019, PERIODS_2015
from states.statute.versions import Law


class Channel(StrEnum):
    """How a request reached the office."""

    IN_PERSON = "in_person"
    POST_SIGNED = "post_signed"
    POST_ORDINARY = "post_ordinary"
    INTERNET = "internet"
    FAX = "fax"
    EMAIL = "email"


class ReceiptFact(StrEnum):
    """The fact whose day is the day of receipt; the values are those of the events."""

    SUBMITTED = "submitted"
    SIGNED_FOR = "signed_for"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """The fact that decides, and where that is written."""

    fact: ReceiptFact
    citation: Citation


_BY_2007 = cite(PERIODS_2015)
_BY_2019_IN_PERSON = cite(OGI_2019, 31, 0, 1)
_BY_2019_POST = cite(OGI_2019, 31, 0, 2)
_BY_2019_INTERNET = cite(OGI_2019, 31, 0, 3)

RECEIPT: dict[Law, dict[Channel, ReceiptRule]] = {
    Law.OGI_2007: {
        Channel.IN_PERSON: ReceiptRule(ReceiptFact.SUBMITTED, _BY_2007),
        Channel.POST_SIGNED: ReceiptRule(ReceiptFact.SIGNED_FOR, _BY_2007),
        Channel.POST_ORDINARY: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2007),
        Channel.INTERNET: ReceiptRule(ReceiptFact.SUBMITTED, cite(GUIDING_CASE_26)),
        Channel.FAX: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2007),
        Channel.EMAIL: ReceiptRule(ReceiptFact.SUBMITTED, _BY_2007),
    },
    Law.OGI_2019: {
        Channel.IN_PERSON: ReceiptRule(ReceiptFact.SUBMITTED, _BY_2019_IN_PERSON),
        Channel.POST_SIGNED: ReceiptRule(ReceiptFact.SIGNED_FOR, _BY_2019_POST),
        Channel.POST_ORDINARY: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2019_POST),
        Channel.INTERNET: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2019_INTERNET),
        Channel.FAX: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2019_INTERNET),
        Channel.EMAIL: ReceiptRule(ReceiptFact.CONFIRMED, _BY_2019_INTERNET),
    },
}

# Electronic requests: the text counts from confirmation, Guiding Case 26 from submission.
ELECTRONIC = frozenset({Channel.INTERNET, Channel.EMAIL})
