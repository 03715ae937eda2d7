"""All English of the pages in one table; a sentence of two areas says the same in both."""

from typing import Final

from workflow.web.english import (
    case,
    intake,
    letters,
    office,
    public,
    registers,
    reminders,
    reports,
    shell,
    steps,
    tokens,
    worklist,
)

AREAS: Final = (
    shell,
    worklist,
    case,
    steps,
    intake,
    letters,
    registers,
    office,
    tokens,
    reminders,
    reports,
    public,
)
ENGLISH: Final[dict[str, str]] = {
    chinese: english for area in AREAS for chinese, english in area.WORDS.items()
}
