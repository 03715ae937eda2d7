"""Whether an office's own template can serve: tried on every sample of its letter."""

from dataclasses import dataclass

from workflow.documents.model import Paragraph
from workflow.letters.catalogue import letter
from workflow.letters.environment import facts_named_in
from workflow.letters.errors import TemplateFactUnknownError, TemplateFactUnsaidError
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Shape
from workflow.letters.kinds import LetterKind
from workflow.letters.render import Letter, LetterTemplate, declared, render
from workflow.letters.samples import Sample, samples

# What a letter that rests on the law must say even where it may be blank.
_BY_LAW = frozenset({"basis", "remedy"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A template that can serve: how many letters were tried, and what it leaves out.

    `unsaid` are facts that a letter may do without; `example` is the first letter that was tried.
    """

    template: LetterTemplate
    tried: int
    unsaid: tuple[str, ...]
    example: Letter


def check_template(kind: LetterKind, source: str) -> Checked:
    """Return what came of trying a template; TemplateError says why it cannot serve."""
    template = LetterTemplate(kind, source)
    named = facts_named_in(kind, source)
    known = {fact.name for fact in declared(letter(kind))}
    if strangers := named - known:
        raise TemplateFactUnknownError(kind, 0, "、".join(sorted(strangers)))
    facts = [FACTS[name] for name in letter(kind).facts]
    unsaid = [fact for fact in facts if fact.name not in named and fact.shape is not Shape.CHOICE]
    needed = [fact.name for fact in unsaid if not fact.optional or fact.name in _BY_LAW]
    if needed:
        raise TemplateFactUnsaidError(kind, 0, "、".join(needed))
    tried = [_tried(template, sample) for sample in samples(kind)]
    return Checked(template, len(tried), tuple(fact.name for fact in unsaid), tried[0])


def _tried(template: LetterTemplate, sample: Sample) -> Letter:
    written = render(sample.kind, sample.facts, template=template)
    remedy = str(sample.facts.get("remedy", ""))
    said = "".join(block.text for block in written.document.blocks if isinstance(block, Paragraph))
    if remedy not in said:
        raise TemplateFactUnsaidError(sample.kind, 0, "remedy")
    return written
