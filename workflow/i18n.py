"""Text in two languages: Chinese first, English beside it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WEEKDAYS = "一二三四五六日"


class Lang(StrEnum):
    """A language the program speaks."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to say, with the same placeholders in both languages."""

    zh: str
    en: str

    def say(self, lang: Lang, **facts: object) -> str:
        """Return the words in a language, with the facts put in."""
        words = self.en if lang is Lang.EN else self.zh
        return words.format(**facts) if facts else words


def chinese_date(day: date, *, weekday: bool = False) -> str:
    """Return a date as Chinese prints it: 2025年9月22日, or 2025年9月22日（周一）."""
    printed = f"{day.year}年{day.month}月{day.day}日"
    return f"{printed}（周{WEEKDAYS[day.weekday()]}）" if weekday else printed


def say_date(day: date, lang: Lang, *, weekday: bool = False) -> str:
    """Return a date as the language prints it."""
    if lang is Lang.ZH:
        return chinese_date(day, weekday=weekday)
    return f"{day:%a %Y-%m-%d}" if weekday else day.isoformat()
