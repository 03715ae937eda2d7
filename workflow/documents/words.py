"""The few words that the layouts say themselves, and days as a document prints them."""

from collections.abc import Sequence
from datetime import date

from workflow.documents.model import Language
from workflow.i18n import Lang, Text, chinese_date

COPIES = Text("抄送：", "Copies to: ")
PRINTED = Text("{on}印发", "issued {on}")
PAGE = Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")
DATA = Text("数据表", "The figures as a table")

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def lang_of(language: Language) -> Lang:
    """Return the language that our own words are in."""
    return Lang.ZH if language == "zh-CN" else Lang.EN


def document_date(day: date, language: Language) -> str:
    """Return a day in Arabic numerals, months unpadded: 2025年9月22日, 22 September 2025."""
    if language == "zh-CN":
        return chinese_date(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def copies_of(copies: Sequence[str], language: Language) -> str:
    """Return to whom copies go, as the foot of a letter has it."""
    joint, end = ("，", "。") if language == "zh-CN" else (", ", ".")
    return joint.join(copies) + end if copies else ""
