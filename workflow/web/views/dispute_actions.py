"""Complaints, reconsiderations and suits: what is answered, and how each ended."""

from collections.abc import Callable
from typing import Final

from states.statute.disputes import DisputeDecision, DisputeResult
from workflow.i18n import Text
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers import complaints, disputes
from workflow.services.registers.books import LAWSUITS, RECONSIDERATIONS, Book
from workflow.services.registers.entering import put_right
from workflow.services.registers.lights import Due, due
from workflow.web.desk import Desk
from workflow.web.views.book_page import Action, Asked, Done, Row


def _conclude_complaint(done: Done, uow: UnitOfWork) -> None:
    command = complaints.ConcludeComplaint(
        row_id=done.row.id,
        finding=complaints.Finding(done.form["finding"]),
        result=done.form["result"],
        concluded_on=done.form["concluded_on"],
    )
    complaints.conclude_complaint(command, uow, done.by)


COMPLAINT: Final = (
    Action(
        "conclude",
        Text("登记办结", "Conclude"),
        (Asked("finding"), Asked("result", required=False), Asked("concluded_on", is_today=True)),
        _conclude_complaint,
        complaints.is_open,
    ),
)


def dispute_due(desk: Desk, row: Row) -> Due | None:
    """Return what is due next in a dispute."""
    calendar = desk.office.calendar
    found = disputes.deadlines(row, calendar, desk.office.practice, desk.today)
    return due(found[0], desk.today, calendar) if found and not row.annulled else None


def _answer(book: Book) -> Callable[[Done, UnitOfWork], None]:
    def run(done: Done, uow: UnitOfWork) -> None:
        changes = {"answered_on": done.form["answered_on"]}
        put_right(book, done.row.id, changes, "答复", uow, done.by)

    return run


def _conclude(book: Book) -> Callable[[Done, UnitOfWork], object]:
    def run(done: Done, uow: UnitOfWork) -> object:
        result = done.form["result"]
        command = disputes.Conclude(
            row_id=done.row.id,
            decision=DisputeDecision(done.form["decision"]),
            concluded_on=done.form["concluded_on"],
            result=DisputeResult(result) if result else None,
        )
        return disputes.conclude(book, command, uow, done.by)

    return run


def _judged(done: Done, uow: UnitOfWork) -> None:
    changes = {name: done.form[name] for name in ("paper", "served_on")}
    put_right(LAWSUITS, done.row.id, changes, "裁判文书", uow, done.by)


def _appeal(done: Done, uow: UnitOfWork) -> None:
    changes = {name: done.form[name] for name in ("appealed_on", "appellant")}
    put_right(LAWSUITS, done.row.id, changes, "上诉", uow, done.by)


def _is_unanswered(row: Row) -> bool:
    return disputes.is_open(row) and row.answered_on is None


def _awaits_judgment(row: Row) -> bool:
    return disputes.is_open(row) and row.served_on is None


def _may_be_appealed(row: Row) -> bool:
    return row.served_on is not None and row.appealed_on is None


_END: Final = (
    Asked("decision"),
    Asked("result", required=False, blank=Text("（按决定种类归入）", "(by the decision)")),
    Asked("concluded_on", is_today=True),
)
_ANSWER_WORDS = Text("登记书面答复", "Record the answer")
_END_WORDS = Text("登记审结", "Record how it ended")
RECONSIDERATION: Final = (
    Action(
        "answer",
        _ANSWER_WORDS,
        (Asked("answered_on", is_today=True),),
        _answer(RECONSIDERATIONS),
        _is_unanswered,
    ),
    Action("conclude", _END_WORDS, _END, _conclude(RECONSIDERATIONS), disputes.is_open),
)
LAWSUIT: Final = (
    Action(
        "answer",
        Text("登记答辩举证", "Record defence and evidence"),
        (Asked("answered_on", is_today=True),),
        _answer(LAWSUITS),
        _is_unanswered,
    ),
    Action(
        "judged",
        Text("登记裁判文书", "Record judgment or ruling"),
        (Asked("paper"), Asked("served_on", is_today=True)),
        _judged,
        _awaits_judgment,
    ),
    Action(
        "appeal",
        Text("登记上诉", "Record an appeal"),
        (Asked("appellant"), Asked("appealed_on", is_today=True)),
        _appeal,
        _may_be_appealed,
    ),
    Action("conclude", _END_WORDS, _END, _conclude(LAWSUITS), disputes.is_open),
)
