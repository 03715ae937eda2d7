"""What cannot be done to a request in hand, beside what the law refuses; words in `wording`."""

from datetime import date
from decimal import Decimal

from workflow.services.errors import ServiceError


class FieldBlankError(ServiceError):
    """Something that must be said was left blank."""

    def __init__(self, field: str) -> None:
        """Keep the field."""
        super().__init__(field)
        self.field = field


class ConsultationAmbiguousError(ServiceError):
    """Several consultations may be meant; their references."""

    def __init__(self, number: str, refs: tuple[str, ...]) -> None:
        """Keep the request and the references to choose from."""
        super().__init__(number, refs)
        self.number = number
        self.refs = refs


class NothingToJudgeError(ServiceError):
    """The consultation has no objection of a third party whose grounds could be judged."""

    def __init__(self, ref: str) -> None:
        """Keep the reference."""
        super().__init__(ref)
        self.ref = ref


class DefectsMissingError(ServiceError):
    """A correction is asked for without saying what is to be corrected."""


class DefectUnexplainedError(ServiceError):
    """A defect is named, but neither what is unclear nor what to supply."""

    def __init__(self, defect: str) -> None:
        """Keep the defect."""
        super().__init__(defect)
        self.defect = defect


class DefectNotOfTheLawError(ServiceError):
    """The law that governs the request does not want the part that is asked for."""

    def __init__(self, defect: str, law: str) -> None:
        """Keep the defect and the version of the law."""
        super().__init__(defect, law)
        self.defect = defect
        self.law = law


class FeeIsNothingError(ServiceError):
    """The tariff leaves this much free: there is nothing to charge."""

    def __init__(self, units: int, already: int) -> None:
        """Keep what was counted, and what had been counted before."""
        super().__init__(units, already)
        self.units = units
        self.already = already


class FeeShortError(ServiceError):
    """Less was paid than is outstanding."""

    def __init__(self, amount: Decimal, outstanding: Decimal) -> None:
        """Keep both sums."""
        super().__init__(amount, outstanding)
        self.amount = amount
        self.outstanding = outstanding


class FeeOverpaidError(ServiceError):
    """More was paid than is outstanding."""

    def __init__(self, amount: Decimal, outstanding: Decimal) -> None:
        """Keep both sums."""
        super().__init__(amount, outstanding)
        self.amount = amount
        self.outstanding = outstanding


class NotReceivedError(ServiceError):
    """The day of receipt is not established, so nothing can be counted by month."""

    def __init__(self, number: str) -> None:
        """Keep the request."""
        super().__init__(number)
        self.number = number


class OfficeNotInDirectoryError(ServiceError):
    """The directory has no organ of this name on its list, and no contact was given for it."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name


class NothingLapsesError(ServiceError):
    """The request cannot be deemed abandoned now; the day after which it may, if there is one."""

    def __init__(self, number: str, after: date | None) -> None:
        """Keep the request and the day."""
        super().__init__(number, after)
        self.number = number
        self.after = after
