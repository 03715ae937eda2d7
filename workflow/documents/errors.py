"""What can keep a document from being written."""


class DocumentError(Exception):
    """A document that cannot be written as it is, or here."""


class TableShapeError(DocumentError):
    """A table whose cells leave a gap, overlap, or stand out of it."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(f"row {row + 1}, column {column + 1}")
        self.row = row + 1  # as people count
        self.column = column + 1


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


class FontMissingError(DocumentError):
    """No font of this computer has Chinese: a page would show boxes."""

    def __init__(self) -> None:
        self.package = "fonts-noto-cjk"
        self.command = f"sudo apt-get install {self.package}"
        super().__init__(f"no Chinese font is installed; install {self.package}: {self.command}")


class GlyphMissingError(DocumentError):
    """Some characters that no font of this computer can show."""

    def __init__(self, characters: str) -> None:
        super().__init__(" ".join(f"{it} (U+{ord(it):04X})" for it in characters))
        self.characters = characters


class CellTooLongError(DocumentError):
    """A text that is longer than a cell of a spreadsheet may be."""

    def __init__(self, where: str, length: int, limit: int) -> None:
        super().__init__(f"{where}: {length} > {limit}")
        self.where = where
        self.length = length
        self.limit = limit
