"""The number that a request is given: which year it bears, and that none is left out."""

from datetime import date

import pytest

from states.statute.receipt import Channel
from tests.builders import a_request
from tests.workflow.services.ledgers import a_book, a_line, take
from workflow.bootstrap import Installation, Office
from workflow.records.errors import NumberTakenError

NEW_YEARS_EVE = date(2024, 12, 31)  # Tuesday


def test_the_number_bears_the_year_of_receipt(office: Office) -> None:
    # Sent on the last day of 2024, signed for in 2025: counted in 2025.
    number = a_request(
        office,
        channel=Channel.POST_SIGNED,
        submitted_on=NEW_YEARS_EVE,
        signed_on=date(2025, 1, 3),  # Friday
    )

    assert number == "净公开申〔2025〕1号"


def test_without_a_receipt_the_number_bears_the_year_of_the_first_fact(office: Office) -> None:
    number = a_request(office, channel=Channel.INTERNET, submitted_on=NEW_YEARS_EVE)

    assert number == "净公开申〔2024〕1号"


def test_an_imported_request_is_numbered_by_its_receipt_too(installation: Installation) -> None:
    line = a_line(submitted_on=NEW_YEARS_EVE, received_on=date(2025, 1, 3))
    take(installation, a_book(line))

    with installation.office().read() as view:
        assert [row.number[-8:] for row in view.requests.each()] == ["〔2025〕1号"]


def number_and_fail(office: Office) -> None:
    with office.work() as uow:
        uow.requests.numbering.next(2025)
        raise ZeroDivisionError


def test_a_request_that_was_not_registered_takes_no_number(office: Office) -> None:
    a_request(office)
    with pytest.raises(NumberTakenError):
        a_request(office, number="净公开申〔2025〕1号")
    with pytest.raises(ZeroDivisionError):
        number_and_fail(office)

    assert a_request(office) == "净公开申〔2025〕2号"


def test_each_year_is_numbered_by_itself(office: Office) -> None:
    numbers = [
        a_request(office, submitted_on=day)
        for day in (date(2024, 3, 4), date(2025, 3, 3), date(2024, 3, 5))
    ]

    assert numbers == ["净公开申〔2024〕1号", "净公开申〔2025〕1号", "净公开申〔2024〕2号"]
