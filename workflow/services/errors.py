"""What a service refuses, beside what the law and the records do; words are made at the edge."""


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


class RelatedToItselfError(ServiceError):
    """A request was to be linked with itself, or kept apart from itself."""

    def __init__(self, number: str) -> None:
        """Keep the number."""
        super().__init__(number)
        self.number = number


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
