"""The registers of one office, as seen over one connection."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection

from states.statute.practice import Practice
from workflow.records import registers
from workflow.records.accounts import Accounts
from workflow.records.allowances import Allowances
from workflow.records.attachments import Attachments
from workflow.records.calendars import NoticeRegister
from workflow.records.chain import Chain
from workflow.records.command_keys import CommandKeys
from workflow.records.deputies import Away, away_on
from workflow.records.duty import Absence, Handover
from workflow.records.facts import (
    EnteredFigure,
    Narrative,
    OpeningBalance,
    OtherOffice,
    RecordsCorrection,
    ReportDraft,
    ReportPublication,
    StaffMember,
)
from workflow.records.frozen import FrozenReports
from workflow.records.letters import LetterRegister
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.offices import OfficeRegister
from workflow.records.outbox import OutboxTable
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Publication,
    Reconsideration,
    RefusalReview,
)
from workflow.records.registers import Register
from workflow.records.requests import RequestRegister
from workflow.records.saved_views import SavedViews
from workflow.records.slots import SlotTable
from workflow.records.store import Store
from workflow.records.tables.directory import OtherOfficeRow
from workflow.records.tables.duty import AbsenceRow, HandoverRow
from workflow.records.tables.mail import IncomingMailRow, OutgoingMailRow
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.own_records import RecordsCorrectionRow
from workflow.records.tables.registers import (
    ComplaintRow,
    CounterConsultationRow,
    LawsuitRow,
    PublicationRow,
    ReconsiderationRow,
    RefusalReviewRow,
)
from workflow.records.tables.reports import (
    EnteredFigureRow,
    NarrativeRow,
    OpeningBalanceRow,
    ReportDraftRow,
    ReportPublicationRow,
)
from workflow.records.tokens import Tokens


class View:
    """What an office has on record, at one moment."""

    def __init__(
        self,
        connection: Connection,
        office_id: int,
        practice: Practice,
        now: Callable[[], datetime],
    ) -> None:
        """Look over a connection that somebody else opened and will close."""
        self.connection = connection
        self.office_id = office_id
        self.practice = practice
        self._now = now
        self.store = Store(connection, office_id)
        self.chain = Chain(self.store)
        self._away: dict[date, list[Away]] = {}

    def away_on(self, day: date) -> list[Away]:
        """Return who is absent on a day; asked twice in every move, and looked up once.

        Once the register of absences is taken up it may be written to, and each time is looked.
        """
        if "absences" in vars(self):
            return away_on(self.store, day)
        if day not in self._away:
            self._away[day] = away_on(self.store, day)
        return self._away[day]

    @cached_property
    def requests(self) -> RequestRegister:
        """The requests for disclosure."""
        return RequestRegister(self.store, self.chain, self.practice)

    @cached_property
    def publications(self) -> Register[Publication, PublicationRow]:
        """What was published proactively, or has yet to be."""
        return Register(self.store, self.chain, registers.PUBLICATIONS)

    @cached_property
    def complaints(self) -> Register[Complaint, ComplaintRow]:
        """Complaints and reports."""
        return Register(self.store, self.chain, registers.COMPLAINTS)

    @cached_property
    def reconsiderations(self) -> Register[Reconsideration, ReconsiderationRow]:
        """Administrative reconsiderations."""
        return Register(self.store, self.chain, registers.RECONSIDERATIONS)

    @cached_property
    def lawsuits(self) -> Register[Lawsuit, LawsuitRow]:
        """Administrative lawsuits."""
        return Register(self.store, self.chain, registers.LAWSUITS)

    @cached_property
    def counter_consultations(self) -> Register[CounterConsultation, CounterConsultationRow]:
        """Questions asked at the counter."""
        return Register(self.store, self.chain, registers.COUNTER_CONSULTATIONS)

    @cached_property
    def refusal_reviews(self) -> Register[RefusalReview, RefusalReviewRow]:
        """The reviews of what was withheld."""
        return Register(self.store, self.chain, registers.REFUSAL_REVIEWS)

    @cached_property
    def incoming_mail(self) -> Register[IncomingMail, IncomingMailRow]:
        """The letters that came in."""
        return Register(self.store, self.chain, registers.INCOMING_MAIL)

    @cached_property
    def outgoing_mail(self) -> Register[OutgoingMail, OutgoingMailRow]:
        """The letters that went out."""
        return Register(self.store, self.chain, registers.OUTGOING_MAIL)

    @cached_property
    def absences(self) -> Register[Absence, AbsenceRow]:
        """Who is absent, and who acts for them."""
        return Register(self.store, self.chain, registers.ABSENCES)

    @cached_property
    def handovers(self) -> Register[Handover, HandoverRow]:
        """What was handed over from one person to another."""
        return Register(self.store, self.chain, registers.HANDOVERS)

    @cached_property
    def records_corrections(self) -> Register[RecordsCorrection, RecordsCorrectionRow]:
        """Applications to have one's own records corrected."""
        return Register(self.store, self.chain, registers.RECORDS_CORRECTIONS)

    @cached_property
    def other_offices(self) -> Register[OtherOffice, OtherOfficeRow]:
        """Other organs, and what each is responsible for."""
        return Register(self.store, self.chain, registers.OTHER_OFFICES)

    @cached_property
    def opening_balances(self) -> Register[OpeningBalance, OpeningBalanceRow]:
        """Figures from before the office used the program."""
        return Register(self.store, self.chain, registers.OPENING_BALANCES)

    @cached_property
    def narratives(self) -> Register[Narrative, NarrativeRow]:
        """The office's own text for its reports."""
        return Register(self.store, self.chain, registers.NARRATIVES)

    @cached_property
    def entered_figures(self) -> Register[EnteredFigure, EnteredFigureRow]:
        """The figures of the reports that only people can know."""
        return Register(self.store, self.chain, registers.ENTERED_FIGURES)

    @cached_property
    def report_drafts(self) -> Register[ReportDraft, ReportDraftRow]:
        """The years whose draft has appeared."""
        return Register(self.store, self.chain, registers.REPORT_DRAFTS)

    @cached_property
    def frozen_reports(self) -> FrozenReports:
        """The reports as they were issued."""
        return FrozenReports(self.store, self.chain)

    @cached_property
    def report_publications(self) -> Register[ReportPublication, ReportPublicationRow]:
        """Which frozen reports were published."""
        return Register(self.store, self.chain, registers.REPORT_PUBLICATIONS)

    @cached_property
    def staff(self) -> Register[StaffMember, StaffRow]:
        """The members of staff."""
        return Register(self.store, self.chain, registers.STAFF)

    @cached_property
    def accounts(self) -> Accounts:
        """Who may sign in at the desk, in any office."""
        return Accounts(self.store)

    @cached_property
    def tokens(self) -> Tokens:
        """By which tokens other programs ask, in any office."""
        return Tokens(self.store)

    @cached_property
    def command_keys(self) -> CommandKeys:
        """What programs sent under which idempotency key."""
        return CommandKeys(self.store)

    @cached_property
    def saved_views(self) -> SavedViews:
        """The worklists that people saved."""
        return SavedViews(self.store)

    @cached_property
    def allowances(self) -> Allowances:
        """How often something was tried of late."""
        return Allowances(self.store)

    @cached_property
    def offices(self) -> OfficeRegister:
        """Every office of the installation."""
        return OfficeRegister(self.store, self.chain)

    @cached_property
    def notices(self) -> NoticeRegister:
        """The holiday notices loaded for every office."""
        return NoticeRegister(self.store)

    @cached_property
    def letters(self) -> LetterRegister:
        """The letters that were issued."""
        return LetterRegister(self.store, self.chain)

    @cached_property
    def attachments(self) -> Attachments:
        """The files of requests."""
        return Attachments(self.store, self.chain)

    @cached_property
    def outbox(self) -> OutboxTable:
        """The notices to send."""
        return OutboxTable(self.store, self._now)

    @cached_property
    def slots(self) -> SlotTable:
        """The runs of the scheduler."""
        return SlotTable(self.store)
