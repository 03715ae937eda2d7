"""Publications: entering one, its review and its publication, and by when."""

from typing import Final

from workflow.i18n import Text
from workflow.records.register_facts import Publication
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers import publishing
from workflow.services.registers.entering import By
from workflow.services.registers.lights import Due, due
from workflow.services.roles import REVIEWERS
from workflow.web.desk import Desk
from workflow.web.views.book_page import Action, Asked, Done, Row


def enter_publication(facts: Publication, uow: UnitOfWork, by: By) -> int:
    """Enter what was formed: today, where no day is said."""
    return publishing.enter_publication(facts, uow, by)


def amend_publication(
    row: Row, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put a publication right, past no review."""
    publishing.amend_publication(row.id, changes, reason, uow, by)


def publication_due(desk: Desk, row: Row) -> Due | None:
    """Return how what is to be published stands today, or how what was published late stood."""
    refused = row.review and row.review not in publishing.LET_THROUGH
    if row.formed_on is None or refused or row.annulled:
        return None
    calendar = desk.office.calendar
    deadline = publishing.deadline_of(row, calendar, desk.office.practice)
    found = due(deadline, row.published_on or desk.today, calendar)
    return found if row.published_on is None or found.is_late else None


def _review(done: Done, uow: UnitOfWork) -> None:
    command = publishing.Review(
        row_id=done.row.id,
        decision=publishing.ReviewDecision(done.form["review"]),
        basis=done.form["review_basis"],
        reviewer=done.desk.actor,
        reviewed_on=done.form["reviewed_on"],
    )
    publishing.review(command, uow, done.by)


def _publish(done: Done, uow: UnitOfWork) -> None:
    channels = " ".join(done.form["channels"])
    publishing.publish(done.row.id, done.form["published_on"], channels, uow, done.by)


def _is_unpublished(row: Row) -> bool:
    return row.published_on is None


def _may_be_published(row: Row) -> bool:
    return row.published_on is None and row.review in publishing.LET_THROUGH


PUBLICATION: Final = (
    Action(
        "review",
        Text("登记保密审查", "Record the secrecy review"),
        (Asked("review"), Asked("review_basis"), Asked("reviewed_on", is_today=True)),
        _review,
        _is_unpublished,
        REVIEWERS,
    ),
    Action(
        "publish",
        Text("登记公开", "Record the publication"),
        (Asked("published_on", is_today=True), Asked("channels")),
        _publish,
        _may_be_published,
    ),
)
