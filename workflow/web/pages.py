"""A page of the desk: the template, what it shows, and the frame that every page stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from fastapi.responses import HTMLResponse, RedirectResponse

from states.steps import Role
from workflow.i18n import Lang
from workflow.web.desk import Desk
from workflow.web.templating import answer

_CASEWORK = frozenset({Role.CLERK, Role.REVIEWER, Role.HEAD_OF_OFFICE, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the navigation: its address, its words, and whether it is where we are."""

    address: str
    words: str
    is_here: bool


# Address, words, and the roles that see the entry; a role that does not may not open it either.
_ENTRIES = (
    ("/worklist", "待办", frozenset(Role)),
    ("/review", "保密审查待办", frozenset({Role.REVIEWER, Role.HEAD_OF_OFFICE})),
    ("/approval", "待审批", frozenset({Role.HEAD_OF_OFFICE})),
    ("/requests/new", "登记", frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})),
    ("/requests", "查询", frozenset(Role)),
    ("/letters", "文书", frozenset(Role)),
    ("/registers", "登记簿", frozenset(Role)),
    ("/reports", "年报", frozenset(Role)),
    ("/dashboard", "统计", frozenset(Role)),
    ("/calendar", "日历", frozenset(Role)),
    ("/office", "本机关", frozenset(Role)),
)


def page(
    desk: Desk,
    name: str,
    shown: Mapping[str, object],
    *,
    here: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Return a page of the desk; `here` is the entry of the navigation it belongs to."""
    frame = {
        "desk": desk,
        "today": desk.today,
        "navigation": navigation(desk, here),
        "here": here,
    }
    return answer(name, desk.lang, {**frame, **shown}, status=status, headers=headers)


def navigation(desk: Desk, here: str) -> tuple[Entry, ...]:
    """Return the entries that a role sees."""
    return tuple(
        Entry(address, words, address == here)
        for address, words, roles in _ENTRIES
        if desk.role in roles
    )


def plain_page(
    name: str, lang: Lang, shown: Mapping[str, object], *, status: int = 200
) -> HTMLResponse:
    """Return a page that nobody need be signed in for."""
    return answer(name, lang, shown, status=status)


def go_to(address: str, **facts: str) -> RedirectResponse:
    """Send the browser on after something was done; a reload then repeats nothing."""
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in facts.items() if value)
    return RedirectResponse(f"{address}?{query}" if query else address, status_code=303)


def is_local(address: str) -> bool:
    """Say whether an address is of this desk: nobody is sent to another site."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and "\n" not in address
