"""The letters: which there are, what each says, and what a clerk gives."""

from collections.abc import Iterator

from docs.tables.markdown import Row, both, cited, code, codes, page, table
from states.statute.outcomes import CATALOGUE as OUTCOMES
from states.statute.outcomes import Outcome, rule
from states.statute.versions import Law
from states.terms import label
from workflow.i18n import Lang
from workflow.letters.catalogue import CATALOGUE, basis_of, letter_of
from workflow.letters.compose import given_for
from workflow.letters.environment import FILTERS
from workflow.letters.errors import OutcomeWithoutLetterError
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Fact, Source
from workflow.letters.kinds import Family, LetterRule
from workflow.letters.settings import DEFAULT_NUMBERS, NAMES
from workflow.letters.words import takes
from workflow.wording.letters import SETTINGS

_SOURCES = {
    Source.RECORD: both("登记", "the record"),
    Source.OFFICE: both("机关资料", "the office"),
    Source.LAW: both("条例", "the law"),
    Source.RECORD_OR_CLERK: both("登记；没有的，经办人填写", "the record, or else the clerk"),
    Source.CLERK: both("经办人填写", "the clerk"),
}
_FILTERS = {
    "day": ("2025年9月22日", "`{{ received_on \\| day }}`"),
    "month": ("2025年9月", "`{{ received_on \\| month }}`"),
    "ordinal": ("（一）", "`{{ loop.index \\| ordinal }}`"),
    "unstopped": (
        "去掉末尾的句号、顿号等 · without the stop at its end",
        "`{{ reason \\| unstopped }}`",
    ),
    "named": ("代码的名称 · the name of a code", '`{{ delivery \\| named("deliveries") }}`'),
    "join": ("连成一句 · joined", '`{{ unclear \\| join("、") }}`'),
    "length": ("有几项 · how many", "`{{ served \\| length }}`"),
}
_MARKS = (
    ("`# `", "标题", "title"),
    ("`## `", "小标题", "heading"),
    ("`@ `", "收件人，顶格", "addressee, flush left"),
    ("`- `", "分项", "item of a list"),
    ("`> `", "附注", "note"),
    (
        "`| 甲 | 乙 |`",
        "表格的一行；不足的栏由最后一格占满",
        "row of a table; the last cell takes the rest",
    ),
    ("`| *甲 |`、`| >1 |`", "表头格；居右的格", "a label; at the right"),
    ("`|: 1 | 3 |`", "各栏宽度之比", "shares of the columns"),
    ("`===`", "另起一页", "new page"),
    ("`---`", "横线", "line across"),
    ("`!qr 网址 说明`", "二维码", "code for the phone"),
    ("`¶`", "换行", "line break"),
)


def _letters() -> Iterator[Row]:
    for row in CATALOGUE.values():
        outcomes = "、".join(rule(outcome).code or "" for outcome in row.outcomes)
        yield (
            row.code,
            f"{both(row.zh, row.en)}<br>{code(row.kind)}",
            row.title,
            *(_basis(row, law) for law in (Law.OGI_2019, Law.OGI_2007)),
            label("addressees", row.addressee),
            label("letter_dates", row.send_by),
            "" if row.is_form else label("letter_families", row.family),
            outcomes,
            codes(fact.name for fact in given_for(row)),
        )


def _basis(row: LetterRule, law: Law) -> str:
    """Return the articles of a letter, those of each outcome that the version knows."""
    if law not in row.basis:
        return ""
    outcomes = [it for it in row.outcomes if law in rule(it).laws] or [None]
    found = [each for outcome in outcomes for each in basis_of(row, law, outcome)]
    return cited(dict.fromkeys(found)) or "（不需要条文）"


def _outcomes() -> Iterator[Row]:
    for outcome, row in OUTCOMES.items():
        if row.code is not None:
            yield row.code, row.zh, *(_letter(outcome, law) for law in (Law.OGI_2019, Law.OGI_2007))


def _letter(outcome: Outcome, law: Law) -> str:
    try:
        kind = letter_of(outcome, law)
    except OutcomeWithoutLetterError:
        return ""
    return f"{CATALOGUE[kind].code} {CATALOGUE[kind].zh}"


def _facts() -> Iterator[Row]:
    for fact in FACTS.values():
        yield (
            code(fact.name),
            both(fact.zh, fact.en),
            _takes(fact),
            "可空" if fact.optional else "",
            _SOURCES[fact.source],
        )


def _takes(fact: Fact) -> str:
    return both(takes(fact, Lang.ZH), takes(fact, Lang.EN))


def letters_page() -> str:
    """Return every letter with its articles and its facts, and the language of templates."""
    families = (family for family in Family if family is not Family.FORM)
    return page(
        "文书 · Letters",
        "workflow/letters/catalogue.py",
        "条文是文书本身的依据；不予公开的，每一项另写它的条款。“填写”一栏是经办人要填写的内容，"
        "其余取自登记、机关资料和条例。\n"
        "The articles are those of the letter; each item withheld names its own besides. What a "
        "clerk gives stands in the last column; the rest comes from the record, the office and the "
        "law.",
        table(
            "代号 | 文书 · letter | 标题 · title | 条例(2019) | 条例(2007) | 致 · to "
            "| 发出 · send | 文号 · number | 结果 · outcomes | 填写 · to be given",
            _letters(),
        ),
        "## 办理结果与文书 · Which letter answers",
        table("代号 | 结果 · outcome | 条例(2019) | 条例(2007)", _outcomes()),
        "## 文号 · Numbers",
        "文号由机关代字、年份和顺序号组成，签发时编定；每个机关代字、每年各编一套，不跳号，不重号。"
        "机关代字可以设置，`{prefix}` 是机关的文号前缀。\n"
        "A number is taken when the letter is issued: one series for each 机关代字 and year, "
        "without gaps.",
        table(
            "类别 · family | 默认的机关代字 · default series | 例 · example",
            (
                (
                    label("letter_families", family),
                    code(DEFAULT_NUMBERS[family]),
                    f"{DEFAULT_NUMBERS[family].replace('{prefix}', '净')}〔2025〕3号",
                )
                for family in families
            ),
        ),
        "## 设置 · Settings",
        "用 `disclosure letter settings --set 名称=内容` 设置；留空则取消。",
        table(
            "名称 · name | 内容 · what",
            ((code(name), both(SETTINGS[name].zh, SETTINGS[name].en)) for name in NAMES),
        ),
        "## 事实 · Facts",
        "模板里可以写的全部内容。一行几栏的事实，栏名写在括号里。\nAll that a template may say.",
        table("名称 · name | 内容 · what | 写法 · takes | | 取自 · from", _facts()),
        "## 模板的写法 · The language of templates",
        "每一行开头的记号说明它是什么；事实里的同样字符只是字符。\n"
        "A mark at the head of a line says what it is; in a fact it is a letter like others.",
        table(
            "记号 · mark | 是什么 · what",
            ((mark, both(zh, en)) for mark, zh, en in _MARKS),
        ),
        "事实用 `{{ }}` 写出，可以接：",
        table(
            "写法 · filter | 印出 · prints | 例 · example",
            ((code(name), *_FILTERS[name]) for name in FILTERS),
        ),
    )
