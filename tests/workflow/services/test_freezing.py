"""A report is issued: it stands as it is, and what comes later is said beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import TOWN, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.facts import (
    NewFact,
    NewRequest,
    OpeningBalance,
    RequestFacts,
)
from workflow.records.register_facts import (
    Publication,
)
from workflow.records.verification import ChainBreak, Fault
from workflow.reports.errata import Erratum
from workflow.reports.render import to_html, to_json
from workflow.services.entering import EnterFigure, enter_figure
from workflow.services.errors import (
    NotYetFrozenError,
    PublicationDayError,
    ReportErrorsError,
    ReportFrozenError,
    ReportPublishedError,
    ReportRoleError,
    YearNotOverError,
)
from workflow.services.freezing import (
    FreezeReport,
    Frozen,
    PublishReport,
    freeze_report,
    publish_report,
    report_errata,
)
from workflow.services.reporting import (
    Opened,
    ReportWanted,
    Shown,
    open_figure,
    report_year,
    show_report,
)

CLERK, HEAD = "李四", "王五"
NEW_YEAR = date(2026, 1, 6)  # Tuesday


@dataclass
class Issuing:
    """An office in January, and what it can do with last year's report."""

    office: Office
    clock: FixedClock

    @property
    def at(self) -> datetime:
        return self.clock.now()

    def received(
        self, number: str, *, answered: Outcome | None = None, channel: Channel = Channel.IN_PERSON
    ) -> None:
        """Enter a request of March 2025, answered in April where an outcome is given."""
        history = [NewFact(Event(EventKind.RECEIVED, date(2025, 3, 3)))]
        if answered is not None:
            reply = Event(EventKind.REPLY_SENT, date(2025, 3, 20), outcome=answered)
            history.append(NewFact(reply))
        facts = RequestFacts(channel=channel, applicant="张三", content="预算")
        with self.office.work() as uow:
            uow.requests.add(
                NewRequest(facts, tuple(history), number=number),
                actor=CLERK,
                at=self.at,
                calendar=self.office.calendar,
            )

    def annul_last(self, number: str) -> None:
        with self.office.work() as uow:
            last = uow.requests.history(number)[-1]
            uow.requests.annul(
                number,
                last.seq,
                reason="录入错误",
                actor=HEAD,
                at=self.at,
                calendar=self.office.calendar,
            )

    def freeze(
        self,
        role: Role = Role.CLERK,
        year: int = 2025,
        *,
        form_key: str | None = None,
        override_reason: str = "",
        supersede_reason: str = "",
    ) -> Frozen:
        command = FreezeReport(
            year=year,
            actor=HEAD if role is Role.HEAD_OF_OFFICE else CLERK,
            role=role,
            form_key=form_key,
            override_reason=override_reason,
            supersede_reason=supersede_reason,
        )
        with self.office.work() as uow:
            return freeze_report(command, uow, at=self.at, calendar=self.office.calendar)

    def publish(self, on: date, role: Role = Role.CLERK) -> None:
        command = PublishReport(year=2025, on=on, actor=CLERK, role=role, url="https://example.cn")
        with self.office.work() as uow:
            publish_report(command, uow, at=self.at)

    def shown(self, **wanted: object) -> Shown:
        asked = ReportWanted(year=2025, **wanted)  # type: ignore[arg-type]
        with self.office.read() as view:
            return show_report(view, asked, at=self.at, calendar=self.office.calendar)

    def opened(self, *place: str) -> Opened:
        table, row, column = place
        with self.office.read() as view:
            return open_figure(
                view,
                ReportWanted(year=2025),
                (table, row, column),
                at=self.at,
                calendar=self.office.calendar,
            )

    def errata(self) -> dict[str, Erratum]:
        with self.office.read() as view:
            found = report_errata(view, 2025, at=self.at, calendar=self.office.calendar)
        return {str(erratum.key): erratum for erratum in found}

    def now(self) -> dict[str, object]:
        """The figures as they count now."""
        with self.office.read() as view:
            report = report_year(
                view, ReportWanted(year=2025), at=self.at, calendar=self.office.calendar
            )
        return {str(key): cell.value for key, cell in report.cells.items()}


@pytest.fixture
def issuing(tmp_path: Path) -> Iterator[Issuing]:
    clock = FixedClock.on(NEW_YEAR)
    with an_installation(tmp_path, clock) as installation:
        yield Issuing(installation.establish(TOWN, actor="管理员"), clock)


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

    with pytest.raises(IntegrityError, match="insert-only"), issuing.office.work() as uow:
        uow.connection.execute(text(statement))


def test_verification_takes_the_digest_again(issuing: Issuing) -> None:
    issuing.received("1")
    issuing.freeze()
    assert issuing.office.verify().holds

    with issuing.office.work() as uow:
        uow.connection.execute(text("DROP TRIGGER frozen_cell_is_never_changed"))
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
