"""Every move on its own: who may make it, from where to where, by which article, on what terms."""

from collections.abc import Iterable

from docs.tables.chart import blanked, refusals_of
from docs.tables.markdown import code, page, table
from states.case import State
from states.chart.move import Move
from states.chart.rows import CHART
from states.statute.versions import Law
from states.steps import Role
from states.terms import label
from workflow.wording.refusals import REFUSALS


def _names(group: str, chosen: Iterable[State | Role], lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(label(group, each, lang) for each in chosen)


def _facts(move: Move) -> str:
    sources = [state for state in State if state in move.sources]
    roles = [role for role in Role if role in move.roles]
    target = (
        "不变 · unchanged"
        if move.target is None
        else f"{label('states', move.target)} · {label('states', move.target, 'en')}"
    )
    return table(
        "项目 · what | 内容",
        (
            ("代码 · name", code(move.name)),
            ("记录的事 · fact", code(move.fact)),
            (
                "从 · from",
                f"{_names('states', sources, 'zh')}<br>{_names('states', sources, 'en')}",
            ),
            ("到 · to", target),
            (
                "谁可以办 · roles",
                f"{_names('roles', roles, 'zh')}<br>{_names('roles', roles, 'en')}",
            ),
            ("条例(2019)", move.citation(Law.OGI_2019)),
            ("条例(2007)", move.citation(Law.OGI_2007)),
        ),
    )


def _conditions(move: Move) -> str:
    """Return what the law may hold against a move, in the words that refuse it."""
    return table(
        "可能的拒绝 · refusals | 中文 | English | 可确认 · waivable",
        (
            (code(name), blanked(words.zh), blanked(words.en), "是" if may else "")
            for name, may in refusals_of(move).items()
            for words in (REFUSALS[name],)
        ),
    )


def _section(move: Move) -> str:
    return "\n\n".join((f"## {move.zh} · {move.en}", _facts(move), _conditions(move)))


def moves_page() -> str:
    """Return every move of the chart: its roles, its articles, and what it may be refused for."""
    return page(
        "办理步骤 · Moves",
        "states/chart/rows.py",
        "一步一节：谁可以办、从哪里到哪里、依据哪一条、可能因为什么不能办。一览见[办理流程](state-chart.md)。\n"
        "One section for each move; [the state chart](state-chart.md) shows them together.",
        *map(_section, CHART),
    )
