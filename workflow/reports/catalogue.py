"""Which forms there are, and which one a report year has."""

from collections.abc import Callable

from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.reports.errors import FormUnknownError
from workflow.reports.forms import form_2008, form_2014, form_2019, form_2021
from workflow.reports.forms.labels import FORM_2019_SINCE, FORM_2021_SINCE
from workflow.reports.forms.shape import Form

# A new form is entered here: its key, and the function that settles it for an office's practice.
FORMS: dict[str, Callable[[Practice], Form]] = {
    form_2008.KEY: form_2008.form_2008,
    form_2014.KEY: form_2014.form_2014,
    form_2019.KEY: form_2019.form_2019,
    form_2021.KEY: form_2021.form_2021,
}

# The form that report years have from this one on; the table of 2014 is made on request alone.
_SINCE: dict[int, str] = {
    0: form_2008.KEY,
    FORM_2019_SINCE: form_2019.KEY,
    FORM_2021_SINCE: form_2021.KEY,
}


def form_key(year: int) -> str:
    """Return the key of the form that a report year has."""
    return _SINCE[max(since for since in _SINCE if since <= year)]


def form_for(year: int, practice: Practice = DEFAULT_PRACTICE, *, key: str | None = None) -> Form:
    """Return the form of a report year, or the one asked for by its key."""
    wanted = key or form_key(year)
    if wanted not in FORMS:
        raise FormUnknownError(wanted, tuple(FORMS))
    return FORMS[wanted](practice)
