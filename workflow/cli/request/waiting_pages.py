"""Lists that wait for a decision, on a terminal: extensions asked for, and what may lapse."""

from collections.abc import Iterable

from rich.table import Table

from workflow.cli.request.handling_pages import PROVISIONAL, titled_table
from workflow.i18n import Lang, Text
from workflow.services.handling.extending import Outlook, WaitingExtension
from workflow.services.handling.lapsing import LapseProposal
from workflow.services.telling.handling_lines import article_words
from workflow.services.worklist import mask
from workflow.wording.rehearsals import outlook_words

_WAITING = (
    Text("编号", "Number"),
    Text("提请", "Asked"),
    Text("提请人", "By"),
    Text("工作日", "Days"),
    Text("现在的期限", "Due now"),
    Text("延长之后", "Extended"),
    Text("理由", "Reason"),
)
_LAPSES = (
    Text("编号", "Number"),
    Text("申请人", "Applicant"),
    Text("事项", "For want of"),
    Text("起算", "From"),
    Text("工作日", "Days"),
    Text("调休日计入", "Worked weekends counted"),
    Text("调休日不计", "not counted"),
    Text("依据", "Article"),
)
_FOR_WANT_OF = {
    "lapse_uncorrected": Text("逾期不补正", "correction"),
    "lapse_unpaid": Text("逾期不缴费", "payment"),
}


def outlook_line(found: Outlook, lang: Lang) -> str:
    """Return what an extension would do: 12-21 → 01-20, and by which article."""
    return outlook_words(
        lang,
        workdays=found.workdays,
        due=found.due,
        extended=found.extended_due,
        article=article_words(found.citation, lang),
        is_provisional=found.provisional,
        is_void=found.is_void,
    )


def waiting_table(found: Iterable[WaitingExtension], lang: Lang) -> Table:
    """Return the extensions that wait for the head of office."""
    table = titled_table(None, _WAITING, lang)
    for one in found:
        table.add_row(
            one.number,
            one.asked_on.isoformat(),
            one.asked_by,
            str(one.outlook.workdays),
            one.outlook.due.isoformat(),
            one.outlook.extended_due.isoformat(),
            one.reason,
        )
    return table


def lapses_table(proposals: Iterable[LapseProposal], lang: Lang) -> Table:
    """Return what may be deemed abandoned, with both readings of the period."""
    table = titled_table(None, _LAPSES, lang)
    for one in proposals:
        lapse = one.lapse
        mark = PROVISIONAL.say(lang) if lapse.provisional else ""
        table.add_row(
            one.row.number,
            mask(one.row.applicant, one.row.applicant_kind),
            _FOR_WANT_OF[lapse.move].say(lang),
            lapse.since.isoformat(),
            str(lapse.workdays),
            lapse.readings.counted.isoformat(),
            f"{lapse.readings.uncounted.isoformat()}{mark}",
            article_words(lapse.citation, lang),
        )
    return table
