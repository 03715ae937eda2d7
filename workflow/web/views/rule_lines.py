"""A reminder rule as a line of a table: of which clock, when, to whom, and what can be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from notifications.rules import MOST_DAYS
from workflow.i18n import Lang, Text
from workflow.services.reminder_rules import OFF, RuleState, moves
from workflow.wording.clocks import CLOCKS
from workflow.wording.reminders import audience_words, when_words

_OFF = Text("停用", "switch off")
_USUAL = Text("默认（{when}）", "usual ({when})")


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule; `choices` are the values that a form may send, with their words."""

    id: str
    when: str
    whom: str
    by_itself: bool
    is_on: bool
    is_usual: bool
    choices: tuple[tuple[str, str, bool], ...]


def rule_lines(states: Iterable[RuleState], lang: Lang) -> list[tuple[str, list[RuleLine]]]:
    """Return the rules of each clock under its name, in the order in which they are declared."""
    return [
        (CLOCKS[clock].say(lang), [_line(state, lang) for state in together])
        for clock, together in groupby(states, key=lambda state: state.rule.clock)
    ]


def _line(state: RuleState, lang: Lang) -> RuleLine:
    rule = state.rule
    usual = when_words(state.usual_days, lang)
    days = range(1, MOST_DAYS + 1) if moves(state) else ()
    choices = [
        ("", _USUAL.say(lang, when=usual), state.is_usual),
        *(
            (str(n), when_words(n, lang), state.is_on and n == rule.days_before)
            for n in days
            if n != state.usual_days
        ),
        (OFF, _OFF.say(lang), not state.is_on),
    ]
    return RuleLine(
        rule.id,
        when_words(rule.days_before, lang),
        audience_words(rule.audiences, lang),
        rule.is_urgent,
        state.is_on,
        state.is_usual,
        tuple(choices),
    )
