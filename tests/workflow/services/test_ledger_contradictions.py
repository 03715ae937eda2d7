from datetime import date

import pytest

from states.statute.outcomes import Outcome
from states.statute.practice import DEFAULT_PRACTICE
from tests.workflow.services.ledgers import a_line
from workflow.ledger.faults import explain
from workflow.services.ledger.contradictions import contradictions

ASKED = {"correction_requested_on": date(2025, 3, 5)}
CORRECTED = ASKED | {"correction_received_on": date(2025, 3, 12)}
CHARGED = {"fee_notified_on": date(2025, 3, 13)}
PAID = CHARGED | {"fee_paid_on": date(2025, 3, 20)}


def ended(outcome: Outcome, **cells: object) -> dict[str, object]:
    return {"answered_on": date(2025, 3, 31), "outcome": outcome, **cells}


def found(cells: dict[str, object]) -> list[str]:
    """The columns at fault."""
    faults = contradictions(a_line(**cells), DEFAULT_PRACTICE)
    assert all(explain(fault) and explain(fault, "en") for fault in faults)
    return [fault.column for fault in faults]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        ended(Outcome.DISCLOSED),
        ended(Outcome.NOT_CORRECTED),
        ended(Outcome.NOT_CORRECTED, **ASKED),
        ended(Outcome.NOT_PAID, **CHARGED),
        ended(Outcome.OTHERWISE_CONCLUDED, **ASKED),
        ended(Outcome.EXCESSIVE),
        ended(Outcome.DISCLOSED, **CORRECTED, **PAID),
        ended(Outcome.WITHHELD_UNSPECIFIED),
        # The 2007 text took the notice to amend for a kind of reply (第二十一条第（四）项).
        ended(Outcome.STILL_UNCLEAR, **ASKED, received_on=date(2018, 3, 1)),
        # Answered far out of time: a breach, and history.
        ended(Outcome.DISCLOSED, received_on=date(2024, 3, 1)),
    ],
)
def test_history_is_let_in(cells: dict[str, object]) -> None:
    assert found(cells) == []


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        # 条例(2007) 自2008年5月1日起施行.
        ({"received_on": date(2008, 4, 30)}, "收到日期"),
        # The 2007 text knows no lapse; 第三十条 of 2019 does.
        (ended(Outcome.NOT_CORRECTED, received_on=date(2019, 5, 14)), "答复类型"),
        (ended(Outcome.EXCESSIVE, received_on=date(2019, 5, 14)), "答复类型"),
        # 收费办法 自2021年1月1日起施行.
        (ended(Outcome.NOT_PAID, received_on=date(2020, 12, 31)), "答复类型"),
        (CHARGED | {"received_on": date(2020, 12, 31)}, "收到日期"),
        (
            {"received_on": date(2018, 3, 1), "fee_notified_on": date(2018, 3, 5)},
            "收费通知日期",
        ),
        (ended(Outcome.NOT_CORRECTED, **CORRECTED), "答复类型"),
        (ended(Outcome.NOT_PAID, **PAID), "答复类型"),
        (ended(Outcome.DISCLOSED, **ASKED), "补正收到日期"),
        (ended(Outcome.OTHERWISE_CONCLUDED, **ASKED, letter_number="1号"), "补正收到日期"),
        (ended(Outcome.DISCLOSED, **CHARGED), "缴费日期"),
        (ASKED | CHARGED, "补正收到日期"),
        (CORRECTED | {"fee_notified_on": date(2025, 3, 10)}, "收费通知日期"),
        (PAID | {"correction_requested_on": date(2025, 3, 18)}, "补正通知日期"),
        (CHARGED | {"correction_requested_on": date(2025, 3, 18)}, "缴费日期"),
    ],
)
def test_what_cannot_be_true_is_named_by_its_column(cells: dict[str, object], column: str) -> None:
    assert found(cells) == [column]


def test_the_outcomes_that_the_law_has_are_listed() -> None:
    cells = ended(Outcome.NOT_CORRECTED, received_on=date(2018, 3, 1))

    (fault,) = contradictions(a_line(**cells), DEFAULT_PRACTICE)

    assert fault.value == "其他处理-逾期不补正"
    assert fault.value not in fault.hint
    assert "予以公开" in fault.hint
