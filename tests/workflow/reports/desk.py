"""A register filled by hand: rows as the office would have them, in memory."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import create_engine
from sqlmodel import Session

from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.records.counting import Counted, counted_years
from workflow.records.figures import Figures
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.moment import UpTo
from workflow.records.tables.metadata import METADATA
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.registers import (
    ComplaintRow,
    LawsuitRow,
    PublicationRow,
    ReconsiderationRow,
)
from workflow.records.tables.reports import (
    EnteredFigureRow,
    NarrativeRow,
    OpeningBalanceRow,
)
from workflow.records.tables.requests import EventRow, RequestRow
from workflow.reports.annual import AnnualReport, Asking, annual_report
from workflow.reports.cells import Cell, CellKey, Number, list_cell
from workflow.reports.forms.shape import Form

OFFICE = 1
REGISTERED_AT = datetime(2017, 1, 3, 1, 0, tzinfo=UTC)

Row = (
    ComplaintRow
    | EnteredFigureRow
    | LawsuitRow
    | NarrativeRow
    | OfficeRow
    | OpeningBalanceRow
    | PublicationRow
    | ReconsiderationRow
    | RequestRow
)


class Desk:
    """One office and its rows, numbered as they are put in."""

    def __init__(self, phone: str = "", fax: str = "") -> None:
        """Open an office that has nothing on record."""
        engine = create_engine("sqlite://")
        METADATA.create_all(engine)
        self.session = Session(engine)
        self._rows = 0
        self._events = 0
        self._put(
            OfficeRow(
                id=OFFICE,
                name="净峰镇人民政府",
                short_name="净峰镇",
                phone=phone,
                fax=fax,
                created_at=REGISTERED_AT,
            )
        )

    def _next(self) -> int:
        self._rows += 1
        return self._rows

    def _put(self, row: Row) -> int:
        self.session.add(row)
        self.session.flush()
        return row.id

    def another_office(self, name: str, parent: str, place: int) -> int:
        """Open another office, below one that is named."""
        return self._put(OfficeRow(id=place, name=name, parent=parent, created_at=REGISTERED_AT))

    def published(
        self,
        on: date,
        *channels: str,
        category: str = "",
        normative: bool = False,
        office: int = OFFICE,
    ) -> int:
        """Put in an item published on a day."""
        return self._put(
            PublicationRow(
                office_id=office,
                id=(place := self._next()),
                index_number=f"P{place}",
                title="一条信息",
                category=category,
                normative=normative,
                published_on=on,
                channels=" ".join(channels),
            )
        )

    def requested(
        self,
        received_on: date | None,
        *,
        channel: str = "in_person",
        kind: str = "natural_person",
        closed_on: date | None = None,
        outcome: str | None = None,
        state: str = "",
        on_time: bool | None = None,
        office: int = OFFICE,
    ) -> int:
        """Put in a request, open unless a day of closing is given."""
        state = state or ("received" if closed_on is None else "answered")
        received_year, closed_year = counted_years(state, received_on, closed_on)
        return self._put(
            RequestRow(
                office_id=office,
                id=(place := self._next()),
                number=f"R{place}",
                channel=channel,
                applicant="申请人",
                applicant_kind=kind,
                content="申请的内容",
                registered_at=REGISTERED_AT,
                state=state,
                received_on=received_on,
                closed_on=closed_on,
                received_year=received_year,
                closed_year=closed_year,
                outcome=outcome,
                on_time=on_time,
            )
        )

    def reopened(self, request: int) -> None:
        """Let a request stand as if it had not been closed."""
        row = self.session.get_one(RequestRow, (OFFICE, request))
        row.state, row.closed_on, row.closed_year, row.outcome = "received", None, None, None
        self.session.add(row)
        self.session.flush()

    def complained(self, on: date) -> int:
        """Put in a complaint."""
        return self._put(
            ComplaintRow(office_id=OFFICE, id=self._next(), received_on=on, matter="反映的事项")
        )

    def reconsidered(
        self, on: date, concluded_on: date | None = None, result: str = "pending"
    ) -> int:
        """Put in a reconsideration."""
        return self._put(
            ReconsiderationRow(
                office_id=OFFICE,
                id=self._next(),
                received_on=on,
                authority="惠安县人民政府",
                concluded_on=concluded_on,
                result=result,
            )
        )

    def sued(
        self,
        on: date,
        concluded_on: date | None = None,
        result: str = "pending",
        *,
        after_reconsideration: bool = False,
    ) -> int:
        """Put in a lawsuit."""
        return self._put(
            LawsuitRow(
                office_id=OFFICE,
                id=self._next(),
                received_on=on,
                after_reconsideration=after_reconsideration,
                concluded_on=concluded_on,
                result=result,
            )
        )

    def typed(self, year: int, table: str, row: str, column: str, amount: str) -> int:
        """Put in a figure that people entered."""
        return self._put(
            EnteredFigureRow(
                office_id=OFFICE,
                id=self._next(),
                year=year,
                form_table=table,
                row_key=row,
                column_key=column,
                amount=amount,
            )
        )

    def began_with(self, indicator: str, on: date, amount: int) -> int:
        """Put in an opening balance."""
        return self._put(
            OpeningBalanceRow(
                office_id=OFFICE, id=self._next(), indicator=indicator, as_of_on=on, amount=amount
            )
        )

    def wrote(self, year: int, section: str, body: str) -> int:
        """Put in the office's own text for a section."""
        return self._put(
            NarrativeRow(office_id=OFFICE, id=self._next(), year=year, section=section, body=body)
        )

    def entered(
        self,
        subject: str,
        subject_id: int,
        kind: str,
        on: date,
        at: datetime,
        *,
        details: dict[str, str] | None = None,
        annuls: int | None = None,
    ) -> int:
        """Put in an event, and return its place in the chain."""
        self._events += 1
        self.session.add(
            EventRow(
                office_id=OFFICE,
                seq=self._events,
                subject=subject,
                subject_id=subject_id,
                position=self._events,
                kind=kind,
                happened_on=on,
                entered_at=at,
                actor="clerk",
                details=details or {},
                annuls=annuls,
                previous_hash="",
                hash="",
            )
        )
        self.session.flush()
        return self._events

    @property
    def figures(self) -> Figures:
        """The figures of what was put in."""
        return Figures(self.session)

    def report(
        self,
        year: int = 2017,
        *,
        practice: Practice = DEFAULT_PRACTICE,
        form: Form | None = None,
        as_known_on: datetime | None = None,
        at: datetime | None = None,
        roll_up: bool = False,
        last_frozen: Mapping[CellKey, Number] | None = None,
        office: int = OFFICE,
    ) -> AnnualReport:
        """Return the report of a year."""
        asking = Asking(
            office=office,
            year=year,
            form=form,
            upto=None if as_known_on is None else UpTo(instant=as_known_on),
            at=at,
            roll_up=roll_up,
            practice=practice,
            last_frozen=last_frozen or {},
        )
        return annual_report(self.figures, asking)

    def as_known_on(self, instant: datetime) -> FiguresAsKnownOn:
        """The figures as they were known."""
        return FiguresAsKnownOn(self.session, instant)

    def listed(self, cell: Cell) -> tuple[Counted, ...]:
        """Return the records behind a figure."""
        return list_cell(self.figures, cell)

    def numbers(self, cell: Cell) -> list[str]:
        """Return the numbers of the records behind a figure."""
        return [record.number for record in self.listed(cell)]


def statistics(report: AnnualReport) -> dict[str, tuple[int, int]]:
    """Return year and cumulative figures of the 2008 form by bare name."""
    return {
        row.name: (
            int(report.cell("statistics", row.label, "year").value),
            int(report.cell("statistics", row.label, "cumulative").value),
        )
        for row in report.form.tables[0].rows
    }


def rules(report: AnnualReport) -> Sequence[str]:
    """Return the rules that were broken, in order."""
    return [finding.rule for finding in report.findings]
