"""Who sits at the desk: the office, the person and their role, from the session of the browser."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Final

from fastapi import Depends, Path, Request, params
from fastapi.responses import Response

from states.steps import Role, Step
from workflow.bootstrap import Installation, Office
from workflow.clock import legal_date
from workflow.i18n import Lang
from workflow.records.accounts import SignedIn
from workflow.services.accounts import SEEN_EVERY, digest_of, who_is
from workflow.services.registers.entering import By

SESSION_COOKIE: Final = "disclosure_session"
LANG_COOKIE: Final = "disclosure_lang"
ACCOUNT: Final = "/account"


class NotSignedInError(Exception):
    """Nobody is signed in, or no longer; they are asked to, and then go on to `wanted`."""

    def __init__(self, wanted: str) -> None:
        """Keep where they wanted to go."""
        super().__init__(wanted)
        self.wanted = wanted


class MustChangePasswordError(Exception):
    """A password that somebody else made is changed before anything else is done."""


class NotForRoleError(Exception):
    """The page is not for the role of who is signed in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An office opened for one page, and who looks at it."""

    office: Office
    signed_in: SignedIn
    lang: Lang
    token: str

    @property
    def actor(self) -> str:
        """The name of whoever is signed in."""
        return self.signed_in.name

    @property
    def role(self) -> Role:
        """Their role in the office."""
        return Role(self.signed_in.role)

    @property
    def now(self) -> datetime:
        """The instant of entry."""
        return self.office.clock.now()

    @property
    def today(self) -> date:
        """Today's date, in Asia/Shanghai."""
        return legal_date(self.now)

    @property
    def step(self) -> Step:
        """A step of theirs, today: what could be done is judged for it."""
        return Step("", self.today, self.today, self.role, actor=self.actor)

    def by(self, key: str | None = None) -> By:
        """Return who writes in a register, now, and under which key."""
        return By(actor=self.actor, role=self.role, at=self.now, idempotency_key=key or None)


def installation_of(request: Request) -> Installation:
    """Return the installation that the application serves."""
    found: Installation = request.app.state.installation
    return found


def client_of(request: Request) -> str:
    """Return the address that a request came from; blank where the server does not say."""
    return request.client.host if request.client else ""


def lang_of(request: Request) -> Lang:
    """Return the language that the browser chose, or the installation's own."""
    chosen = request.cookies.get(LANG_COOKIE)
    return Lang(chosen) if chosen in set(Lang) else Lang(installation_of(request).settings.lang)


def desk_of(request: Request) -> Desk:
    """Return the desk of whoever is signed in; NotSignedInError sends the rest to sign in."""
    installation = installation_of(request)
    token = request.cookies.get(SESSION_COOKIE, "")
    now = installation.clock.now()
    with installation.read() as view:
        found = who_is(view, token, now) if token else None
    if found is None:
        raise NotSignedInError(request.url.path)
    if now - found.seen_at >= SEEN_EVERY:
        with installation.work(found.office_id) as uow:
            uow.accounts.seen(digest_of(token), now)
    if found.must_change and request.url.path not in {ACCOUNT, "/sign-out"}:
        raise MustChangePasswordError
    office = Office(installation, found.office_id, found.office)
    return Desk(office, found, lang_of(request), token)


# A row as an address names it: beyond what a database can hold there is none, and so 404.
RowId = Annotated[int, Path(ge=1, le=2**31 - 1)]
InstallationDep = Annotated[Installation, Depends(installation_of)]
LangDep = Annotated[Lang, Depends(lang_of)]
DeskDep = Annotated[Desk, Depends(desk_of)]


def only(*roles: Role) -> params.Depends:
    """Return the condition that a route is for some roles alone: the rest get 403."""

    def allowed(desk: DeskDep) -> None:
        only_of(desk, frozenset(roles))

    found: params.Depends = Depends(allowed)
    return found


def only_of(desk: Desk, roles: frozenset[Role]) -> None:
    """Let only some roles go on; raises NotForRoleError for the rest."""
    if desk.role not in roles:
        raise NotForRoleError


def keep_session(response: Response, token: str, request: Request) -> None:
    """Give the browser its session: no script reads it, and it ends with the browser."""
    response.set_cookie(
        SESSION_COOKIE,
        token,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
        path="/",
    )
