"""What is entered after a report was issued: which figures, by which records, when, by whom."""

from datetime import date

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.workflow.services.issuing import CLERK, HEAD, Issuing
from workflow.records.facts import (
    OpeningBalance,
)
from workflow.records.register_facts import Publication
from workflow.services.entering import EnterFigure, enter_figure
from workflow.services.reporting import (
    ReportWanted,
    report_year,
)


def test_a_request_entered_late_is_an_erratum_that_says_what_when_and_by_whom(
    issuing: Issuing,
) -> None:
    issuing.received("1", answered=Outcome.DISCLOSED)
    issuing.freeze()
    assert issuing.errata() == {}
    issuing.clock.move(days=3)
    issuing.received("2", answered=Outcome.NOT_HELD)

    errata = issuing.errata()

    assert set(errata) == {
        f"requests.{row}.{column}"
        for row in ("R1", "R3.4.1", "R3.7")
        for column in ("natural_person", "total")
    } | {
        f"supplement.{place}"
        for place in (
            "received.year",
            "received.cumulative",
            "closed.year",
            "closed.cumulative",
            "in_person.year",
            "not_available.year",
            "on_time.year",
        )
    }
    one = errata["requests.R1.total"]
    assert (one.was, one.now, one.came, one.went) == (1, 2, ("2",), ())
    assert [(c.number, c.kind, c.actor) for c in one.causes] == [
        ("2", "registered", CLERK),
        ("2", "received", CLERK),
        ("2", "reply_sent", CLERK),
    ]
    assert {cause.entered_at for cause in one.causes} == {issuing.at}


def test_a_reply_annulled_later_moves_the_request_and_gives_its_reason(issuing: Issuing) -> None:
    issuing.received("1", answered=Outcome.DISCLOSED)
    issuing.freeze()
    issuing.clock.move(days=3)
    issuing.annul_last("1")

    errata = issuing.errata()

    gone = errata["requests.R3.1.total"]
    assert (gone.was, gone.now, gone.came, gone.went) == (1, 0, (), ("1",))
    assert [(cause.kind, cause.actor, cause.reason) for cause in gone.causes] == [
        ("annulled", HEAD, "录入错误")
    ]
    left = errata["requests.R4.total"]
    assert (left.was, left.now, left.came) == (0, 1, ("1",))
    assert "requests.R1.total" not in errata


def test_a_figure_that_stays_while_its_list_changes_is_an_erratum(issuing: Issuing) -> None:
    issuing.received("1", answered=Outcome.DISCLOSED)
    issuing.received("2")
    issuing.freeze()
    issuing.clock.move(days=3)
    issuing.annul_last("1")
    with issuing.office.work() as uow:
        uow.requests.record(
            "2",
            Event(EventKind.REPLY_SENT, date(2025, 4, 1), outcome=Outcome.DISCLOSED),
            actor=CLERK,
            at=issuing.at,
            calendar=issuing.office.calendar,
        )

    one = issuing.errata()["requests.R3.1.total"]

    assert (one.was, one.now, one.came, one.went) == (1, 1, ("2",), ("1",))


def test_an_entered_figure_put_right_later_is_an_erratum(issuing: Issuing) -> None:
    place = {"year": 2025, "table": "proactive", "row": "licences", "column": "decisions"}
    with issuing.office.work() as uow:
        enter_figure(EnterFigure(**place, amount="7", actor=CLERK), uow, at=issuing.at)  # type: ignore[arg-type]
    issuing.freeze()
    issuing.clock.move(days=3)
    with issuing.office.work() as uow:
        command = EnterFigure(**place, amount="8", actor=HEAD, reason="漏计一件")  # type: ignore[arg-type]
        enter_figure(command, uow, at=issuing.at)

    errata = issuing.errata()

    assert list(errata) == ["proactive.licences.decisions"]
    one = errata["proactive.licences.decisions"]
    assert (one.was, one.now) == (7, 8)
    assert [(c.kind, c.actor, c.reason) for c in one.causes] == [("amended", HEAD, "漏计一件")]


def test_a_figure_that_nothing_entered_explains_says_so(issuing: Issuing) -> None:
    issuing.received("1", channel=Channel.FAX)
    issuing.freeze()
    practice = issuing.office.installation.settings.practice
    issuing.office.installation.settings.practice = type(practice)(fax_counts_as_post_2008=False)

    errata = issuing.errata()

    assert {place: (one.was, one.now) for place, one in errata.items() if "year" in place} == {
        "supplement.letter.year": (1, 0),
        "supplement.fax.year": (0, 1),
    }
    assert {one.causes for one in errata.values()} == {()}


def test_an_opening_balance_entered_late_is_an_erratum_of_the_cumulative_figure(
    issuing: Issuing,
) -> None:
    with issuing.office.work() as uow:
        uow.publications.add(
            Publication(title="预算", published_on=date(2025, 3, 3), channels="website"),
            actor=CLERK,
            at=issuing.at,
        )
    issuing.freeze(form_key="2008")
    issuing.clock.move(days=3)
    with issuing.office.work() as uow:
        opening = OpeningBalance(
            indicator="主动公开文件数", as_of_on=date(2024, 12, 31), amount=160
        )
        uow.opening_balances.add(opening, actor=CLERK, at=issuing.at)

    errata = issuing.errata()

    one = errata["statistics.主动公开文件数.cumulative"]
    assert (one.was, one.now) == (1, 161)
    assert [(cause.kind, cause.actor) for cause in one.causes] == [("registered", CLERK)]


def test_next_year_begins_with_what_was_frozen(issuing: Issuing) -> None:
    issuing.received("1")
    issuing.freeze()
    issuing.clock.move(days=3)
    issuing.received("2")

    with issuing.office.read() as view:
        report = report_year(
            view, ReportWanted(year=2026), at=issuing.at, calendar=issuing.office.calendar
        )

    # One was carried out in print, two are carried in by the records.
    assert [(f.where, f.left, f.right) for f in report.findings if f.rule == "K4"] == [
        ("requests.R2.natural_person", 2, 1),
        ("requests.R2.total", 2, 1),
    ]
