"""What can be asked of a report in vain."""


class ReportError(Exception):
    """A question about a report that has no answer."""


class FormUnknownError(ReportError):
    """There is no form of that key, or none for that year."""

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        """Keep the key or the year that was asked for, and the keys there are."""
        super().__init__(wanted)
        self.wanted = wanted
        self.known = known


class CellUnknownError(ReportError):
    """The form has no such cell; keeps the part that is wrong and what would be right."""

    def __init__(self, part: str, wanted: str, known: tuple[str, ...]) -> None:
        """Keep which part (table, row, column) was not found, and what there is."""
        super().__init__(part, wanted)
        self.part = part
        self.wanted = wanted
        self.known = known
