"""Which form belongs to which report year."""

from workflow.i18n import Text
from workflow.reports.forms.labels import FORM_2019_SINCE, FORM_2021_SINCE

FORMS: dict[str, Text] = {
    "2008": Text("2018年以前的统计表", "the table of up to 2018"),
    "2014": Text("2014年全国统计表", "the national table of 2014"),
    "2019": Text("2019年格式（国办公开办函〔2019〕60号）", "the form of 2019"),
    "2021": Text("2021年格式（国办公开办函〔2021〕30号）", "the form of 2021"),
}
_FIRST_2014 = 2014


def forms_of_year(year: int) -> tuple[str, ...]:
    """Return the forms that a report of a year may be in; up to 2018 a place had its own, too."""
    if year >= FORM_2021_SINCE:
        return ("2021",)
    if year >= FORM_2019_SINCE:
        return ("2019",)
    return ("2008", "2014") if year >= _FIRST_2014 else ("2008",)
