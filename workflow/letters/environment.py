"""The language of letter templates: facts and their printing, in a sandbox, and nothing else.

A template makes the structure of a letter; a value never does. Whatever a template prints of a
fact is sealed between two marks that no text can hold, and `markup` takes it as it stands.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join
from jinja2.sandbox import SandboxedEnvironment

from states.citation import chinese_number
from states.terms import label
from workflow.documents.literal import literal
from workflow.i18n import chinese_date
from workflow.letters.errors import TemplateForbiddenError, TemplateSyntaxFaultError
from workflow.records.canonical import JsonValue

# Noncharacters of Unicode: `literal` leaves none of them in any text.
OPEN, CLOSE, BREAK = "\ufdd0", "\ufdd1", "\ufdd2"

_STOPS = "。．.；;，,、 \n"
# All that a template may be made of. Nothing is called, multiplied or read from elsewhere, and
# nothing asks whether a fact is there: it always is, blank where it may be.
_PARTS = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.List,
    nodes.Tuple,
)


def _sealed(value: object) -> str:
    """Return a value as it is printed, set apart from what the template says."""
    if isinstance(value, StrictUndefined):
        return str(value)  # which raises, naming it
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise SecurityError(f"{type(value).__name__} is not printed")
    return f"{OPEN}{literal(str(value)).replace(chr(10), BREAK)}{CLOSE}"


def _day(value: str) -> str:
    return chinese_date(date.fromisoformat(value))


def _month(value: str) -> str:
    day = date.fromisoformat(value)
    return f"{day.year}年{day.month}月"


def _ordinal(number: int) -> str:
    return f"（{chinese_number(number)}）"


def _unstopped(text: str) -> str:
    """Return a text without the stop at its end, to stand in a sentence."""
    return text.rstrip(_STOPS)


def _named(code: str, group: str) -> str:
    return label(group, code)


FILTERS = {
    "day": _day,
    "month": _month,
    "ordinal": _ordinal,
    "unstopped": _unstopped,
    "named": _named,
    "join": do_join,
    "length": len,
}


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_sealed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # a letter is no page: its writers put in what their format needs
    )
    environment.filters = dict(FILTERS)
    environment.tests = {}
    environment.globals.clear()
    return environment


_ENVIRONMENT = _environment()


def built_in(name: str) -> str:
    """Return the text of a template that the program brings along."""
    return (files("workflow.letters") / "templates" / f"{name}.zh.txt.jinja").read_text("utf-8")


@lru_cache(maxsize=256)
def facts_named_in(kind: str, source: str) -> frozenset[str]:
    """Return the facts that a template names, or raise a TemplateError."""
    try:
        tree = _ENVIRONMENT.parse(source)
        _check_parts(kind, tree)
        return frozenset(meta.find_undeclared_variables(tree))
    except TemplateSyntaxError as error:
        raise TemplateSyntaxFaultError(kind, error.lineno, error.message or "") from error


def _check_parts(kind: str, tree: nodes.Template) -> None:
    """Raise TemplateForbiddenError where a template is made of more than it may be."""
    for node in _below(tree):
        if not isinstance(node, _PARTS) or (
            isinstance(node, nodes.Filter) and node.name not in FILTERS
        ):
            said = getattr(node, "name", None) or type(node).__name__
            raise TemplateForbiddenError(kind, node.lineno, str(said))


def _below(node: nodes.Node) -> list[nodes.Node]:
    found = [node]
    for child in node.iter_child_nodes():
        found.extend(_below(child))
    return found


@lru_cache(maxsize=256)
def compiled(kind: str, source: str) -> Template:
    """Return a template ready to be filled, or raise a TemplateError."""
    facts_named_in(kind, source)  # which knows every way in which it may be wrong
    return _ENVIRONMENT.from_string(source)


def phrase(name: str, facts: Mapping[str, JsonValue]) -> str:
    """Return one paragraph that a built-in template makes: its lines run on."""
    written = compiled(name, built_in(name)).render(facts)
    return unsealed("".join(line.strip() for line in written.splitlines()))


def unsealed(text: str) -> str:
    """Return a stretch of written text without the marks around its values."""
    return text.replace(OPEN, "").replace(CLOSE, "").replace(BREAK, "\n")
