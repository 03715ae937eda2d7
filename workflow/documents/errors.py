"""What can keep a document from being written."""


class DocumentError(Exception):
    """A document that cannot be written as it is, or here."""


class TableShapeError(DocumentError):
    """A table whose cells leave a gap, overlap, or stand out of it."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(f"row {row + 1}, column {column + 1}")
        self.row = row
        self.column = column


class QrTooLongError(DocumentError):
    """A text that no QR code holds."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


class UnsafeFigureError(DocumentError):
    """A drawing that is no SVG, or holds more than shapes and text."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part
