"""What was read of a report, in one line: a table that was not recognised is seen to be missing."""

from workflow.checking.forms import FORMS
from workflow.checking.naming import TABLES
from workflow.checking.published import PublishedReport
from workflow.i18n import Lang, Text

_READ = Text(
    "{office}　{year}　{form}　读到 {figures} 个数字（{tables}），正文 {characters} 字",
    "{office}  {year}  {form}  {figures} figures read ({tables}), {characters} characters of text",
)
_NO_OFFICE = Text("机关不详", "office unknown")
_NO_YEAR = Text("年度不详", "year unknown")
_YEAR = Text("{year}年度", "{year}")


def summary_of(report: PublishedReport, lang: Lang) -> str:
    """Return what was read of the file, so that a table not recognised is seen to be missing."""
    return _READ.say(
        lang,
        office=report.office or _NO_OFFICE.say(lang),
        year=_NO_YEAR.say(lang) if report.year is None else _YEAR.say(lang, year=report.year),
        form=FORMS[report.form].say(lang),
        figures=sum(len(list(report.cells(table))) for table in report.tables),
        tables=Text("、", ", ").say(lang).join(TABLES[key].say(lang) for key in report.tables),
        characters=sum(len(line) for each in report.sections for line in each.paragraphs),
    )
