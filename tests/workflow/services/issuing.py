"""An office in January, and what it can do with last year's report."""

from dataclasses import dataclass
from datetime import date, datetime

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.facts import NewFact, NewRequest, RequestFacts
from workflow.reports.errata import Erratum
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
