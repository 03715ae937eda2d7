"""What a service refuses, beside what the law and the records do; words are made at the edge."""

from datetime import date


class ServiceError(Exception):
    """What was asked cannot be done; nothing was written."""


class StaffUnknownError(ServiceError):
    """Nobody of this name is on duty."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class StaffOnDutyError(ServiceError):
    """Somebody of this name is on duty already."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class StaffAbsentError(ServiceError):
    """Somebody is on the staff and absent on the day."""

    def __init__(self, name: str, on: date, until: date | None, deputy: str) -> None:
        """Keep who, when, until when, and who acts for them."""
        super().__init__(name, on)
        self.name = name
        self.on = on
        self.until = until
        self.deputy = deputy


class AbsenceOverlapsError(ServiceError):
    """Somebody is entered as absent in that time already."""

    def __init__(self, name: str, from_on: date) -> None:
        """Keep who, and when the other absence begins."""
        super().__init__(name, from_on)
        self.name = name
        self.from_on = from_on


class NotAbsentError(ServiceError):
    """Somebody comes back who was not away."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class OwnRoleError(ServiceError):
    """Somebody gives themselves another role."""

    def __init__(self, name: str) -> None:
        """Keep who."""
        super().__init__(name)
        self.name = name


class OneselfError(ServiceError):
    """Nobody stands in for themselves, or hands work over to themselves."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class NotDeputyError(ServiceError):
    """Somebody acts for another whose deputy they are not on the day."""

    def __init__(self, name: str, absent: str) -> None:
        """Keep both."""
        super().__init__(name, absent)
        self.name = name
        self.absent = absent


class DaysReversedError(ServiceError):
    """A day lies before another that it must follow."""

    def __init__(self, column: str, on: date, earlier: str, earlier_on: date) -> None:
        """Keep both days and what they are of, as `register.column`."""
        super().__init__(column, on, earlier, earlier_on)
        self.column = column
        self.on = on
        self.earlier = earlier
        self.earlier_on = earlier_on


class DayToComeError(ServiceError):
    """Something is entered as having happened on a day that has not come."""

    def __init__(self, column: str, on: date, today: date) -> None:
        """Keep the day, what it is of, and today."""
        super().__init__(column, on, today)
        self.column = column
        self.on = on
        self.today = today


class TooManyTriesError(ServiceError):
    """Something was tried more often than is allowed within a span of time."""

    def __init__(self, minutes: int) -> None:
        """Keep after how many minutes it may be tried again."""
        super().__init__(minutes)
        self.minutes = minutes


class ReasonBlankError(ServiceError):
    """What is put right or made void needs its reason."""


class NothingChangedError(ServiceError):
    """A change changes nothing."""


class MailServerMissingError(ServiceError):
    """Email was asked for, and no mail server is set, or nobody whom it comes from."""

    def __init__(self, setting: str) -> None:
        """Keep the setting that lacks its value."""
        super().__init__(setting)
        self.setting = setting


class ExtraNotInstalledError(ServiceError):
    """What was set up needs a package that comes with an extra, and is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        """Keep the extra and the package."""
        super().__init__(extra, package)
        self.extra = extra
        self.package = package


class YearNotOverError(ServiceError):
    """A report is frozen once its year is over."""

    def __init__(self, year: int) -> None:
        """Keep the year."""
        super().__init__(year)
        self.year = year


class ReportErrorsError(ServiceError):
    """The report has errors, and nobody said why it should be issued all the same."""

    def __init__(self, year: int, errors: int) -> None:
        """Keep the year, and how many errors there are."""
        super().__init__(year, errors)
        self.year = year
        self.errors = errors


class ReportFrozenError(ServiceError):
    """The report of the year was frozen before, and nobody said why it should be again."""

    def __init__(self, year: int, on: date, by: str) -> None:
        """Keep the year, and when and by whom it was frozen."""
        super().__init__(year, on, by)
        self.year = year
        self.on = on
        self.by = by


class NotYetFrozenError(ServiceError):
    """The report of the year was not frozen."""

    def __init__(self, year: int) -> None:
        """Keep the year."""
        super().__init__(year)
        self.year = year


class ReportRoleError(ServiceError):
    """What was asked of a report is not for this role."""

    def __init__(self, what: str, role: str) -> None:
        """Keep what was asked, and the role."""
        super().__init__(what, role)
        self.what = what
        self.role = role


class ReportPublishedError(ServiceError):
    """The report was published before; its publication is put right by an amendment."""

    def __init__(self, year: int, on: date) -> None:
        """Keep the year, and the day of publication on record."""
        super().__init__(year, on)
        self.year = year
        self.on = on


class PublicationDayError(ServiceError):
    """The day of publication lies ahead, or before the report was frozen."""

    def __init__(self, year: int, on: date, frozen_on: date) -> None:
        """Keep the year, the day given, and the day of the freeze."""
        super().__init__(year, on, frozen_on)
        self.year = year
        self.on = on
        self.frozen_on = frozen_on


class NotEnterableError(ServiceError):
    """The figure is counted from the registers; nobody enters it."""

    def __init__(self, where: str, known: tuple[str, ...]) -> None:
        """Keep the figure, and those that people enter in its table."""
        super().__init__(where, known)
        self.where = where
        self.known = known


class AmountError(ServiceError):
    """What was entered is no amount that the figure can be."""

    def __init__(self, where: str, amount: str) -> None:
        """Keep the figure, and what was entered."""
        super().__init__(where, amount)
        self.where = where
        self.amount = amount


class GoodReasonMissingError(ServiceError):
    """What is late is taken only for a good reason, and none was written down."""

    def __init__(self, number: str) -> None:
        """Keep the request."""
        super().__init__(number)
        self.number = number


class RelatedToItselfError(ServiceError):
    """A request was to be linked with itself, or kept apart from itself."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


class OrganKnownError(ServiceError):
    """The directory has an organ of this name already."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class OrganUnknownError(ServiceError):
    """The directory has no organ of this name."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class RecordsConcludedError(ServiceError):
    """The correction of records was concluded before."""

    def __init__(self, row_id: int, concluded_on: date) -> None:
        """Keep the row and the day."""
        super().__init__(row_id, concluded_on)
        self.row_id = row_id
        self.concluded_on = concluded_on


class RecordsUnexplainedError(ServiceError):
    """A result was given without saying to whom, where, or why."""

    def __init__(self, result: str) -> None:
        """Keep the result."""
        super().__init__(result)
        self.result = result


class RecordsResultError(ServiceError):
    """The law that governs the correction of records has no such result."""

    def __init__(self, result: str, law: str) -> None:
        """Keep the result and the version of the law."""
        super().__init__(result, law)
        self.result = result
        self.law = law


class PartsTooFewError(ServiceError):
    """A request was to be split into fewer than two matters, or into one without words."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


class NothingToAmendError(ServiceError):
    """A registration was to be put right, and what was given is what it says already."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


class NumberPatternError(ServiceError):
    """A pattern cannot make a number of its own for every year and serial."""

    def __init__(self, pattern: str, wrong: str) -> None:
        """Keep the pattern and the part of it that is wrong."""
        super().__init__(pattern, wrong)
        self.pattern = pattern
        self.wrong = wrong


class LoginTakenError(ServiceError):
    """A login was given out before; it is never given out again."""

    def __init__(self, login: str) -> None:
        """Keep the login."""
        super().__init__(login)
        self.login = login


class PasswordTooShortError(ServiceError):
    """A password has fewer characters than are asked for."""

    def __init__(self, shortest: int) -> None:
        """Keep how many are asked for; never the password."""
        super().__init__(shortest)
        self.shortest = shortest


class PasswordWrongError(ServiceError):
    """The old password is not the one on record."""

    def __init__(self, login: str) -> None:
        """Keep whose it is."""
        super().__init__(login)
        self.login = login


class TooManyViewsError(ServiceError):
    """Somebody has saved as many views of the worklist as stand side by side."""

    def __init__(self, most: int) -> None:
        """Keep how many there may be."""
        super().__init__(most)
        self.most = most
