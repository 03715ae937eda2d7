"""What keeps a job from being queued or run."""

from workflow.services.errors import ServiceError


class JobUnknownError(ServiceError):
    """There is no job of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Keep the name, and those that there are."""
        super().__init__(name)
        self.name = name
        self.known = known


class QueueNeedsServerError(ServiceError):
    """Jobs wait in PostgreSQL; where the records are a file, whoever queues them runs them."""
