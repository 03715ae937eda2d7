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


class MailServerMissingError(ServiceError):
    """Email was asked for, and no mail server is set, or nobody whom it comes from."""

    def __init__(self, setting: str) -> None:
        """Keep the setting that lacks its value."""
        super().__init__(setting)
        self.setting = setting


class GoodReasonMissingError(ServiceError):
    """What is late is taken only for a good reason, and none was written down."""

    def __init__(self, number: str) -> None:
        """Keep the request."""
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
