"""Proactive publication: reviewed first, published within twenty working days, never reviewed by
whoever prepared it (条例(2019) 第十七、二十六条).

Counted by hand: from Mon 2025-08-25, 26..29 = 1..4, 09-01..05 = 5..9, 8..12 = 10..14,
15..19 = 15..19, Mon 09-22 = 20; from Fri 2025-08-22 one working day earlier, Fri 09-19.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_member, a_publication, by
from workflow.bootstrap import Office
from workflow.records.office_settings import OfficeSettings
from workflow.records.register_facts import (
    Publication,
)
from workflow.records.tables.registers import PublicationRow
from workflow.services.errors import (
    DaysReversedError,
    NothingChangedError,
)
from workflow.services.offices import SetOffice, set_office
from workflow.services.registers.errors import (
    AlreadyPublishedError,
    IndexNumberTakenError,
    ReviewerIsOfficerError,
    ReviewMissingError,
)
from workflow.services.registers.publishing import (
    PublicationLine,
    Review,
    ReviewDecision,
    amend_publication,
    category_code,
    enter_publication,
    propose_index,
    publish,
    published_late,
    review,
    to_be_published,
)
from workflow.services.worklist import Light

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
DUE_TODAY = date(2025, 8, 25)  # Monday
DUE_ON_FRIDAY = date(2025, 8, 22)  # Friday
OFFICER, REVIEWER = "王小兰", "赵审查"


@pytest.fixture
def office(office: Office) -> Office:
    a_member(office, OFFICER)
    a_member(office, REVIEWER, Role.REVIEWER)
    return office


def coded(office: Office, code: str = "QZ06913") -> None:
    command = SetOffice(
        profile={},
        settings={"office_code": code},
        reason="设定",
        actor="管理员",
        role=Role.ADMINISTRATOR,
    )
    with office.work() as uow:
        set_office(command, uow, at=office.clock.now())


def formed(
    office: Office,
    title: str = "预算",
    on: date = DUE_TODAY,
    *,
    index_number: str = "",
    category: str = "",
) -> PublicationRow:
    facts = Publication(
        title=title,
        formed_on=on,
        officer=OFFICER,
        index_number=index_number,
        category=category,
    )
    with office.work() as uow:
        row_id = enter_publication(facts, uow, by(office, OFFICER))
        return uow.publications.find(row_id)


def reviewed(
    office: Office,
    row_id: int,
    decision: ReviewDecision = ReviewDecision.PASSED,
    *,
    reviewer: str = REVIEWER,
    role: Role = Role.REVIEWER,
) -> None:
    command = Review(
        row_id=row_id,
        decision=decision,
        basis="不涉及国家秘密、商业秘密、个人隐私",
        reviewer=reviewer,
        reviewed_on=TODAY,
    )
    with office.work() as uow:
        review(command, uow, by(office, reviewer, role))


def published(office: Office, row_id: int, on: date = TODAY, *, key: str = "") -> PublicationRow:
    with office.work() as uow:
        return publish(row_id, on, "website notice_board", uow, by(office, OFFICER, key=key))


def waiting(office: Office) -> list[PublicationLine]:
    with office.read() as view:
        return to_be_published(view, TODAY, office.calendar, office.practice)


def late(office: Office) -> list[PublicationLine]:
    with office.read() as view:
        return published_late(view, date(2025, 1, 1), TODAY, office.calendar, office.practice)


def seen(lines: Sequence[PublicationLine]) -> list[tuple[str, date, int, Light]]:
    return [(line.row.title, line.due.on, line.due.left, line.due.light) for line in lines]


# --- from formed to published ----------------------------------------------------------------


def test_what_was_formed_waits_with_the_day_it_is_due(office: Office) -> None:
    formed(office, "今日到期", DUE_TODAY)
    formed(office, "已逾期", DUE_ON_FRIDAY)
    # From Fri 2025-09-19: 22..26 = 1..5, Sun 28 = 6, 29, 30 = 8, 10-01..08 off, 9, 10 = 10,
    # Sat 11 = 11, 13..17 = 12..16, 20..23 = 17..20.
    formed(office, "还早", date(2025, 9, 19))

    assert seen(waiting(office)) == [
        ("已逾期", date(2025, 9, 19), -1, Light.RED),
        ("今日到期", date(2025, 9, 22), 0, Light.RED),
        ("还早", date(2025, 10, 23), 19, Light.GREEN),
    ]


def test_on_a_day_of_rest_what_was_due_the_day_before_is_late(office: Office) -> None:
    formed(office, on=DUE_ON_FRIDAY)

    with office.read() as view:
        saturday = to_be_published(view, date(2025, 9, 20), office.calendar, office.practice)

    assert saturday[0].due.is_late


def test_nothing_is_published_before_its_review(office: Office) -> None:
    row = formed(office)

    with pytest.raises(ReviewMissingError):
        published(office, row.id)


def test_what_passed_its_review_is_published_and_waits_no_more(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id)

    done = published(office, row.id)

    assert (done.published_on, done.channels) == (TODAY, "website notice_board")
    assert (done.reviewed_by, done.review, done.reviewed_on) == (REVIEWER, "passed", TODAY)
    assert waiting(office) == []
    assert late(office) == []
    assert office.verify().holds


def test_what_the_review_refused_is_neither_published_nor_waited_for(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id, ReviewDecision.REFUSED)

    assert waiting(office) == []
    with pytest.raises(ReviewMissingError):
        published(office, row.id)


def test_what_is_published_after_severance_has_passed_its_review(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id, ReviewDecision.SEVERED)

    assert published(office, row.id).published_on == TODAY


def test_nobody_reviews_what_they_prepared(office: Office) -> None:
    row = formed(office)

    with pytest.raises(ReviewerIsOfficerError):
        reviewed(office, row.id, reviewer=OFFICER, role=Role.HEAD_OF_OFFICE)


def test_a_clerk_reviews_nothing(office: Office) -> None:
    row = formed(office)

    with pytest.raises(MoveRefusedError):
        reviewed(office, row.id, reviewer="李四", role=Role.CLERK)


def test_what_was_reviewed_is_not_given_to_its_reviewer(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id)

    with pytest.raises(ReviewerIsOfficerError), office.work() as uow:
        amend_publication(row.id, {"officer": REVIEWER}, "改派", uow, by(office))


def test_what_is_published_is_reviewed_no_more(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id)
    published(office, row.id)

    with pytest.raises(AlreadyPublishedError):
        reviewed(office, row.id, ReviewDecision.REFUSED)


def test_something_is_published_once(office: Office) -> None:
    row = formed(office)
    reviewed(office, row.id)
    published(office, row.id, key="k")
    published(office, row.id, key="k")

    with pytest.raises(AlreadyPublishedError):
        published(office, row.id)
    with office.read() as view:
        assert view.publications.version(row.id) == 3


def test_nothing_is_published_before_it_was_formed(office: Office) -> None:
    row = formed(office, on=date(2025, 9, 19))
    reviewed(office, row.id)

    with pytest.raises(DaysReversedError):
        published(office, row.id, date(2025, 9, 18))


def test_what_came_after_its_day_is_published_late(office: Office) -> None:
    row = formed(office, on=DUE_ON_FRIDAY)
    reviewed(office, row.id)
    published(office, row.id)

    assert seen(late(office)) == [("预算", date(2025, 9, 19), -1, Light.RED)]


def test_under_the_text_of_2007_the_period_is_twenty_working_days_too(office: Office) -> None:
    with office.work() as uow:
        uow.publications.add(
            # From Wed 2017-09-20: Thu 21..Fri 22 = 2, 25..29 = 7, Sat 30 = 8, 10-01..08 off,
            # 9..13 = 13, 16..20 = 18, 23 = 19, Tue 24 = 20.
            Publication(title="通告", formed_on=date(2017, 9, 20), published_on=date(2017, 10, 25)),
            actor="台账",
            at=office.clock.now(),
        )

    with office.read() as view:
        (line,) = published_late(
            view, date(2017, 1, 1), date(2017, 12, 31), office.calendar, office.practice
        )

    assert (line.due.on, line.due.left) == (date(2017, 10, 24), -1)
    assert line.due.deadline.citation.short == "条例(2007) 第十八条"


# --- entered as published --------------------------------------------------------------------


def test_what_is_entered_as_published_names_its_review(office: Office) -> None:
    facts = Publication(title="通告", formed_on=DUE_TODAY, published_on=TODAY, channels="website")

    with pytest.raises(ReviewMissingError), office.work() as uow:
        enter_publication(facts, uow, by(office, OFFICER))


def test_what_is_entered_as_published_was_not_reviewed_by_whoever_enters_it(
    office: Office,
) -> None:
    facts = Publication(
        title="通告",
        formed_on=DUE_TODAY,
        published_on=TODAY,
        channels="website",
        review="passed",
        reviewed_by=OFFICER,
        reviewed_on=TODAY,
    )

    with pytest.raises(ReviewerIsOfficerError), office.work() as uow:
        enter_publication(facts, uow, by(office, OFFICER))


def test_a_day_of_publication_is_not_slipped_in_past_the_review(office: Office) -> None:
    row = formed(office)

    with pytest.raises(ReviewMissingError), office.work() as uow:
        amend_publication(row.id, {"published_on": TODAY}, "补登", uow, by(office))


def test_what_was_imported_as_published_is_history_and_can_be_put_right(office: Office) -> None:
    with office.work() as uow:
        row_id = uow.publications.add(a_publication(), actor="台账", at=office.clock.now())
        changes: dict[str, object] = {"published_on": date(2017, 3, 7)}
        amend_publication(row_id, changes, "日期有误", uow, by(office))

    with office.read() as view:
        assert view.publications.find(row_id).published_on == date(2017, 3, 7)


# --- index numbers ---------------------------------------------------------------------------


def test_an_index_number_is_proposed_of_code_category_year_and_serial(office: Office) -> None:
    coded(office)

    numbers = [
        formed(office, "预算", category="财政资金类").index_number,
        formed(office, "机构", category="机构职能类").index_number,
        formed(office, "别的", category="自定类别").index_number,
    ]

    # The serial runs through the year, whatever the category; one on no list is 其他类.
    assert numbers == [
        "QZ06913-0500-2025-00001",
        "QZ06913-0100-2025-00002",
        "QZ06913-9900-2025-00003",
    ]
    assert {len(number) for number in numbers} == {23}


def test_without_the_code_of_the_office_no_number_is_proposed(office: Office) -> None:
    assert formed(office).index_number == ""


def test_the_next_serial_follows_the_largest_of_the_year(office: Office) -> None:
    coded(office)
    formed(office, index_number="QZ06913-0500-2025-00041")
    formed(office, index_number="QZ06913-0500-2024-00099")
    formed(office, index_number="XM02100-0101-2025-00500")

    with office.read() as view:
        assert propose_index(view, "财政资金类", 2025) == "QZ06913-0500-2025-00042"
        assert propose_index(view, "财政资金类", 2026) == "QZ06913-0500-2026-00001"


def test_the_number_of_a_void_entry_is_not_given_out_again(office: Office) -> None:
    coded(office)
    row = formed(office)
    with office.work() as uow:
        uow.publications.annul(row.id, reason="误", actor="李四", at=office.clock.now())

    assert formed(office).index_number.endswith("-00002")


def test_an_index_number_belongs_to_one_publication(office: Office) -> None:
    formed(office, index_number="甲1")

    with pytest.raises(IndexNumberTakenError):
        formed(office, index_number="甲1")


def test_an_index_number_is_not_changed_to_one_that_is_taken(office: Office) -> None:
    formed(office, index_number="甲1")
    other = formed(office, index_number="甲2")

    with pytest.raises(IndexNumberTakenError), office.work() as uow:
        amend_publication(other.id, {"index_number": "甲1"}, "更正", uow, by(office))


def test_an_index_number_may_be_said_again_unchanged(office: Office) -> None:
    row = formed(office, index_number="甲1")

    with pytest.raises(NothingChangedError), office.work() as uow:
        amend_publication(row.id, {"index_number": "甲1"}, "更正", uow, by(office))


def test_entering_twice_under_one_key_takes_one_number(office: Office) -> None:
    coded(office)
    facts = Publication(title="预算", formed_on=DUE_TODAY)
    for _ in range(2):
        with office.work() as uow:
            enter_publication(facts, uow, by(office, OFFICER, key="k"))

    assert [line.row.index_number for line in waiting(office)] == ["QZ06913-9900-2025-00001"]


def test_a_category_that_is_renamed_keeps_its_code() -> None:
    settings = OfficeSettings(publication_categories={"2510": "财政资金类"})

    assert category_code("财政资金类", settings) == "2510"
    assert category_code("别的", settings) == "9900"
