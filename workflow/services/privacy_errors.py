"""What keeps personal data from being read, taken out or made nameless."""

from workflow.services.errors import ServiceError


class NoIdentityError(ServiceError):
    """The request has no identity number that could be read."""

    def __init__(self, number: str) -> None:
        """Keep the request."""
        super().__init__(number)
        self.number = number


class NobodyFoundError(ServiceError):
    """No request is of this document; the number itself is kept nowhere."""


class RetentionUnsetError(ServiceError):
    """The office has not said for how long it keeps who asked."""
