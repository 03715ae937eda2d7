"""What the registers refuse; each carries what a reader needs to know."""

from datetime import date

from workflow.services.errors import ServiceError


class IndexNumberTakenError(ServiceError):
    """Another publication bears the index number."""

    def __init__(self, index_number: str, title: str) -> None:
        """Keep the number, and what bears it."""
        super().__init__(index_number, title)
        self.index_number = index_number
        self.title = title


class ReviewMissingError(ServiceError):
    """Something is to be published that no review has let through."""

    def __init__(self, title: str) -> None:
        """Keep what it is."""
        super().__init__(title)
        self.title = title


class ReviewerIsOfficerError(ServiceError):
    """Whoever prepared something reviews it themselves."""

    def __init__(self, name: str) -> None:
        """Keep who."""
        super().__init__(name)
        self.name = name


class AlreadyPublishedError(ServiceError):
    """Something was published before."""

    def __init__(self, title: str, on: date) -> None:
        """Keep what, and when."""
        super().__init__(title, on)
        self.title = title
        self.on = on


class AlreadyConcludedError(ServiceError):
    """A dispute or a complaint has its result."""

    def __init__(self, subject: str, row_id: int, on: date) -> None:
        """Keep which, and since when."""
        super().__init__(subject, row_id, on)
        self.subject = subject
        self.row_id = row_id
        self.on = on


class NotWithheldError(ServiceError):
    """Nothing of the request was withheld that could be reviewed."""

    def __init__(self, number: str, item: str) -> None:
        """Keep the request and the item."""
        super().__init__(number, item)
        self.number = number
        self.item = item


class MailUnknownError(ServiceError):
    """The mail book has no such letter."""

    def __init__(self, reference: str) -> None:
        """Keep what was asked for."""
        super().__init__(reference)
        self.reference = reference


class GuideIncompleteError(ServiceError):
    """The public guide lacks something that the law has it say."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        """Keep the keys of the profile and the settings that are not filled in."""
        super().__init__(missing)
        self.missing = missing
