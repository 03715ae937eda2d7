"""Which typeface sets what: the official ones first, then those that are free."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypedDict

from workflow.documents.errors import FontMissingError
from workflow.documents.model import Language, Layout

# Every family that has Chinese, the better first; each is listed under the names it goes by.
_SONG = (
    "SimSun", "宋体", "STSong", "华文宋体", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC",
    "Source Han Serif SC", "Source Han Serif CN", "思源宋体", "NSimSun", "FandolSong",
)  # fmt: skip
_FREE_SONG = tuple(name for name in _SONG if name.startswith(("Noto", "Source", "思源")))
_HEI = (
    "SimHei", "黑体", "STHeiti", "Heiti SC", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC", "Source Han Sans CN", "思源黑体", "Microsoft YaHei", "微软雅黑",
    "PingFang SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "FandolHei",
)  # fmt: skip
_FANG = (
    "FZFangSong-Z02", "方正仿宋_GBK", "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋",
    "STFangsong", "华文仿宋", "FandolFang",
)  # fmt: skip
_KAI = (
    "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "Kaiti SC",
    "LXGW WenKai", "霞鹜文楷", "FandolKai",
)  # fmt: skip
_TITLE = (
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05",
    "方正小标宋_GBK",
    "方正小标宋",
)
# In English these come first: a Chinese font sets an apostrophe as wide as a character.
_SERIF = ("Times New Roman", "Liberation Serif", "Noto Serif", "Libertinus Serif")
_SANS = ("Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Libertinus Serif")
_EVERY = (*_FREE_SONG, *_SONG, *_HEI)
# These come in one weight; what must stand out in them is set in 黑体 instead.
_ONE_WEIGHT = {*_FANG, *_KAI, *_TITLE, "SimSun", "宋体", "NSimSun", "SimHei", "黑体"}


class Bold(TypedDict):
    """How what must stand out is set."""

    font: list[str]
    weight: str


@dataclass(frozen=True, slots=True)
class Faces:
    """The families of one document, each with those that stand in where it lacks a character."""

    body: list[str]
    title: list[str]
    head: list[str]
    kai: list[str]
    number: list[str]

    @property
    def bold(self) -> Bold:
        """How what must stand out in the body is set."""
        if self.body[0] in _ONE_WEIGHT:
            return {"font": self.head, "weight": "regular"}
        return {"font": self.body, "weight": "bold"}


def faces_for(layout: Layout, language: Language, families: Collection[str]) -> Faces:
    """Choose among the families that are there; without any that has Chinese, refuse."""
    there = frozenset(families)
    general = _there(_EVERY, there)
    if not _there((*_FANG, *_EVERY), there):
        raise FontMissingError
    body = _FANG if layout is Layout.OFFICIAL else ()
    song = (*_SONG, *_FREE_SONG)
    serif, sans = (_SERIF, _SANS) if language == "en" else ((), ())

    def chosen(*preferred: str) -> list[str]:
        return _there((*preferred, *general), there)

    return Faces(
        body=chosen(*serif, *body, *song),
        title=chosen(*serif, *_TITLE, *_FREE_SONG, *_SONG),
        head=chosen(*sans, *_HEI),
        kai=chosen(*sans, *_KAI, *_HEI),
        number=chosen(*serif, *song),
    )


def _there(names: Iterable[str], there: Collection[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name in there]
