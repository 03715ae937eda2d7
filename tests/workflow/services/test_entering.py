"""Figures that only people know: entered, put right with a reason, and refused where counted."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import TOWN, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.reports.errors import CellUnknownError
from workflow.services.entering import EnteredNow, EnterFigure, enter_figure, enterable_figures
from workflow.services.errors import AmountError, NotEnterableError


def entered(
    office: Office, *place: str, reason: str = "", year: int = 2024, form: str | None = None
) -> EnteredNow:
    table, row, column, amount = place
    command = EnterFigure(
        year=year,
        table=table,
        row=row,
        column=column,
        amount=amount,
        actor="李四",
        reason=reason,
        form_key=form,
    )
    with office.work() as uow:
        return enter_figure(command, uow, at=office.clock.now())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("318", "318"), (" 1,024 ", "1024"), ("３１８", "318"), ("0", "0"), ("7.0", "7")],
)
def test_a_count_is_kept_as_a_whole_number(office: Office, typed: str, kept: str) -> None:
    assert entered(office, "proactive", "licences", "decisions", typed).amount == kept


@pytest.mark.parametrize(("typed", "kept"), [("12.350", "12.35"), ("0.00", "0"), ("3", "3")])
def test_money_may_have_decimals(office: Office, typed: str, kept: str) -> None:
    assert entered(office, "proactive", "charges", "amount", typed).amount == kept


@pytest.mark.parametrize("typed", ["-1", "1.5", "很多", "", "NaN", "Infinity"])
def test_what_is_no_count_is_refused(office: Office, typed: str) -> None:
    with pytest.raises(AmountError):
        entered(office, "proactive", "licences", "decisions", typed)


def test_a_change_may_be_a_decrease(office: Office) -> None:
    done = entered(office, "proactive", "licences", "change", "-3", year=2020)

    assert done.amount == "-3"


def test_rows_and_columns_may_be_named_as_they_are_printed(office: Office) -> None:
    done = entered(office, "proactive", "行政许可", "本年处理决定数量", "5")

    assert (str(done.key), done.row) == ("proactive.licences.decisions", "行政许可")


def test_what_is_counted_is_not_entered(office: Office) -> None:
    with pytest.raises(NotEnterableError):
        entered(office, "requests", "R1", "total", "5")
    with pytest.raises(NotEnterableError) as refused:
        entered(office, "statistics", "17", "count", "5", year=2017, form="2014")
    assert "50" in refused.value.known


def test_a_figure_that_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(CellUnknownError):
        entered(office, "proactive", "licences", "amount", "5")


def test_entering_again_puts_it_right_and_keeps_both_with_the_reason(office: Office) -> None:
    entered(office, "proactive", "licences", "decisions", "5")
    done = entered(office, "proactive", "licences", "decisions", "6", reason="漏计一件")
    again = entered(office, "proactive", "licences", "decisions", "6")

    assert (done.before, done.amount) == ("5", "6")
    assert again.before == "6"
    with office.read() as view:
        (row,) = view.entered_figures.all()
    assert row.amount == "6"
    verified = office.verify()
    assert verified.holds
    # The office, the figure, its one correction; the same figure again wrote nothing.
    assert verified.events == 3


def test_the_list_of_figures_says_what_is_still_missing(office: Office) -> None:
    entered(office, "proactive", "licences", "decisions", "5")

    with office.read() as view:
        found = {str(one.key): one.amount for one in enterable_figures(view, 2024)}

    assert len(found) == 10
    assert found["proactive.licences.decisions"] == "5"
    assert found["proactive.penalties.decisions"] is None


def test_the_oldest_form_has_nothing_to_enter(tmp_path: Path) -> None:
    with an_installation(tmp_path, FixedClock.on(date(2018, 1, 5))) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.read() as view:
            assert enterable_figures(view, 2017) == ()
