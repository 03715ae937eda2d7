"""The text of a report: the office's own words, or ours, with the figures of the tables in them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import PackageLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from workflow.i18n import Text
from workflow.records.figures import OfficeFacts
from workflow.reports.cells import CellKey, Cells, Number, Year, places
from workflow.reports.comparing import NOT_COMPARABLE, compared, shown
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Form, FormSection, ProseRule
from workflow.reports.identities.reckoning import finding
from workflow.reports.measures import Measures
from workflow.reports.printed import PrintedSection

# An office's text may hold ours where it likes, under this name.
OUR_TEXT = "默认正文"
BESIDE_LAST_YEAR = "与上年比"

_BRACES = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+[、.．]\s*")
# What a name may hold, and a placeholder may not.
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
_TEXTS.filters["百分比"] = shown


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text may speak of: `names` by placeholder; the rest is for our own templates."""

    names: Mapping[str, str | Number]
    categories: Mapping[str, int]
    units: Mapping[str, str] = field(default_factory=dict)
    last_year: Mapping[str, Number] = field(default_factory=dict)
    measures: Measures = field(default_factory=Measures)
    is_first_year: bool = False

    def beside_last_year(self, name: str, unit: str = "") -> str:
        """Return a figure beside last year's in words, or nothing where that is not known."""
        now, before = self.names[name], self.last_year.get(name)
        if before is None or isinstance(now, str):
            return ""
        return compared(now, before, unit or self.units.get(name, ""))


@dataclass(frozen=True, slots=True)
class Narrative:
    """The sections, what is wrong with them, and the counts by category that they give."""

    sections: tuple[PrintedSection, ...]
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


def figure_names(form: Form) -> dict[CellKey, str]:
    """Return what a text calls each figure of a form."""
    return {key: placeholder(row.name + column.suffix) for key, row, column in places(form)}


def units_of(form: Form) -> dict[str, str]:
    """Return the units of the figures by placeholder."""
    names = figure_names(form)
    return {names[key]: row.unit for key, row, _ in places(form)}


def names_of(form: Form, office: OfficeFacts, year: Year, cells: Cells) -> dict[str, str | Number]:
    """Return the placeholders that the tables and the office fill, each with its value."""
    figures: dict[str, str | Number] = {
        name: cells[key].value for key, name in figure_names(form).items()
    }
    return figures | {
        "年度": year.number,
        "上年度": year.number - 1,
        "机关名称": office.name,
        "机关简称": office.shown_name,
        "电话": office.phone,
        "传真": office.fax,
        "地址": office.address,
        "邮编": office.postcode,
        "网站": office.website,
    }


def tell(form: Form, own_texts: Mapping[str, str], facts: Facts, cells: Cells) -> Narrative:
    """Return the sections of a report: the office's text where it wrote one, else ours."""
    own = {bare_title(title): body for title, body in own_texts.items() if body.strip()}
    told = {
        section: _fill(form, section, own[section.name], facts, cells)
        if section.name in own
        else _default(form, section, facts)
        for section in form.sections
    }
    known = {section.name for section in form.sections}
    findings = [found for section in told.values() for found in section.findings]
    findings.extend(_unknown_section(title) for title in own if title not in known)
    return Narrative(
        tuple(PrintedSection(s.template, s.title, one.text) for s, one in told.items()),
        tuple(findings),
        {name: n for section in told.values() for name, n in section.cited.items()},
    )


def bare_title(title: str) -> str:
    """Return the title of a section without its number: 概述 of 一、概述."""
    return _NUMBERED.sub("", title.strip())


def _default(form: Form, section: FormSection, facts: Facts) -> _Told:
    template = _TEXTS.get_template(f"{form.texts}/{section.template}.zh.txt.jinja")
    text = template.render(
        facts.names,
        类别=facts.categories,
        上年=facts.last_year,
        首年=facts.is_first_year,
        量=facts.measures,
        比=facts.beside_last_year,
    )
    rule = form.categories
    lists_categories = rule is not None and section.template == rule.section
    return _Told(_tidy(text), facts.categories if lists_categories else {})


def _tidy(text: str) -> str:
    """Return the paragraphs of a text, one a line."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _fill(form: Form, section: FormSection, body: str, facts: Facts, cells: Cells) -> _Told:
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
    values: dict[str, Any] = counts | dict(facts.names)
    values |= {name: _beside(name, facts) for name in used if name.endswith(BESIDE_LAST_YEAR)}
    ours = _default(form, section, facts) if OUR_TEXT in used else _Told("", {})
    values[OUR_TEXT] = ours.text
    unknown = tuple(name for name in used if values.get(name) is None)
    text = _TEXTS.from_string(source).render(
        values | {name: f"【未填：{name}】" for name in unknown}
    )
    cited = {categories[name]: counts[name] for name in used if name in counts}
    return _Told(
        text,
        # One category alone is an example; two or more are a breakdown, and must add up.
        dict(ours.cited) | (cited if len(cited) >= _BREAKDOWN else {}),
        (
            *(_unknown_placeholder(section, name) for name in unknown),
            *_typed_figures(section, text, form.prose, cells),
        ),
    )


def _beside(name: str, facts: Facts) -> str | None:
    """Return a figure beside last year's; None where there is no such figure."""
    figure = name.removesuffix(BESIDE_LAST_YEAR)
    if isinstance(facts.names.get(figure), str | None):
        return None
    return facts.beside_last_year(figure) or NOT_COMPARABLE


def _typed_figures(
    section: FormSection, text: str, rules: tuple[ProseRule, ...], cells: Cells
) -> Iterator[Finding]:
    """Yield the figures that stand in a text otherwise than in the table."""
    folded = unicodedata.normalize("NFKC", text).replace(",", "，")
    for rule in rules:
        cell = cells[CellKey(rule.table, rule.row, rule.column)]
        for found in re.finditer(rule.pattern, folded):
            if int(found[1]) != cell.value:
                yield finding(
                    "K7",
                    Severity.WARNING,
                    f"sections.{section.title}",
                    Text(
                        f"“{section.title}”写“{found[0]}”，表中为{cell.value}；"
                        "正文的数字请用占位符。",
                        f"“{section.title}” says “{found[0]}”, the table {cell.value}; "
                        "leave figures to placeholders.",
                    ),
                    int(found[1]),
                    cell.value,
                )


def _unknown_placeholder(section: FormSection, name: str) -> Finding:
    return finding(
        "S9",
        Severity.ERROR,
        f"sections.{section.title}",
        Text(
            f"“{section.title}”中的占位符“{name}”没有对应的数据。",
            f"The placeholder “{name}” in “{section.title}” stands for nothing.",
        ),
    )


def _not_plain(section: FormSection) -> Finding:
    return finding(
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
    return finding(
        "S10",
        Severity.WARNING,
        f"sections.{title}",
        Text(
            f"报告没有“{title}”这一章节，该段正文没有印出。",
            f"The form has no section “{title}”; its text is not printed.",
        ),
    )
