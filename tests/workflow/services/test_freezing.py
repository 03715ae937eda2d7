"""A report is issued: it stands as it is, and what comes later is said beside it."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from states.statute.outcomes import Outcome
from states.steps import Role
from tests.workflow.services.issuing import HEAD, NEW_YEAR, Issuing
from workflow.records.verification import ChainBreak, Fault
from workflow.reports.render import to_html, to_json
from workflow.services.errors import (
    NotYetFrozenError,
    PublicationDayError,
    ReportErrorsError,
    ReportFrozenError,
    ReportPublishedError,
    ReportRoleError,
    YearNotOverError,
)


def test_a_year_that_is_not_over_is_not_frozen(issuing: Issuing) -> None:
    with pytest.raises(YearNotOverError):
        issuing.freeze(year=2026)


def test_a_frozen_report_does_not_change_with_later_facts(issuing: Issuing) -> None:
    issuing.received("1", answered=Outcome.DISCLOSED)
    frozen = issuing.freeze()
    before = issuing.shown()
    issuing.clock.move(days=3)
    issuing.received("2", answered=Outcome.NOT_HELD)

    after = issuing.shown()

    assert (frozen.turn, frozen.overridden) == (1, 0)
    assert after.is_frozen
    assert after.printed == before.printed
    assert to_html(after.printed) == to_html(before.printed)
    assert to_json(after.printed) == to_json(before.printed)
    assert after.printed.figure("requests", "R1", "total") == 1
    assert issuing.now()["requests.R1.total"] == 2


def test_an_instant_asks_for_the_report_to_be_counted_anew(issuing: Issuing) -> None:
    issuing.received("1")
    issuing.freeze()
    issuing.clock.move(days=3)
    issuing.received("2")

    now = issuing.shown(as_known_on=issuing.at)

    assert not now.is_frozen
    assert now.printed.figure("requests", "R1", "total") == 2


def test_the_list_behind_a_frozen_figure_stands_too(issuing: Issuing) -> None:
    issuing.received("1", answered=Outcome.DISCLOSED)
    issuing.freeze()
    issuing.clock.move(days=3)
    issuing.annul_last("1")

    found = issuing.opened("requests", "R3.1", "自然人")

    assert (found.value, [record.number for record in found.records]) == (1, ["1"])
    assert found.is_frozen
    assert issuing.now()["requests.R3.1.natural_person"] == 0


def test_a_report_with_errors_is_issued_by_the_head_alone_and_says_why(issuing: Issuing) -> None:
    issuing.received("1", answered=Outcome.WITHHELD_UNSPECIFIED)

    with pytest.raises(ReportErrorsError):
        issuing.freeze()
    with pytest.raises(ReportErrorsError):
        issuing.freeze(Role.HEAD_OF_OFFICE, override_reason="  ")
    with pytest.raises(ReportRoleError):
        issuing.freeze(override_reason="上级已同意")
    frozen = issuing.freeze(Role.HEAD_OF_OFFICE, override_reason="理由待补")

    assert frozen.overridden == 3
    shown = issuing.shown().printed
    assert shown.override is not None
    assert (shown.override.by, shown.override.reason) == (HEAD, "理由待补")
    assert "王五决定照此封存，理由：理由待补" in to_html(shown)


def test_a_year_is_frozen_once_and_superseded_by_the_head_with_a_reason(issuing: Issuing) -> None:
    issuing.received("1")
    first = issuing.freeze()
    issuing.clock.move(days=3)
    issuing.received("2")

    with pytest.raises(ReportFrozenError):
        issuing.freeze()
    with pytest.raises(ReportRoleError):
        issuing.freeze(supersede_reason="补录")
    second = issuing.freeze(Role.HEAD_OF_OFFICE, supersede_reason="补录")

    assert (first.turn, second.turn) == (1, 2)
    assert issuing.shown().printed.figure("requests", "R1", "total") == 2
    assert issuing.shown().printed.supersedes == "补录"
    with issuing.office.read() as view:
        kept = view.frozen_reports.every(2025)
    assert [(row.turn, row.supersede_reason) for row in kept] == [(1, ""), (2, "补录")]
    assert issuing.errata() == {}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_does_no_casework_issues_no_report(issuing: Issuing, role: Role) -> None:
    with pytest.raises(ReportRoleError):
        issuing.freeze(role)
    issuing.freeze()
    with pytest.raises(ReportRoleError):
        issuing.publish(NEW_YEAR, role)


def test_a_publication_is_a_fact_of_the_frozen_report(issuing: Issuing) -> None:
    with pytest.raises(NotYetFrozenError):
        issuing.publish(NEW_YEAR)
    issuing.freeze()
    for day in (date(2026, 1, 5), date(2026, 1, 7)):  # before the freeze; not yet
        with pytest.raises(PublicationDayError):
            issuing.publish(day)

    issuing.publish(NEW_YEAR)

    published = issuing.shown().published
    assert published is not None
    assert (published.published_on, published.url) == (NEW_YEAR, "https://example.cn")
    with pytest.raises(ReportPublishedError):
        issuing.publish(NEW_YEAR)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE frozen_report SET content = '{}'",
        "DELETE FROM frozen_report",
        "UPDATE frozen_cell SET amount = '9'",
        "DELETE FROM frozen_cell",
    ],
)
def test_the_database_itself_refuses_to_alter_what_was_issued(
    issuing: Issuing, statement: str
) -> None:
    issuing.freeze()

    with pytest.raises(DBAPIError, match="insert-only"), issuing.office.work() as uow:
        uow.connection.execute(text(statement))


def test_verification_takes_the_digest_again(issuing: Issuing) -> None:
    issuing.received("1")
    issuing.freeze()
    assert issuing.office.verify().holds

    with issuing.office.work() as uow:
        on = " ON frozen_cell" if uow.connection.dialect.name == "postgresql" else ""
        uow.connection.execute(text(f"DROP TRIGGER frozen_cell_is_never_changed{on}"))
        uow.connection.execute(
            text("UPDATE frozen_cell SET amount = '2' WHERE row_key = 'R1' AND amount = '1'")
        )

    found = issuing.office.verify().first_break
    assert isinstance(found, ChainBreak)
    assert (found.what, found.subject, found.columns) == (
        Fault.ROW_CHANGED,
        "frozen_report",
        ("digest",),
    )
