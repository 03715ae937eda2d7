"""Accounts of the sample office: one of each role, so that a reply can be checked by others."""

import secrets
from dataclasses import dataclass

from states.steps import Role
from workflow.bootstrap import Office
from workflow.services.accounts import open_account

_ADMINISTRATOR = "管理员（示范）"
_SUPERVISOR = "监督员（示范）"
_LOGINS = {
    Role.CLERK: "clerk",
    Role.REVIEWER: "reviewer",
    Role.HEAD_OF_OFFICE: "head",
    Role.SUPERVISOR: "supervisor",
    Role.ADMINISTRATOR: "admin",
}


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """Somebody who can sign in at the sample office."""

    login: str
    name: str
    role: Role
    password: str


def open_sample_accounts(office: Office) -> tuple[SampleAccount, ...]:
    """Open an account for the first of each role, all by one password made for this office."""
    password = secrets.token_urlsafe(9)
    with office.work() as uow:
        names = {Role.ADMINISTRATOR: _ADMINISTRATOR, Role.SUPERVISOR: _SUPERVISOR}
        for member in reversed(uow.staff.where(active=True)):
            names[Role(member.role)] = member.name
        for role, login in _LOGINS.items():
            open_account(
                uow,
                names[role],
                login,
                password,
                role=role,
                actor=_ADMINISTRATOR,
                by=Role.ADMINISTRATOR,
                at=office.clock.now(),
            )
    return tuple(
        SampleAccount(login, names[role], role, password) for role, login in _LOGINS.items()
    )
