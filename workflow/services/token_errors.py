"""What keeps a token of the API from being made; words are made at the edge."""

from datetime import date

from workflow.services.errors import ServiceError


class TokenNameError(ServiceError):
    """A token is to say which program bears it, in so many characters at most."""

    def __init__(self, longest: int) -> None:
        """Keep how long its name may be."""
        super().__init__(longest)
        self.longest = longest


class TokenDayError(ServiceError):
    """A token that would hold until a day already over holds never."""

    column = "token.expires_on"

    def __init__(self, on: date) -> None:
        """Keep the day."""
        super().__init__(on)
        self.on = on
