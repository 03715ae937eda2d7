"""The files of a request as its pages show them."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from states.chart.move import CASEWORK
from workflow.i18n import Lang, Text
from workflow.records.tables.attachments import AttachmentRow
from workflow.services.attachments import LARGEST_FILE, AttachmentKind
from workflow.services.file_types import TAKEN
from workflow.web.desk import Desk
from workflow.web.fields import Choice, Field, Filled, Kind, blank_form
from workflow.wording.attachments import KINDS, file_kind_words, size_words


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file, as a line of the list."""

    id: int
    kind: str
    name: str
    size: str
    digest: str
    added_at: datetime
    added_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_why: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The files of a request, and the form to add one where the reader may."""

    lines: tuple[FileLine, ...]
    form: Filled
    may_change: bool
    key: str
    kind: str = ""
    kind_words: str = ""

    @property
    def standing(self) -> int:
        """How many were not withdrawn."""
        return sum(line.withdrawn_at is None for line in self.lines)


def file_fields(lang: Lang) -> tuple[Field, ...]:
    """Return the fields of the form by which a file is added."""
    endings = "、".join(ending for ending in TAKEN if ending != "jpeg")
    megabytes = LARGEST_FILE // 1024**2
    return (
        Field(
            "kind",
            Text("种类", "Kind"),
            Kind.CHOICE,
            required=True,
            choices=tuple(Choice(kind.value, KINDS[kind].say(lang)) for kind in AttachmentKind),
            value=AttachmentKind.APPLICATION.value,
        ),
        Field(
            "file",
            Text("文件", "File"),
            Kind.FILE,
            required=True,
            help=Text(
                f"{endings}；每份不超过 {megabytes} MB。",
                f"{endings.replace('、', ', ')}; at most {megabytes} MB each.",
            ),
        ),
    )


def attached(
    desk: Desk, rows: Iterable[AttachmentRow], form: Filled | None = None, kind: str = ""
) -> Attached:
    """Return the files of a request for its page; of one kind alone where that is named."""
    known = kind if kind in set(AttachmentKind) else ""
    first = known or AttachmentKind.APPLICATION.value
    return Attached(
        tuple(_line(row, desk.lang) for row in rows if not known or row.kind == known),
        blank_form(file_fields(desk.lang), kind=first) if form is None else form,
        desk.role in CASEWORK,
        secrets.token_urlsafe(12),
        known,
        file_kind_words(known, desk.lang) if known else "",
    )


def file_lines(rows: Iterable[AttachmentRow], lang: Lang) -> tuple[FileLine, ...]:
    """Return the files that were not withdrawn, as the page of their request lists them."""
    return tuple(_line(row, lang) for row in rows if row.withdrawn_at is None)


def _line(row: AttachmentRow, lang: Lang) -> FileLine:
    return FileLine(
        id=row.id,
        kind=file_kind_words(row.kind, lang),
        name=row.name,
        size=size_words(row.size),
        digest=row.sha256,
        added_at=row.added_at,
        added_by=row.added_by,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
        withdrawn_why=row.withdrawn_why,
    )
