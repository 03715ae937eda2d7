"""The staff of an office as it is listed: on duty, away with their deputy, or gone."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from states.steps import Role
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.tables.offices import StaffRow
from workflow.records.view import View
from workflow.services.duty import holds
from workflow.web.desk import Desk
from workflow.web.fields import Choice, Field, Kind

_ROLES: Final = tuple(role for role in Role if role is not Role.SYSTEM)
_NOBODY = Text("（暂不移交）", "(nobody for now)")
_NO_DEPUTY = Text("（没有）", "(none)")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the office, and how they stand today."""

    id: int
    name: str
    role: str
    email: str
    is_active: bool
    left_on: date | None
    is_away: bool
    away_until: date | None
    deputy: str
    login: str


def members_of(view: View, desk: Desk) -> tuple[Member, ...]:
    """Return everybody, those on duty before those who left."""
    away = {row.name: row for row in view.absences.all() if holds(row, desk.today)}
    logins = {account.name: account.login for account in view.accounts.all()}
    found = []
    for row in view.staff.all():
        absence = away.get(row.name)
        found.append(
            Member(
                row.id,
                row.name,
                label("roles", row.role, desk.lang),
                row.email,
                row.active,
                row.left_on,
                row.active and absence is not None,
                None if absence is None else absence.until_on,
                "" if absence is None else absence.deputy,
                logins.get(row.name, ""),
            )
        )
    return tuple(sorted(found, key=lambda one: not one.is_active))


def role_choices(lang: Lang) -> tuple[Choice, ...]:
    """Return the roles that a person may have."""
    return tuple(Choice(role.value, label("roles", role, lang)) for role in _ROLES)


def member_fields(lang: Lang) -> tuple[Field, ...]:
    """Return the form of somebody new."""
    name = Field("name", Text("姓名", "Name"), required=True, longest=50)
    return (name, *change_fields(lang))


def change_fields(lang: Lang, row: StaffRow | None = None) -> tuple[Field, ...]:
    """Return the form by which somebody's role and address are changed."""
    return (
        Field(
            "role",
            Text("岗位", "Role"),
            Kind.CHOICE,
            required=True,
            choices=role_choices(lang),
            value="clerk" if row is None else row.role,
        ),
        Field(
            "email",
            Text("电子邮件", "Email"),
            Kind.EMAIL,
            longest=200,
            value="" if row is None else row.email,
            help=Text("提醒发到这里。", "Reminders go here."),
        ),
    )


def absence_fields(others: tuple[str, ...], today: date) -> tuple[Field, ...]:
    """Return the form of an absence."""
    return (
        Field(
            "from_on", Text("开始日期", "From"), Kind.DAY, required=True, value=today.isoformat()
        ),
        Field(
            "until_on",
            Text("最后一天", "Until"),
            Kind.DAY,
            help=Text("不填则到登记返岗为止。", "Left out: until they are back."),
        ),
        _person("deputy", Text("代理人", "Deputy"), others, _NO_DEPUTY),
        Field("why", Text("事由", "Why"), longest=200),
    )


def leaving_fields(others: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the form of somebody's leaving."""
    return (_person("receiver", Text("工作移交给", "Their work goes to"), others, _NOBODY),)


def _person(name: str, words: Text, others: tuple[str, ...], blank: Text) -> Field:
    choices = tuple(Choice(other, other) for other in others)
    return Field(name, words, Kind.CHOICE, choices=choices, blank=blank)
