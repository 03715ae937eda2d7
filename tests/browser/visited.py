"""The pages that a real browser opens: whoever adds a page adds its address here."""

from typing import Final

from states.steps import Role

# Who looks (None: nobody signed in), and the address; office and first request have the number 1.
PAGES: Final[tuple[tuple[Role | None, str], ...]] = (
    (None, "/sign-in"),
    (None, "/public"),
    (None, "/public/1"),
    (None, "/public/1/guide"),
    (None, "/public/1/catalogue"),
    (None, "/public/1/reports"),
    (None, "/public/1/reports/2025"),
    (None, "/public/1/apply"),
    (None, "/public/1/progress"),
    (None, "/public/99"),
    (Role.CLERK, "/account"),
    (Role.CLERK, "/worklist"),
    (Role.CLERK, "/requests/1"),
    (Role.CLERK, "/nowhere"),
)
# Those of them that are shown because something is not there.
NOT_THERE: Final = frozenset({"/public/99", "/nowhere"})
