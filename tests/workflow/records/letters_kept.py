"""Letters as the register takes them, with fixed values."""

from datetime import date

from tests.fakes import FixedClock
from workflow.records.letters import NewLetter
from workflow.records.tables.letters import LetterRow
from workflow.records.unit_of_work import UnitOfWork

DAY = date(2025, 9, 22)  # Monday
AT = FixedClock.on(DAY).now()
SERIES = "净公开告"


class InVainError(Exception):
    """What goes wrong after a number was taken."""


def a_letter(
    uow: UnitOfWork,
    *,
    series: str = SERIES,
    year: int = DAY.year,
    kind: str = "correction_notice",
    key: str | None = None,
) -> LetterRow:
    """Enter a letter under the next number of a series; without a series, a form."""
    number = uow.letters.take_number(series, year) if series else None
    new = NewLetter(
        kind=kind,
        issued_on=DAY,
        text="张三：\n　　……\n",
        facts={"addressee": "张三", "corrections": [{"point": "甲"}]},
        template="# 题目",
        number=number,
        request_id=1,
        request_number="净公开申〔2025〕1号",
    )
    return uow.letters.issue(new, actor="李四", at=AT, idempotency_key=key)
