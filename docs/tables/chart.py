"""The state chart: a diagram, the moves, and why a move may be refused."""

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules

from docs.tables.markdown import both, code, codes, page, table
from states import guards
from states.case import CLOSED_STATES, State
from states.chart.move import Move
from states.chart.rows import CHART
from states.guards.guard import Guard
from states.statute.versions import Law
from states.steps import Role
from states.terms import label
from workflow.wording.refusals import REFUSALS

_BODIES = {
    node.name: node
    for module in iter_modules(guards.__path__, f"{guards.__name__}.")
    for node in ast.parse(inspect.getsource(import_module(module.name))).body
    if isinstance(node, ast.FunctionDef)
}
# Those that refuse with the code they are given.
_REFUSING = {
    name for name, body in _BODIES.items() if body.args.args and body.args.args[0].arg == "code"
}


def refusals_of(move: Move) -> dict[str, bool]:
    """Return the codes a move may be refused with, and whether each can be acknowledged."""
    found: dict[str, bool] = {}
    for guard in (*move.guards, *move.terms):
        found |= _codes_in(_name(guard))
    return found


def _name(guard: Guard) -> str:
    return guard.func.__name__ if isinstance(guard, partial) else guard.__name__


@cache
def _codes_in(name: str) -> dict[str, bool]:
    """Return the codes that a guard's source names, or that of a function it calls."""
    found: dict[str, bool] = {}
    for called, call in _calls_in(name):
        if called not in _REFUSING:
            found |= _codes_in(called)
        elif isinstance(call.args[0], ast.Constant):
            found[str(call.args[0].value)] = _waives(called, call)
    return found


def _calls_in(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of other functions of the guards' module."""
    for call in (node for node in ast.walk(_BODIES[name]) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in _BODIES:
            yield call.func.id, call


def _waives(called: str, call: ast.Call) -> bool:
    """Say whether a refusal is made waivable, here or by what passes its code on."""
    return any(keyword.arg == "waivable" for keyword in call.keywords) or any(
        _waives(further, passing) for further, passing in _calls_in(called)
    )


def _diagram() -> str:
    arrows: dict[tuple[State, State], list[str]] = {}
    for move in CHART:
        for source in (state for state in State if state in move.sources):
            if move.target is not None:
                arrows.setdefault((source, move.target), []).append(move.zh)
    return "\n".join(
        (
            "```mermaid",
            "stateDiagram-v2",
            *(f'    state "{label("states", state)}" as {state}' for state in State),
            f"    [*] --> {State.SUBMITTED}",
            *(f"    {a} --> {b}: {'／'.join(names)}" for (a, b), names in arrows.items()),
            *(f"    {state} --> [*]" for state in State if state in CLOSED_STATES),
            "```",
        )
    )


def _states(states: Iterable[State]) -> str:
    chosen = set(states)
    return "、".join(label("states", state) for state in State if state in chosen)


def _roles(roles: Iterable[Role]) -> str:
    chosen = set(roles)
    return "、".join(label("roles", role) for role in Role if role in chosen)


def _moves() -> str:
    return table(
        "代码 · name | 步骤 · move | 从 · from | 到 · to | 条文（2019年条例）| 条文（2007年条例）"
        "| 谁可以办 · roles | 可能的拒绝 · refusals",
        (
            (
                code(move.name),
                both(move.zh, move.en),
                _states(move.sources),
                "（不变）" if move.target is None else label("states", move.target),
                move.citation(Law.OGI_2019),
                move.citation(Law.OGI_2007),
                _roles(move.roles),
                codes(refusals_of(move)),
            )
            for move in CHART
        ),
    )


def _refusals() -> str:
    waivable = {name: may for move in CHART for name, may in refusals_of(move).items()}
    return table(
        "代码 · code | 中文 | English | 可确认 · waivable",
        (
            (code(name), blanked(text.zh), blanked(text.en), "是" if waivable.get(name) else "")
            for name, text in REFUSALS.items()
        ),
    )


def blanked(sentence: str) -> str:
    """Return a sentence with its facts left blank."""
    return re.sub(r"\{\w+\}", "…", sentence)


def chart_page() -> str:
    """Return the chart as a diagram and as tables."""
    return page(
        "办理流程 · State chart",
        "states/chart/rows.py",
        "表中没有的步骤，系统不办理。A move that is not in the table cannot be made.",
        "图用 Mermaid 写成：代码托管网站画成图；文档网站不从网上取画图的程序，照原样显示，"
        "下面的表说的是同一件事。\n"
        "The diagram is Mermaid: code hosts draw it; the site, which loads nothing from elsewhere, "
        "shows its text, and the tables say the same.",
        _diagram(),
        "## 状态 · States",
        table(
            "代码 · code | 中文 | English",
            ((code(s), label("states", s), label("states", s, "en")) for s in State),
        ),
        "## 步骤 · Moves",
        _moves(),
        "## 拒绝的理由 · Refusals",
        "“可确认”的是违期，不是不能：确已发生的，经办人确认之后照实登记。\n"
        "A waivable refusal is a breach, not an impossibility: what happened late still happened, "
        "and is recorded once it is acknowledged by its code.",
        _refusals(),
    )
