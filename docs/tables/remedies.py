"""What an applicant may do against a decision: ways, times, authorities, courts."""

from collections.abc import Iterator
from datetime import date, timedelta

from docs.tables.markdown import Row, cited, code, named, page, table
from states.statute.outcomes import Outcome
from states.statute.remedies import (
    RECONSIDERATION_FIRST_SINCE,
    SCOPE_SETTLED_SINCE,
    SIX_MONTHS_SINCE,
    DepartmentKind,
    OfficeLevel,
    Regime,
    court_for,
    reconsideration_authority,
    remedies_for,
)
from states.terms import label

_SINCE = {
    Regime.THREE_MONTHS: None,
    Regime.SIX_MONTHS: SIX_MONTHS_SINCE,
    Regime.UNSETTLED_SCOPE: RECONSIDERATION_FIRST_SINCE,
    Regime.SETTLED_SCOPE: SCOPE_SETTLED_SINCE,
}
_BEFORE = SIX_MONTHS_SINCE - timedelta(days=1)
_DECISIONS = {
    Outcome.STATE_SECRET: "不予公开",
    Outcome.PARTLY_DISCLOSED: "部分公开",
    Outcome.NOT_HELD: "无法提供、不予处理",
    Outcome.SPECIAL_QUERY: "行政查询事项",
    Outcome.DISCLOSED: "予以公开",
    None: "逾期没有答复",
}


def _way(decided_on: date, outcome: Outcome | None) -> tuple[str, ...]:
    plan = remedies_for(decided_on, outcome)
    suit = f"{plan.litigation_months}个月"
    way = "可选择（范围未明）" if plan.scope_unsettled else "可选择"
    if plan.reconsideration_first:
        after = f"复议后{plan.after_reconsideration_days}日"
        way, suit = (
            ("不予公开部分复议前置", f"{after}；公开部分{suit}")
            if plan.only_withheld_part
            else ("复议前置", after)
        )
    return way, f"{plan.reconsideration_days}日", suit, cited(plan.citations)


def _remedy_rows() -> Iterator[Row]:
    """Yield a row for each regime and way; decisions of one way stand in one row."""
    for regime, since in _SINCE.items():
        alike: dict[tuple[str, ...], list[str]] = {}
        for outcome, decision in _DECISIONS.items():
            alike.setdefault(_way(since or _BEFORE, outcome), []).append(decision)
        for way, decisions in alike.items():
            began = f"{since}起" if since else f"{SIX_MONTHS_SINCE}以前"
            yield began, code(regime), "、".join(decisions), *way


_KINDS = {
    DepartmentKind.ORDINARY: "一般部门",
    DepartmentKind.VERTICAL: "海关、金融、税务等垂直领导部门",
    DepartmentKind.JUSTICE: "司法行政部门",
    DepartmentKind.DERIVED: "派出机构",
}


def _authorities(level: OfficeLevel, kind: DepartmentKind) -> tuple[str, ...]:
    found = (
        reconsideration_authority(level, day, kind=kind)
        for day in (RECONSIDERATION_FIRST_SINCE - timedelta(days=1), RECONSIDERATION_FIRST_SINCE)
    )
    return tuple(
        f"{'或'.join(label('authorities', each) for each in who.authorities)}"
        f"<br>{who.citation.short}"
        for who in found
    )


def _authority_rows() -> Iterator[Row]:
    for level in OfficeLevel:
        court = court_for(level)
        hears = f"{label('courts', court.level)}<br>{court.citation.short}"
        if level is OfficeLevel.DEPARTMENT:
            for kind, zh in _KINDS.items():
                yield f"{zh}<br>`{kind}`", *_authorities(level, kind), hears
        else:
            name = named("office_levels", level)
            yield name, *_authorities(level, DepartmentKind.ORDINARY), hears


def remedies_page() -> str:
    """Return what an applicant may do, by the date of the decision and its outcome."""
    return page(
        "救济途径 · Remedies",
        "states/statute/remedies.py",
        "以作出决定之日为准。期限末日是法定休假日的，顺延到其后第一个工作日。\n"
        "By the day of the decision. A period that ends on a rest day ends on the next working "
        "day.",
        table(
            "决定日 · decided | 代码 · regime | 决定 · decision | 途径 · way | 复议 | 起诉 "
            "| 条文 · articles",
            _remedy_rows(),
        ),
        "“范围未明”：2024年1月1日至2025年5月31日，哪些决定须复议前置没有解释，按后来的"
        "司法解释处理。\n"
        "“Unsettled”: no text then said which decisions go to reconsideration first; the later "
        "interpretation is followed.",
        "## 复议机关与法院 · Authority and court",
        table(
            "机关 · office | 复议机关（2023年底以前） | 复议机关（2024年起） | 一审法院 · court",
            _authority_rows(),
        ),
    )
