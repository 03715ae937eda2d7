"""What keeps a channel from being set up at all."""


class ExtraMissingError(Exception):
    """A package that comes with an extra is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        """Keep the extra and the package."""
        super().__init__(extra, package)
        self.extra = extra
        self.package = package
