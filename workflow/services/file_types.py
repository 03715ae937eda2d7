"""What kinds of file an office takes: told by the name's ending and by how the content begins."""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

LONGEST_NAME: Final = 120
_UNNAMED: Final = "附件"
_NOT_IN_NAMES: Final = frozenset('<>:"|?*')
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MACROS: Final = "vbaproject.bin"
_LINE_ENDS: Final = frozenset("\t\n\r\f")


def _begins(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(heads)


def _is_office_file(part: str) -> Callable[[bytes], bool]:
    """Return whether a content is a file of an office program, without macros.

    Only the table of contents is read: nothing is ever unpacked.
    """

    def check(content: bytes) -> bool:
        if not content.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                names = {name.lower() for name in packed.namelist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
        macros = any(name.rpartition("/")[2] == _MACROS for name in names)
        return {"[content_types].xml", part} <= names and not macros

    return check


def _is_text(content: bytes) -> bool:
    """Say whether a content is plain text as Chinese computers write it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            said = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(
            unicodedata.category(letter) == "Cc" and letter not in _LINE_ENDS for letter in said
        )
    return False


# An ending, its media type, and how its content is known. Archives are not taken: what is in them
# could be neither seen nor checked.
_TYPES: Final[Mapping[str, tuple[str, Callable[[bytes], bool]]]] = {
    "pdf": ("application/pdf", _begins(b"%PDF-")),
    "png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    "jpg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "docx": (f"{_OFFICE}.wordprocessingml.document", _is_office_file("word/document.xml")),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", _is_office_file("xl/workbook.xml")),
    "txt": ("text/plain; charset=utf-8", _is_text),
}
TAKEN: Final = tuple(_TYPES)


def media_type_of(name: str, content: bytes) -> str | None:
    """Return the media type of a file that is taken, or None: name and content must agree."""
    known = _TYPES.get(name.rpartition(".")[2].lower()) if "." in name else None
    if known is None:
        return None
    media_type, is_such = known
    return media_type if is_such(content) else None


def clean_name(name: str) -> str:
    """Return the name of a file without its folders, and without what could mislead a reader.

    Control characters go, and so do those that turn the direction of writing: with them
    a name can hide its ending.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        "_" if letter in _NOT_IN_NAMES else letter
        for letter in unicodedata.normalize("NFC", last)
        if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        return kept[:LONGEST_NAME] or _UNNAMED
    room = LONGEST_NAME - len(ending) - 1
    return f"{stem.strip(' .')[: max(room, 1)] or _UNNAMED}.{ending[:LONGEST_NAME]}"
