"""Which reminder rules an office uses, and how many working days before each of them speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from notifications.rules import ALL_RULES, MOST_DAYS, REPORT_RULES, RULES, ReminderRule
from states.steps import Role
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.offices import SetOffice, set_office, settings_of
from workflow.services.reminder_errors import (
    ReminderDaysError,
    ReminderDaysFixedError,
    ReminderRuleUnknownError,
)

SETTING, OFF = "reminders", "off"
_BY_ID = {rule.id: rule for rule in ALL_RULES}
# A rule of its first draft is told whenever that appears.
_FIXED = frozenset({REPORT_RULES[0].id})

Kept = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule as the office has it, beside the usual."""

    rule: ReminderRule
    is_on: bool
    usual_days: int

    @property
    def is_usual(self) -> bool:
        """Whether the office left it as it comes."""
        return self.is_on and self.rule.days_before == self.usual_days


def moves(state: RuleState) -> bool:
    """Say whether an office may set how many days before a rule speaks."""
    return state.usual_days >= 1 and state.rule.id not in _FIXED


def rule_states(view: View) -> tuple[RuleState, ...]:
    """Return every rule with what the office has set of it."""
    kept = settings_of(view).reminders
    return tuple(
        RuleState(_as_set(rule, kept), kept.get(rule.id) != OFF, rule.days_before)
        for rule in ALL_RULES
    )


def rules_of(view: View) -> tuple[ReminderRule, ...]:
    """Return the rules in use for requests, registers and the office."""
    if not view.offices.has_set(SETTING):  # asked with every move that is written
        return RULES
    return _in_use(RULES, settings_of(view).reminders)


def report_rules_of(view: View) -> tuple[ReminderRule, ...]:
    """Return the rules in use for the annual report."""
    return _in_use(REPORT_RULES, settings_of(view).reminders)


def set_rule(
    uow: UnitOfWork,
    rule_id: str,
    value: str | int,
    *,
    reason: str,
    actor: str,
    role: Role,
    at: datetime,
) -> None:
    """Switch a rule off, set its days, or with a blank let it be as usual again.

    Raises ReminderRuleUnknownError, ReminderDaysError, ReminderDaysFixedError.
    """
    rule = _BY_ID.get(rule_id)
    if rule is None:
        raise ReminderRuleUnknownError(rule_id)
    if isinstance(value, int):
        if rule.days_before < 1 or rule.id in _FIXED:
            raise ReminderDaysFixedError(rule_id)
        if not 1 <= value <= MOST_DAYS:
            raise ReminderDaysError(rule_id, value, MOST_DAYS)
    command = SetOffice(
        profile={}, settings={SETTING: {rule_id: value}}, reason=reason, actor=actor, role=role
    )
    set_office(command, uow, at=at)


def _in_use(rules: Sequence[ReminderRule], kept: Kept) -> tuple[ReminderRule, ...]:
    if not kept:
        return tuple(rules)
    return tuple(_as_set(rule, kept) for rule in rules if kept.get(rule.id) != OFF)


def _as_set(rule: ReminderRule, kept: Kept) -> ReminderRule:
    """Return a rule with the days set for it; what speaks on the day or after it is not moved."""
    days = kept.get(rule.id)
    moves = isinstance(days, int) and rule.days_before >= 1 and rule.id not in _FIXED
    return replace(rule, days_before=days) if moves and isinstance(days, int) else rule
