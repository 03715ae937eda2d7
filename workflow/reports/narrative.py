"""The text of a report: the office's own words, or ours, with the figures of the tables in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import PackageLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from workflow.i18n import Text
from workflow.records.figures import OfficeFacts
from workflow.reports.cells import Cells, Year
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Form, FormSection

_BRACES = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+[、.．]\s*")
# What a category's name may hold, and a placeholder may not.
_MARKS = str.maketrans("", "", "、，。；：·（）《》“”")
_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
_BREAKDOWN = 2

_TEXTS = SandboxedEnvironment(
    loader=PackageLoader("workflow.reports"),
    undefined=StrictUndefined,
    autoescape=False,  # plain text: the page escapes it
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it is printed: plain text, one paragraph a line."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text may speak of: `names` by placeholder; the rest is for our own templates."""

    names: Mapping[str, str | int]
    categories: Mapping[str, int]
    last_year: Mapping[str, int] = field(default_factory=dict)
    is_first_year: bool = False


@dataclass(frozen=True, slots=True)
class Narrative:
    """The sections, what is wrong with them, and the counts by category that they give."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    cited: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Told:
    text: str
    cited: Mapping[str, int]
    findings: tuple[Finding, ...] = ()


def placeholder(name: str) -> str:
    """Return the placeholder of a name: 安全生产应急管理类 for 安全生产、应急管理类."""
    return "".join(sign for sign in name if f"_{sign}".isidentifier())


def names_of(form: Form, office: OfficeFacts, year: Year, cells: Cells) -> dict[str, str | int]:
    """Return the placeholders that the tables and the office fill, each with its value."""
    suffixes = {
        (table.key, column.key): "累计" if column.cumulative else ""
        for table in form.tables
        for column in table.columns
    }
    bare = {(table.key, row.label): row.name for table in form.tables for row in table.rows}
    figures: dict[str, str | int] = {
        placeholder(bare[key.table, key.row]) + suffixes[key.table, key.column]: cell.value
        for key, cell in cells.items()
    }
    return figures | {
        "年度": year.number,
        "机关名称": office.name,
        "机关简称": office.shown_name,
        "电话": office.phone,
        "传真": office.fax,
        "地址": office.address,
        "邮编": office.postcode,
        "网站": office.website,
    }


def tell(form: Form, own_texts: Mapping[str, str], facts: Facts) -> Narrative:
    """Return the sections of a report: the office's text where it wrote one, else ours."""
    own = {_bare(title): body for title, body in own_texts.items() if body.strip()}
    told = {
        section.title: _fill(section, own[section.name], facts)
        if section.name in own
        else _default(form, section, facts)
        for section in form.sections
    }
    known = {section.name for section in form.sections}
    findings = [finding for section in told.values() for finding in section.findings]
    findings.extend(_unknown_section(title) for title in own if title not in known)
    return Narrative(
        tuple(Section(title, section.text) for title, section in told.items()),
        tuple(findings),
        {name: n for section in told.values() for name, n in section.cited.items()},
    )


def _bare(title: str) -> str:
    return _NUMBERED.sub("", title.strip())


def _default(form: Form, section: FormSection, facts: Facts) -> _Told:
    template = _TEXTS.get_template(f"form_{form.key}/{section.template}.zh.txt.jinja")
    text = template.render(
        facts.names,
        类别=facts.categories,
        上年=facts.last_year,
        首年=facts.is_first_year,
    )
    lists_categories = section.template == form.categories.section
    return _Told(text.strip(), facts.categories if lists_categories else {})


def _fill(section: FormSection, body: str, facts: Facts) -> _Told:
    """Fill an office's text; it may hold placeholders alone, so that nothing in it can run."""
    source = _BRACES.sub(lambda found: found[0].translate(_MARKS), body.strip())
    try:
        tree = _TEXTS.parse(source)
    except TemplateSyntaxError:
        return _Told(body.strip(), {}, (_not_plain(section),))
    if not all(isinstance(node, _PLAIN) for node in tree.find_all(nodes.Node)):
        return _Told(body.strip(), {}, (_not_plain(section),))
    used = tuple(dict.fromkeys(node.name for node in tree.find_all(nodes.Name)))
    categories = {placeholder(name): name for name in facts.categories}
    counts = {placeholder(name): n for name, n in facts.categories.items()}
    values = counts | dict(facts.names)
    unknown = tuple(name for name in used if name not in values)
    text = _TEXTS.from_string(source).render(
        values | {name: f"【未填：{name}】" for name in unknown}
    )
    cited = {categories[name]: counts[name] for name in used if name in counts}
    return _Told(
        text,
        # One category alone is an example; two or more are a breakdown, and must add up.
        cited if len(cited) >= _BREAKDOWN else {},
        tuple(_unknown_placeholder(section, name) for name in unknown),
    )


def _unknown_placeholder(section: FormSection, name: str) -> Finding:
    return Finding(
        "S9",
        Severity.ERROR,
        f"sections.{section.title}",
        Text(
            f"“{section.title}”中的占位符“{name}”没有对应的数据。",
            f"The placeholder “{name}” in “{section.title}” stands for nothing.",
        ),
    )


def _not_plain(section: FormSection) -> Finding:
    return Finding(
        "S9",
        Severity.ERROR,
        f"sections.{section.title}",
        Text(
            f"“{section.title}”的正文只能使用“{{{{ 名称 }}}}”形式的占位符，已照原文印出。",
            f"The text of “{section.title}” may hold placeholders such as “{{{{ 名称 }}}}” alone; "
            "it is printed as written.",
        ),
    )


def _unknown_section(title: str) -> Finding:
    return Finding(
        "S10",
        Severity.WARNING,
        f"sections.{title}",
        Text(
            f"报告没有“{title}”这一章节，该段正文没有印出。",
            f"The form has no section “{title}”; its text is not printed.",
        ),
    )
