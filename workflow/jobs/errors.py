"""What keeps a job from being run."""

from workflow.services.errors import ServiceError


class JobUnknownError(ServiceError):
    """There is no job of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Keep the name, and those that there are."""
        super().__init__(name)
        self.name = name
        self.known = known
