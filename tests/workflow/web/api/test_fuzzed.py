"""The API, asked by schemathesis: no fault of the program, and no answer that is not described.

`make api-fuzz` asks as three roles and 5,000 times or more; here it is asked some hundred times.
"""

from states.steps import Role
from tests.workflow.web.api.fuzzing import fuzz
from tests.workflow.web.api.permissions import PERMISSIONS
from tests.workflow.web.visiting import Town

FEWEST = 300


def test_no_call_is_answered_otherwise_than_is_described(furnished: Town) -> None:
    found = fuzz(furnished, Role.CLERK, 280, is_whole=False)

    assert found.failures == []
    assert found.errors == []
    assert found.cases >= FEWEST
    assert found.asked == PERMISSIONS.keys()
    assert max(found.statuses) < 500
    assert found.phases["stateful"] > 0
    assert furnished.office.verify().first_break is None
