"""The national form of report years 2019 and 2020 (国办公开办函〔2019〕60号)."""

from states.statute.practice import Practice
from workflow.reports.forms.dispute_table import dispute_table
from workflow.reports.forms.labels import PROACTIVE_2019, REQUEST_ROWS_2019
from workflow.reports.forms.proactive_table import proactive_table
from workflow.reports.forms.request_table import replies_rule, request_table
from workflow.reports.forms.sections import PROSE, SECTIONS, TEXTS, TITLE
from workflow.reports.forms.shape import Form
from workflow.reports.forms.supplement import supplement

KEY = "2019"
VERSION = 1


def form_2019(practice: Practice) -> Form:
    """Return the form, with its open questions answered as the office's practice has them."""
    return Form(
        KEY,
        VERSION,
        TITLE,
        (
            proactive_table(PROACTIVE_2019),
            request_table(REQUEST_ROWS_2019, lambda rule: rule.row_2019),
            dispute_table(),
        ),
        SECTIONS,
        replies_rule(REQUEST_ROWS_2019),
        supplement=supplement(practice),
        texts=TEXTS,
        prose=PROSE,
    )
