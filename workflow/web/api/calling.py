"""Who calls: a bearer token, and the member of staff as whom it acts; cookies open nothing here."""

from datetime import datetime
from typing import Annotated, Final

from fastapi import Depends, Header, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from workflow.bootstrap import Installation, Office
from workflow.clock import legal_date
from workflow.records.accounts import SignedIn
from workflow.records.tokens import Bearer
from workflow.services.tokens import USED_EVERY, bearer_of, count_wrong
from workflow.web.api.languages import spoken_to
from workflow.web.desk import Desk, client_of, installation_of

_SCHEME: Final = HTTPBearer(
    scheme_name="token",
    bearerFormat="disclosure_…",
    description="管理员生成的令牌。 A token that the administrator made.",
    auto_error=False,
)
_LONGEST: Final = 200


class NoTokenError(Exception):
    """Nobody is let in by what was sent; `is_wrong` where a token was, and opens nothing."""

    def __init__(self, *, is_wrong: bool) -> None:
        """Keep whether there was one."""
        super().__init__(is_wrong)
        self.is_wrong = is_wrong


def caller_of(
    request: Request,
    sent: Annotated[HTTPAuthorizationCredentials | None, Security(_SCHEME)],
    accept_language: Annotated[
        str | None,
        Header(
            description="用哪种语言说明：zh-CN 或者 en。 In which language it is explained.",
            examples=["zh-CN"],
        ),
    ] = None,
) -> Desk:
    """Return the desk at which a token works: the office and the role of its member of staff."""
    del accept_language  # read wherever something is said; named here to be documented
    installation = installation_of(request)
    now = installation.clock.now()
    if sent is None:
        raise NoTokenError(is_wrong=False)
    bearer = _bearer(installation, sent.credentials, now)
    if bearer is None:
        _count(installation, request, now)
        raise NoTokenError(is_wrong=True)
    if bearer.last_used_at is None or now - bearer.last_used_at >= USED_EVERY:
        with installation.work(bearer.office_id) as uow:
            uow.tokens.used(bearer.token_id, now)
    office = Office(installation, bearer.office_id, bearer.office)
    return Desk(office, _as_signed_in(bearer, now), spoken_to(request), "")


def _bearer(installation: Installation, text: str, now: datetime) -> Bearer | None:
    if len(text) > _LONGEST:
        return None
    with installation.read() as view:
        return bearer_of(view, text, legal_date(now))


def _count(installation: Installation, request: Request, now: datetime) -> None:
    """Count a wrong token with the first office: it names none, and belongs to nobody."""
    office = installation.first_office()
    if office is not None:
        with installation.work(office.id) as uow:
            count_wrong(client_of(request), uow, at=now)


def _as_signed_in(bearer: Bearer, now: datetime) -> SignedIn:
    return SignedIn(
        office_id=bearer.office_id,
        office=bearer.office,
        account_id=0,
        name=bearer.name,
        role=bearer.role,
        login="",
        must_change=False,
        opened_at=now,
        seen_at=now,
    )


CallerDep = Annotated[Desk, Depends(caller_of)]
