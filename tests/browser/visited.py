"""The pages that a real browser opens: whoever adds a page adds its address here."""

from typing import Final

from states.steps import Role

# Who looks (None: nobody signed in), and the address; office and first request have the number 1.
_NOBODY: Final = (
    "/sign-in",
    "/public",
    "/public/1",
    "/public/1/guide",
    "/public/1/catalogue",
    "/public/1/reports",
    "/public/1/reports/2025",
    "/public/1/apply",
    "/public/1/progress",
    "/public/99",
)
_CLERK: Final = (
    "/account",
    "/notices",
    "/worklist",
    "/worklist?q=公&show=near&sort=received",
    "/requests",
    "/requests/new",
    "/requests/1",
    "/requests/1/logged",
    "/requests/1/slip",
    "/requests/1/attachments",
    "/requests/1/letters/new",
    "/requests/1/steps/serve",  # closed: what is not lawful says why
    "/requests/17/steps/amend",
    "/requests/17/steps/annul",
    "/requests/17/steps/consult",
    "/requests/17/steps/correct-ask",
    "/requests/17/steps/decide",
    "/requests/17/steps/extend-ask",
    "/requests/17/steps/fee-notify",
    "/requests/17/steps/split",
    "/letters",
    "/letters/1",
    "/registers",
    "/registers/publications",
    "/registers/publications/new",
    "/registers/publications/1",
    "/registers/publications/1/amend",
    "/registers/complaints",
    "/registers/reconsiderations",
    "/registers/lawsuits",
    "/registers/inquiries",
    "/registers/incoming-mail",
    "/registers/outgoing-mail",
    "/registers/records-corrections",
    "/registers/directory",
    "/registers/fees",
    "/registers/withheld",
    "/registers/withheld/review",
    "/calendar",
    "/reports",
    "/reports/check",
    "/reports/2025",
    "/reports/2026",
    "/reports/2026/cells/requests/R3.1/total",
    "/reports/2026/figures",
    "/reports/2026/narrative",
    "/reports/2025/freeze",
    "/reports/2025/publish",
    "/dashboard",
    "/handover",
    "/handover/1",
    "/nowhere",
)
_HEAD: Final = (
    "/review",
    "/approval",
    "/calendar/load",
    "/letters/settings",
    "/letters/templates",
    "/letters/templates/correction_notice",
    "/office",
    "/office/edit",
    "/office/staff",
    "/office/staff/new",
    "/office/staff/1",
    "/office/accounts",
    "/office/reminders",
    "/office/reminders/rules",
    "/audit",
)
_ADMINISTRATOR: Final = ("/office/tokens",)
PAGES: Final[tuple[tuple[Role | None, str], ...]] = (
    *((None, path) for path in _NOBODY),
    *((Role.CLERK, path) for path in _CLERK),
    *((Role.HEAD_OF_OFFICE, path) for path in _HEAD),
    *((Role.ADMINISTRATOR, path) for path in _ADMINISTRATOR),
)
# Those of them that are shown because something is not there.
NOT_THERE: Final = frozenset({"/public/99", "/nowhere"})
