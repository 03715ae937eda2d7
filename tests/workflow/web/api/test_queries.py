"""How often a list asks the database does not depend on how long it is."""

import pytest

from tests.workflow.web.api.calling import Program, program
from tests.workflow.web.counted import counting
from tests.workflow.web.visiting import Town

LISTS = (
    "/worklist",
    "/requests",
    "/letters",
    "/registers/complaints",
    "/reports/2025/cells/requests/R1/natural_person",
)


def fill(town: Town, caller: Program, times: int) -> None:
    for day in range(times):
        row, _ = town.log()
        assert caller.post(f"/requests/{row}/letters", {"kind": "registration_form"}).status == 201
        fields = {"matter": "不答复", "received_on": f"2025-09-{day + 1:02}"}
        assert caller.post("/registers/complaints", {"fields": fields}).status == 201


def asked(caller: Program, path: str) -> int:
    caller.get(path)  # what is kept between calls is made ready
    with counting() as found:
        answer = caller.get(path)
    assert answer.body["items"]
    return len(found)


@pytest.mark.parametrize("path", LISTS)
def test_a_longer_list_asks_no_more(town: Town, path: str) -> None:
    caller = program(town)
    fill(town, caller, 2)
    few = asked(caller, path)
    fill(town, caller, 10)

    assert asked(caller, path) == few
