"""What is right today and will not be: run weekly with `pytest -m staleness`."""

import pytest

from states.calendar.workdays import built_in
from workflow.clock import SystemClock, legal_date

DECEMBER = 12


@pytest.mark.staleness
def test_next_years_holiday_notice_is_there_by_december() -> None:
    today = legal_date(SystemClock().now())
    wanted = today.year + 1 if today.month == DECEMBER else today.year

    assert built_in().announced(wanted), (
        f"the holiday notice for {wanted} is missing; "
        "docs/how-to/enter-next-years-holiday-notice.md says where it is found"
    )
