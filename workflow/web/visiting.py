"""Who comes to the public pages of an office: nobody signs in, and not every office has them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.i18n import Lang
from workflow.services.offices import settings_of
from workflow.web.desk import client_of, installation_of, lang_of


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at an office's public pages."""

    office: Office
    lang: Lang
    address: str  # of the client, as far as the server knows it

    @property
    def now(self) -> datetime:
        """The instant of the visit."""
        return self.office.clock.now()

    @property
    def today(self) -> date:
        """Today's date, in Asia/Shanghai."""
        return legal_date(self.now)

    @property
    def root(self) -> str:
        """Where the public pages of the office begin."""
        return f"/public/{self.office.id}"


def open_offices(request: Request) -> tuple[Office, ...]:
    """Return the offices that have public pages; none where the installation has none."""
    installation = installation_of(request)
    if not installation.settings.public_pages:
        return ()
    return tuple(office for office in installation.offices() if _is_open(office))


def visit_of(request: Request, office_id: int) -> Visit:
    """Return the visit; an office without public pages answers like one that is not there."""
    installation = installation_of(request)
    for office in installation.offices() if installation.settings.public_pages else ():
        if office.id == office_id and _is_open(office):
            return Visit(office, lang_of(request), client_of(request))
    raise HTTPException(404)


def _is_open(office: Office) -> bool:
    with office.read() as view:
        return settings_of(view).public_pages


VisitDep = Annotated[Visit, Depends(visit_of)]
