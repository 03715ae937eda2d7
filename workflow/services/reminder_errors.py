"""What is refused of reminders: rules that are not there, days, and what was not given up."""

from workflow.services.errors import ServiceError


class ReminderNotGivenUpError(ServiceError):
    """No reminder of this key was given up, and so none is tried again."""

    def __init__(self, key: str) -> None:
        """Keep the key."""
        super().__init__(key)
        self.key = key


class ReminderRuleUnknownError(ServiceError):
    """There is no reminder rule of this name."""

    def __init__(self, rule: str) -> None:
        """Keep what was said."""
        super().__init__(rule)
        self.rule = rule


class ReminderDaysError(ServiceError):
    """A rule may not speak so many working days before."""

    def __init__(self, rule: str, days: int, most: int) -> None:
        """Keep the rule, the days and the most there may be."""
        super().__init__(rule, days)
        self.rule = rule
        self.days = days
        self.most = most


class ReminderDaysFixedError(ServiceError):
    """A rule speaks on the day or after it, and is not moved by days."""

    def __init__(self, rule: str) -> None:
        """Keep the rule."""
        super().__init__(rule)
        self.rule = rule
