"""Reports and the calendar by the API: each figure with what it counted, and dates that move."""

from datetime import date

from states.steps import Role
from tests.workflow.web.api.calling import program
from tests.workflow.web.visiting import Town
from workflow.services.freezing import FreezeReport, freeze_report

R1 = "/reports/2025/cells/requests/R1/natural_person"


def test_a_figure_opens_onto_the_requests_it_counted_each_once(town: Town) -> None:
    rows = [town.log(submitted_on=date(2025, 9, day))[0] for day in (1, 2, 3)]
    caller = program(town)
    table = next(
        one for one in caller.get("/reports/2025").body["tables"] if one["key"] == "requests"
    )
    figures = {(one["row"], one["column"]): one["value"] for one in table["figures"]}

    first = caller.get(R1, limit=2).body
    second = caller.get(R1, limit=2, after=first["next"]).body

    assert figures["R1", "natural_person"] == first["value"] == 3
    assert [one["id"] for one in first["items"] + second["items"]] == rows
    assert second["next"] is None


def test_a_figure_that_is_not_there_is_told_with_those_that_are(town: Town) -> None:
    answer = program(town).get("/reports/2025/cells/requests/R99/total")

    assert answer.status == 404
    assert "R99" in answer.body["detail"]


def test_what_does_not_add_up_is_told(town: Town) -> None:
    found = program(town).get("/reports/2025/findings").body["items"]

    assert {one["severity"] for one in found} <= {"error", "warning"}
    assert found


def test_a_year_is_shown_as_it_was_frozen_with_what_came_later(town: Town) -> None:
    town.log(submitted_on=date(2024, 9, 2))
    with town.office.work() as uow:
        command = FreezeReport(year=2024, actor="陈主任", role=Role.HEAD_OF_OFFICE)
        freeze_report(command, uow, at=town.clock.now(), calendar=town.office.calendar)
    town.log(submitted_on=date(2024, 9, 3))
    caller = program(town)

    report = caller.get("/reports/2024").body
    (frozen,) = caller.get("/reports/2024/frozen").body["items"]

    assert report["frozen_at"] is not None
    assert report["errata"]
    assert (frozen["turn"], frozen["frozen_by"]) == (1, "陈主任")
    assert caller.get(R1.replace("2025", "2024")).body["is_frozen"] is True


def test_a_report_is_as_known_on_a_day(town: Town) -> None:
    town.log(submitted_on=date(2025, 9, 1))
    caller = program(town)

    assert caller.get(R1, known="2025-09-21").body["value"] == 0
    assert caller.get(R1, known="2025-09-22").body["value"] == 1
    answer = caller.get(R1, known="上周")
    assert (answer.status, answer.body["field"]) == (422, "known")


def test_a_report_is_given_as_a_file(town: Town) -> None:
    caller = program(town)

    assert caller.get("/reports/2025/file", format="xlsx").content.startswith(b"PK")
    assert caller.get("/reports/2025/file", format="json").body["year"] == 2025


def test_the_calendar_has_the_days_that_are_not_as_their_weekday(town: Town) -> None:
    days = {one["day"]: one for one in program(town).get("/calendar/2025").body["days"]}

    assert days["2025-10-01"]["kind"] == "holiday"
    assert days["2025-09-28"]["kind"] == "makeup_workday"  # a Sunday
    assert "2025-09-22" not in days


def test_a_notice_is_looked_at_then_loaded_once_and_moves_what_runs_into_it(town: Town) -> None:
    # The notice of 2026 comes with the program; this takes Fri 2025-10-24 as a day off besides.
    row, number = town.log(submitted_on=date(2025, 9, 22))
    caller = program(town, Role.ADMINISTRATOR)
    days = [
        {"name": one["name"] or "调休", "day": one["day"], "is_off": one["kind"] == "holiday"}
        for one in caller.get("/calendar/2025").body["days"]
    ]
    sent = {
        "year": 2025,
        "days": [*days, {"name": "台风停工", "day": "2025-10-24", "is_off": True}],
        "force": True,
    }

    looked = caller.post("/holiday-notices", sent | {"dry_run": True})
    assert looked.status == 200, looked.body
    assert looked.body["loaded"] is False
    assert caller.get(f"/requests/{row}").body["answer_due"] == "2025-10-24"
    loaded = caller.post("/holiday-notices", sent)
    again = caller.post("/holiday-notices", sent)

    assert loaded.body["loaded"] is True
    assert [(one["number"], one["new_due"]) for one in loaded.body["moved"]] == [
        (number, "2025-10-27")
    ]
    assert caller.get(f"/requests/{row}").body["answer_due"] == "2025-10-27"
    assert again.body["loaded"] is False


def test_a_notice_with_something_doubtful_is_refused_until_it_is_meant(town: Town) -> None:
    caller = program(town, Role.HEAD_OF_OFFICE)
    sent = {"year": 2027, "days": [{"name": "元旦", "day": "2031-01-01", "is_off": True}]}

    answer = caller.post("/holiday-notices", sent)

    assert (answer.status, answer.body["field"]) == (422, "days")
