"""Periods, outcomes, fees, and the settings of practice."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum

from docs.tables.markdown import both, cited, code, codes, page, table, verified
from states.citation import Citation, Instrument
from states.statute import instruments, periods
from states.statute.defects import DEFECTS
from states.statute.fees import (
    BY_PAGES,
    BY_PIECES,
    FEES_SINCE,
    Tariff,
    fee_by_pages,
    fee_by_pieces,
)
from states.statute.opinions import SILENCE
from states.statute.outcomes import CATALOGUE
from states.statute.periods import CalendarDays, WorkingDays
from states.statute.practice import DEFAULT_PRACTICE, NOTES, Confidence
from states.statute.versions import Law
from states.terms import label

_OTHER_PERIODS = {
    "FEE_PAYMENT": both("申请人缴费期限", "period for paying the fee"),
    "RECONSIDERATION_ANSWER": both("行政复议答复期限", "answering a reconsideration"),
    "RECONSIDERATION_ANSWER_SUMMARY": both("同上，简易程序", "the same, summary procedure"),
    "RECONSIDERATION_ANSWER_2017": both("行政复议答复期限，2024年以前", "the same, before 2024"),
    "LITIGATION_ANSWER": both("行政诉讼答辩、举证期限", "answering a suit"),
    "LITIGATION_ANSWER_1990": both("行政诉讼答辩期限，2015年以前", "the same, before 2015"),
    "APPEAL_JUDGMENT": both("对判决的上诉期限", "appealing against a judgment"),
    "APPEAL_RULING": both("对裁定的上诉期限", "appealing against a ruling"),
}
_EFFECTS = {
    "EXCLUDED_THIRD_PARTY": both("征求第三方意见的时间不计入", "third parties' time is excluded"),
    "EXCLUDED_AGENCY": both("征求其他机关意见的时间不计入", "other organs' time is excluded"),
    "CORRECTION_RESTARTS": both("收到补正后重新计算", "a correction restarts the count"),
    "PAYMENT_RESTARTS": both("缴费后重新计算", "payment restarts the count"),
    "LATER_DATE": both("可以确定延迟答复的期限", "a later date may be fixed"),
}


def _period(period: WorkingDays | CalendarDays | None) -> str:
    if period is None:
        return ""
    unit = "个工作日" if isinstance(period, WorkingDays) else "日"
    return f"{period.count}{unit}<br>{period.citation.short}"


def _articles(name: str) -> str:
    found: Citation | Mapping[Law, Citation] = getattr(periods, name)
    return cited([found] if isinstance(found, Citation) else found.values())


def _instruments() -> Iterator[Instrument]:
    return (each for each in vars(instruments).values() if isinstance(each, Instrument))


def periods_page() -> str:
    """Return every statutory period, with its article under each version."""
    return page(
        "法定期限 · Statutory periods",
        "states/statute/periods.py",
        "两版《条例》分列；“—”表示该版没有这一期限。起算日的次日为第1日。\n"
        "Both versions side by side; “—” where one sets no such period. Day 1 is the day after "
        "the day counted from.",
        table(
            "期限 · period | 代码 · key | 条例(2007) | 条例(2019)",
            (
                (both(rule.zh, rule.en), code(rule.key), *(_period(rule.under.get(v)) for v in Law))
                for rule in periods.RULES
            ),
        ),
        "## 其他文件规定的期限 · Periods of other instruments",
        table(
            "期限 · period | 代码 · name | 长度与条文 · length and article",
            (
                (names, code(name), _period(getattr(periods, name)))
                for name, names in _OTHER_PERIODS.items()
            ),
        ),
        "## 影响计算的规定 · What bears on the count",
        table(
            "规定 · rule | 代码 · name | 条文 · article",
            ((names, code(name), _articles(name)) for name, names in _EFFECTS.items()),
        ),
        "## 不答复的后果 · What silence means",
        "送达登记之后，期限按较晚的算法届满，才有后果；见"
        "[征求意见与沉默](../explanation/consultations-and-silence.md)。\n"
        "Nothing follows before the delivery is recorded and the later reading has passed.",
        table(
            "对象 · addressee | 条例 · version | 期限 · period | 后果 · consequence "
            "| 说明 · in words | 条文 · article | 把握 · confidence",
            (
                (
                    both(label("consulted", addressee), label("consulted", addressee, "en")),
                    law,
                    _period(rule.period) or "—",
                    code(rule.silence),
                    both(rule.zh, rule.en),
                    rule.citation or "—",
                    "条文" if rule.confidence is None else _SURE[rule.confidence],
                )
                for (law, addressee), rule in SILENCE.items()
            ),
        ),
        "## 可以要求补正的内容 · What a correction may ask for",
        table(
            "内容 · part | 代码 · code | 条例(2007) | 条例(2019)",
            (
                (
                    both(label("defects", defect), label("defects", defect, "en")),
                    code(defect),
                    *(rule.under.get(law, "不能要求") for law in Law),
                )
                for defect, rule in DEFECTS.items()
            ),
        ),
        "## 引用的文件 · Instruments cited",
        "“核对”为“否”：文号、日期或所引条文没有在原文中读到，见"
        "[出处与把握](../explanation/sources.md)。",
        table(
            "简称 · short | 全称 · title | 施行 · in force | 核对 · verified",
            (
                (each.short, each.full_title, each.in_force, verified(each.verified))
                for each in _instruments()
            ),
        ),
    )


def outcomes_page() -> str:
    """Return the catalogue of outcomes, with the row of each in every form."""
    rules = CATALOGUE.values()
    return page(
        "办理结果 · Outcomes",
        "states/statute/outcomes.py",
        "台账“答复类型”一栏填写下列名称。The ledger's column 答复类型 holds one of these names.",
        "## 名称与报表行次 · Names, and the row in each form",
        table(
            "代码 | 名称 · name | identifier | 2008年表 | 2014年表 | 2019年表 | 2021年表",
            (
                (
                    rule.code,
                    both(rule.zh, rule.en),
                    code(rule.outcome),
                    label("reply_types_2008", rule.type_2008),
                    f"{rule.row_2014 or ''}{'' if rule.row_2014_verified else '？'}",
                    rule.row_2019,
                    rule.row_2021,
                )
                for rule in rules
            ),
        ),
        "“？”：归入不止一行都说得通。没有代码的两项是最早的表格里没有记录理由的答复，"
        "只能列入2008年表。\n"
        "“？”: more than one row is arguable. The two without a code are replies of the oldest "
        "form whose ground was not recorded; no later form has a row for them.",
        "## 依据与救济 · Articles and remedies",
        table(
            "代码 | 条例(2019) | 条例(2007) | 如何办结 · ending | 救济（2024年起）· remedy",
            (
                (
                    rule.code or rule.zh,
                    cited(rule.citations) if Law.OGI_2019 in rule.laws else "不适用",
                    cited(rule.citations_2007) if Law.OGI_2007 in rule.laws else "不适用",
                    label("endings", rule.ending),
                    label("remedy_classes", rule.remedy_class),
                )
                for rule in rules
            ),
        ),
    )


_SURE = {
    Confidence.CONVENTION: both("由规定推得", "convention"),
    Confidence.PRACTICE: both("实务如此", "practice"),
    Confidence.UNVERIFIED: both("未经核对", "unverified"),
}


def _choices(value: object) -> str:
    return codes(type(value)) if isinstance(value, StrEnum) else ""


def practice_page() -> str:
    """Return every setting of practice, with its default and how sure that is."""
    names = (each.name for each in fields(DEFAULT_PRACTICE))
    defaults = {name: getattr(DEFAULT_PRACTICE, name) for name in names}
    return page(
        "惯例设置 · Settings of practice",
        "states/statute/practice.py",
        "条文没有写明、各地做法不一或者未能核对的地方，由本机关设定；下面是默认值。\n"
        "Where the texts are silent, divided or were not verified, the office decides; these are "
        "the defaults.",
        "写在 `disclosure.toml` 的 `[practice]` 一节，或写成环境变量，"
        "如 `DISCLOSURE_PRACTICE__CORRECTION_PERIOD=10`。\n"
        "Set them in `disclosure.toml` under `[practice]`, or in the environment.",
        table(
            "设置 · setting | 默认 · default | 可选 · choices | 决定什么 · what it decides "
            "| 最近的条文 · nearest article | 把握 · confidence",
            (
                (
                    code(note.setting),
                    code(defaults[note.setting]),
                    _choices(defaults[note.setting]),
                    both(note.zh, note.en),
                    note.citation,
                    _SURE[note.confidence],
                )
                for note in NOTES
            ),
        ),
    )


_PIECES = (10, 11, 20, 30, 31, 40, 41, 50, 51, 60, 100)
_PAGES = (30, 31, 100, 101, 200, 201, 300, 1000)


def _bands(tariff: Tariff, unit: str) -> str:
    rows: list[tuple[object, object]] = [
        (f"{band.first}–{band.last}" if band.last else f"{band.first}以上", band.rate)
        for band in tariff.listed
    ]
    if tariff.step is not None:
        rows.append((f"此后每{tariff.step.width}{unit}为一档", f"每档加{tariff.step.rise}"))
    return table(f"{unit}数 | 元/{unit}", rows)


def fees_page() -> str:
    """Return both tariffs, with worked totals."""
    return page(
        "信息处理费 · Information-processing fee",
        "states/statute/fees.py",
        f"{FEES_SINCE}起收到的申请才可以收取。按件、按量只能选一种；可以收取，并非必须收取。\n"
        f"For requests received from {FEES_SINCE} on. One tariff or the other, never both; the "
        "office may charge and never must.",
        "## 按件计收 · By piece",
        f"{BY_PIECES.citation.short}。同一申请人在一个自然月内累计。",
        _bands(BY_PIECES, "件"),
        table("当月件数 | 合计（元）", ((n, fee_by_pieces(0, n)) for n in _PIECES)),
        "## 按量计收 · By volume",
        f"{BY_PAGES.citation.short}。每件申请单独计算，不累计。",
        _bands(BY_PAGES, "页"),
        table("页数 | 合计（元）", ((n, fee_by_pages(n)) for n in _PAGES)),
    )
