"""What keeps a file from being added to a request, or withdrawn; words are made at the edge."""

from workflow.services.errors import ServiceError


class FileEmptyError(ServiceError):
    """A file that holds nothing was to be added."""

    def __init__(self, name: str) -> None:
        """Keep its name."""
        super().__init__(name)
        self.name = name


class FileTooLargeError(ServiceError):
    """A file is larger than what is taken."""

    def __init__(self, name: str, limit: int) -> None:
        """Keep its name, and the limit in bytes and in megabytes."""
        super().__init__(name, limit)
        self.name = name
        self.limit = limit
        self.megabytes = limit // 1024**2


class FileTypeError(ServiceError):
    """A file is of no kind that is taken, or not of the kind that its name says."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Keep its name, and the endings that are taken."""
        super().__init__(name, known)
        self.name = name
        self.known = known


class FileThereError(ServiceError):
    """The very same file is among the attachments already."""

    def __init__(self, name: str) -> None:
        """Keep the name it has there."""
        super().__init__(name)
        self.name = name


class FileWithdrawnError(ServiceError):
    """A file was withdrawn before."""

    def __init__(self, name: str) -> None:
        """Keep its name."""
        super().__init__(name)
        self.name = name
