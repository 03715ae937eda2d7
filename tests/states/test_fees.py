"""The two tariffs of the information-processing fee, number by number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.statute.fees import (
    BY_PAGES,
    BY_PIECES,
    FEES_SINCE,
    TARIFFS,
    FeeBand,
    FeeBasis,
    fee_by_pages,
    fee_by_pieces,
    page_rate,
    piece_rate,
    tariff_lines,
)
from states.statute.instruments import FEE_2020

MANY = st.integers(0, 400)


def rate_of_piece(nth: int) -> int:
    """Say the tariff in one line, apart from the code: ten free, twenty at 100, then steps."""
    if nth <= 10:
        return 0
    return 100 if nth <= 30 else 200 + 100 * ((nth - 31) // 10)


def rate_of_page(nth: int) -> int:
    """Say the tariff by pages apart from the code."""
    return (0, 10, 20, 40)[(nth > 30) + (nth > 100) + (nth > 200)]


# Sums of the published tariff (国办函〔2020〕109号), by hand: e.g. 40 = 20 x 100 + 10 x 200.
@pytest.mark.parametrize(
    ("pieces", "yuan"),
    [
        (0, 0),
        (1, 0),
        (10, 0),
        (11, 100),
        (12, 200),
        (29, 1900),
        (30, 2000),
        (31, 2200),
        (32, 2400),
        (39, 3800),
        (40, 4000),
        (41, 4300),
        (50, 7000),
        (51, 7400),
        (60, 11000),
        (61, 11500),
        (100, 37000),
        (101, 37900),
    ],
)
def test_pieces_of_one_month_cost_what_the_tariff_says(pieces: int, yuan: int) -> None:
    assert fee_by_pieces(0, pieces) == yuan


# Likewise by pages: e.g. 200 = 70 x 10 + 100 x 20.
@pytest.mark.parametrize(
    ("pages", "yuan"),
    [
        (0, 0),
        (30, 0),
        (31, 10),
        (99, 690),
        (100, 700),
        (101, 720),
        (102, 740),
        (199, 2680),
        (200, 2700),
        (201, 2740),
        (202, 2780),
        (250, 4700),
        (300, 6700),
        (1000, 34700),
    ],
)
def test_pages_of_one_request_cost_what_the_tariff_says(pages: int, yuan: int) -> None:
    assert fee_by_pages(pages) == yuan


@pytest.mark.parametrize(
    ("nth", "yuan"),
    [(1, 0), (10, 0), (11, 100), (30, 100), (31, 200), (40, 200), (41, 300), (50, 300), (51, 400)],
)
def test_the_nth_piece_costs_the_rate_of_its_band(nth: int, yuan: int) -> None:
    assert piece_rate(nth) == yuan


@pytest.mark.parametrize(
    ("nth", "yuan"), [(1, 0), (30, 0), (31, 10), (100, 10), (101, 20), (200, 20), (201, 40)]
)
def test_the_nth_page_costs_the_rate_of_its_band(nth: int, yuan: int) -> None:
    assert page_rate(nth) == yuan


@given(already=MANY, pieces=MANY)
def test_a_fee_by_pieces_is_the_sum_of_its_rates(already: int, pieces: int) -> None:
    one_by_one = sum(rate_of_piece(nth) for nth in range(already + 1, already + pieces + 1))

    assert fee_by_pieces(already, pieces) == one_by_one


@given(pages=st.integers(0, 1500))
def test_a_fee_by_pages_is_the_sum_of_its_rates(pages: int) -> None:
    assert fee_by_pages(pages) == sum(rate_of_page(nth) for nth in range(1, pages + 1))


@given(already=MANY, first=MANY, second=MANY)
def test_pieces_add_up_over_the_month(already: int, first: int, second: int) -> None:
    at_once = fee_by_pieces(already, first + second)

    in_turn = fee_by_pieces(already, first) + fee_by_pieces(already + first, second)

    assert at_once == in_turn


@given(already=MANY, pieces=MANY, pages=MANY)
def test_one_more_never_costs_less(already: int, pieces: int, pages: int) -> None:
    assert fee_by_pieces(already, pieces + 1) >= fee_by_pieces(already, pieces)
    assert fee_by_pieces(already + 1, pieces) >= fee_by_pieces(already, pieces)
    assert fee_by_pages(pages + 1) >= fee_by_pages(pages)


@given(nth=st.integers(1, 400))
def test_the_marginal_rate_is_what_one_more_adds(nth: int) -> None:
    assert piece_rate(nth) == fee_by_pieces(nth - 1, 1)
    assert page_rate(nth) == fee_by_pages(nth) - fee_by_pages(nth - 1)


@given(already=MANY, pieces=MANY)
def test_the_lines_of_a_notice_hold_every_piece_once(already: int, pieces: int) -> None:
    lines = tariff_lines(BY_PIECES, pieces, already=already)

    assert sum(line.count for line in lines) == pieces
    assert sum(line.amount for line in lines) == fee_by_pieces(already, pieces)
    assert all(line.count > 0 for line in lines)


def test_a_notice_shows_the_free_units_too() -> None:
    lines = tariff_lines(BY_PIECES, 43)

    shown = [(line.band, line.count, line.rate, line.amount) for line in lines]
    assert shown == [
        (FeeBand(1, 10, 0), 10, 0, 0),
        (FeeBand(11, 30, 100), 20, 100, 2000),
        (FeeBand(31, 40, 200), 10, 200, 2000),
        (FeeBand(41, 50, 300), 3, 300, 900),
    ]


def test_earlier_pieces_of_the_month_fill_the_lower_bands() -> None:
    lines = tariff_lines(BY_PIECES, 4, already=28)

    assert [(line.count, line.rate) for line in lines] == [(2, 100), (2, 200)]


def test_the_last_band_of_pages_has_no_end() -> None:
    lines = tariff_lines(BY_PAGES, 250)

    assert (lines[-1].band, lines[-1].amount) == (FeeBand(201, None, 40), 2000)


def test_pages_of_one_request_are_not_added_to_another() -> None:
    with pytest.raises(ValueError, match=r"^already"):
        tariff_lines(BY_PAGES, 10, already=5)


def test_a_negative_number_of_earlier_pieces_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"^already_this_month"):
        fee_by_pieces(-1, 3)


def test_a_negative_number_of_pieces_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"^pieces"):
        fee_by_pieces(0, -1)


def test_a_negative_number_of_pages_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"^pages"):
        fee_by_pages(-1)


def test_negative_units_of_a_tariff_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"^units"):
        tariff_lines(BY_PIECES, -1)
    with pytest.raises(ValueError, match=r"^already"):
        tariff_lines(BY_PIECES, 1, already=-1)


def test_there_is_no_piece_before_the_first() -> None:
    with pytest.raises(ValueError, match=r"^nth"):
        piece_rate(0)


def test_each_tariff_stands_beside_its_article() -> None:
    # 收费办法 art. 4 by piece, art. 5 by volume.
    assert (BY_PIECES.citation.instrument, BY_PIECES.citation.article) == (FEE_2020, 4)
    assert (BY_PAGES.citation.instrument, BY_PAGES.citation.article) == (FEE_2020, 5)
    assert set(TARIFFS) == set(FeeBasis)


def test_only_pieces_accumulate_over_the_month() -> None:
    assert BY_PIECES.monthly
    assert not BY_PAGES.monthly


def test_fees_exist_from_the_day_their_measures_took_effect() -> None:
    assert date(2021, 1, 1) == FEES_SINCE == FEE_2020.in_force  # a Friday
