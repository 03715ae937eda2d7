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
