"""All the rules, in the order in which findings are printed; a new rule is a row of one of these.

Each needs an example; `make docs` writes them to `docs/reference/report-checks.md`.
"""

from workflow.checking.rules.of_forms import OF_FORMS
from workflow.checking.rules.of_tables import OF_TABLES
from workflow.checking.rules.of_texts import OF_TEXTS

RULES = (*OF_TABLES, *OF_TEXTS, *OF_FORMS)
