"""The national form of report years 2021 on (国办公开办函〔2021〕30号)."""

from states.statute.practice import Practice
from workflow.reports.forms.dispute_table import dispute_table
from workflow.reports.forms.labels import PROACTIVE_2021, REQUEST_ROWS_2021
from workflow.reports.forms.proactive_table import proactive_table
from workflow.reports.forms.request_table import replies_rule, request_table
from workflow.reports.forms.sections import PROSE, SECTIONS, TEXTS, TITLE
from workflow.reports.forms.shape import ChainRule, Form
from workflow.reports.forms.supplement import supplement

KEY = "2021"
VERSION = 1


def form_2021(practice: Practice) -> Form:
    """Return the form, with its open questions answered as the office's practice has them."""
    return Form(
        KEY,
        VERSION,
        TITLE,
        (
            proactive_table(PROACTIVE_2021, ChainRule("K6", "in_force", "issued", "repealed")),
            request_table(REQUEST_ROWS_2021, lambda rule: rule.row_2021),
            dispute_table(),
        ),
        SECTIONS,
        replies_rule(REQUEST_ROWS_2021),
        supplement=supplement(practice),
        texts=TEXTS,
        prose=PROSE,
    )
