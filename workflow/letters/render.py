"""A letter from its facts and a template: the document that every writer can print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from jinja2.exceptions import SecurityError, UndefinedError

from workflow.documents.model import (
    Block,
    Document,
    Layout,
    Letterhead,
    PageBreak,
    Paragraph,
    Role,
    Signature,
)
from workflow.documents.text import to_text
from workflow.letters.catalogue import letter
from workflow.letters.environment import built_in, compiled, facts_named_in
from workflow.letters.errors import (
    TemplateFactUnknownError,
    TemplateForbiddenError,
    TemplateLayoutError,
)
from workflow.letters.fact_catalogue import FACTS, FRAME
from workflow.letters.facts import Fact, checked
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.markup import blocks_of
from workflow.records.canonical import JsonValue

LANGUAGE = "zh"


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The words of a letter: the template's text, known by its digest."""

    kind: LetterKind
    source: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, by which an issued letter names it."""
        return sha256(self.source.encode()).hexdigest()

    @classmethod
    def built_in(cls, kind: LetterKind) -> "LetterTemplate":
        """Return the template that the program brings along."""
        return cls(kind, built_in(kind.value))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as written: its document, the facts it says, and the template that worded them.

    `issued` is its text as it went out, where it has: that is kept whatever becomes of a writer.
    """

    kind: LetterKind
    document: Document
    facts: dict[str, JsonValue]
    template: LetterTemplate
    issued: str | None = None

    @property
    def text(self) -> str:
        """The letter as plain text."""
        return to_text(self.document) if self.issued is None else self.issued


def declared(row: LetterRule) -> tuple[Fact, ...]:
    """Return the facts of a letter: those of its frame, and those that its template says."""
    frame = tuple(fact for fact in FRAME if fact.name not in row.facts)
    return (*frame, *(FACTS[name] for name in row.facts))


def render(
    kind: LetterKind,
    facts: Mapping[str, JsonValue],
    *,
    template: LetterTemplate | None = None,
    created_at: datetime | None = None,
) -> Letter:
    """Write a letter.

    Raises FactMissingError or FactInvalidError for its facts, and a TemplateError where an
    office's own template cannot serve.
    """
    row = letter(kind)
    used = template or LetterTemplate.built_in(kind)
    values = checked(kind.value, declared(row), facts)
    blocks = _blocks(row, used, values)
    issuer, number = str(values["issuer"]), str(values["document_number"])
    signature = Signature(issuer, date.fromisoformat(str(values["issued_on"])))
    document = Document(
        title=row.title,
        language="zh-CN",
        layout=Layout.FORM if row.is_form else Layout.OFFICIAL,
        blocks=tuple(_signed(blocks, signature)) if row.is_signed else blocks,
        letterhead=None if row.is_form else Letterhead(issuer, number),
        created_at=created_at,
    )
    return Letter(kind, document, values, used)


def _blocks(
    row: LetterRule, template: LetterTemplate, values: Mapping[str, JsonValue]
) -> tuple[Block, ...]:
    strangers = facts_named_in(row.kind, template.source) - values.keys()
    if strangers:
        raise TemplateFactUnknownError(row.kind, 0, "、".join(sorted(strangers)))
    try:
        written = compiled(row.kind, template.source).render(values)
    except (SecurityError, UndefinedError, TypeError, ValueError, KeyError) as error:
        raise TemplateForbiddenError(row.kind, 0, str(error)) from error
    blocks = blocks_of(row.kind, written)
    if not any(isinstance(block, Paragraph) and block.role is Role.TITLE for block in blocks):
        raise TemplateLayoutError(row.kind, 0, "# ")
    return blocks


def _signed(blocks: Sequence[Block], signature: Signature) -> Iterator[Block]:
    """Yield the blocks with the signature where it belongs.

    That is after the text and before the notes at its end; what begins a new page is attached.
    """
    end = next(
        (place for place, block in enumerate(blocks) if isinstance(block, PageBreak)), len(blocks)
    )
    while end and _is_note(blocks[end - 1]):
        end -= 1
    yield from blocks[:end]
    yield signature
    yield from blocks[end:]


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.NOTE
