"""The fonts of this computer, looked for once: what sets a document, and what it cannot set."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import typst

from workflow.documents.errors import GlyphMissingError
from workflow.documents.faces import Faces, faces_for
from workflow.documents.glyphs import Coverage
from workflow.documents.model import Language, Layout
from workflow.settings import Settings

# Characters without a shape of their own: spaces, line ends, and what only steers the others.
_SHAPELESS = {"Cf", "Zs", "Zl", "Zp", "Cc"}
_REGULAR = 400
_VARIATIONS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


@dataclass(frozen=True, slots=True)
class FontBook:
    """Every font there is, as the typesetter takes it."""

    fonts: typst.Fonts
    families: frozenset[str]
    files: dict[str, tuple[Path, int]] = field(compare=False)

    @classmethod
    def found(cls, *folders: Path, system: bool = True) -> "FontBook":
        """Look for fonts in some folders, and where this system keeps them."""
        fonts = typst.Fonts(
            include_system_fonts=system,
            include_embedded_fonts=True,  # for English; none of them has Chinese
            font_paths=[str(folder) for folder in folders],
        )
        regular_last = sorted(fonts.fonts(), key=lambda font: -abs(font.weight - _REGULAR))
        files = {font.family: (Path(font.path), font.index) for font in regular_last if font.path}
        return cls(fonts, frozenset(fonts.families()), files)

    def faces(self, layout: Layout, language: Language) -> Faces:
        """Choose the typefaces of a document, or refuse where there is no Chinese one."""
        return faces_for(layout, language, self.families)

    def check(self, text: str, families: Iterable[str]) -> None:
        """Refuse a text with a character that no font here can show."""
        missing = {it for it in set(text) if not _is_shapeless(it)}
        for family in dict.fromkeys((*families, *sorted(self.files))):
            if not missing:
                return
            if family in self.files:
                covered = _coverage(*self.files[family])
                missing = {it for it in missing if it not in covered}
        if missing:
            raise GlyphMissingError("".join(sorted(missing)))


@cache
def system_fonts() -> FontBook:
    """Return the fonts of this computer and of the folder that the settings name."""
    folder = Settings().font_dir
    return FontBook.found() if folder is None else FontBook.found(folder)


@cache
def _coverage(path: Path, index: int) -> Coverage:
    return Coverage.of(path, index)


@lru_cache(maxsize=65_536)
def _is_shapeless(character: str) -> bool:
    return unicodedata.category(character) in _SHAPELESS or ord(character) in _VARIATIONS
