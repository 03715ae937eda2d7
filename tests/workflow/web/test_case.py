"""The page of one request: where it stands, how its days are counted, and what may be done."""

import re
from datetime import date

import pytest

from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_letter, a_move, a_request
from tests.replies import an_item
from tests.workflow.faults.lives import LIVES
from tests.workflow.web.counted import counting
from tests.workflow.web.taking import DRAFTED, EXTENDED, OBJECTS, address
from tests.workflow.web.visiting import MONDAY, Page, Town
from workflow.services.relating import LinkRequests, link


def case(town: Town, row_id: int, role: Role = Role.CLERK, **query: object) -> Page:
    page = town.visitor(role).get(f"/requests/{row_id}", **query)
    assert page.status == 200, page.words
    return page


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_everybody_of_the_office_may_look(town: Town, role: Role) -> None:
    row_id, number = town.log()

    assert number in case(town, row_id, role).words


def test_a_request_of_another_office_is_not_found(town: Town) -> None:
    row_id, _ = town.log(town.other)

    assert town.visitor().get(f"/requests/{row_id}").status == 404
    for none in ("9999", "-1", "0", "x", str(10**25)):
        assert town.visitor().get(f"/requests/{none}").status == 404


def test_the_head_says_the_light_in_words_and_the_due_date(town: Town) -> None:
    # Mon 2025-09-01 and 20 working days: Sun 09-28, a worked weekend: 5 left on Mon 09-22.
    row_id, _ = town.log()

    words = case(town, row_id).words

    assert "还剩 5 个工作日" in words
    assert "2025-09-28 周日" in words
    assert "第三十三条第二款" in words


def test_every_day_of_the_count_says_why_it_counts_or_does_not(town: Town) -> None:
    row_id, _ = town.log()

    page = case(town, row_id)

    for said in (
        "2025年9月1日（周一）：起算日，不计入",
        "2025年9月2日（周二）：第 1 个工作日",
        "2025年9月6日（周六）：周末，不计入",
        "2025年9月28日（周日）：调休上班，第 20 个工作日，答复期限",
    ):
        assert f'title="{said}"' in page.text
        assert said in page.words  # and not by the pointer alone


def test_days_of_a_holiday_and_after_an_extension_are_marked(town: Town) -> None:
    row_id, number = town.log()
    for place, step in enumerate(LIVES[EXTENDED]):
        step.do(town.office, number, f"extended-{place}")

    words = case(town, row_id).words

    assert "2025年10月1日（周三）：放假，不计入" in words
    assert "2025年10月9日（周四）：第 23 个工作日（延长后）" in words
    assert "2025年10月11日（周六）：调休上班，第 25 个工作日（延长后）" in words
    assert "原期限 2025年9月28日（周日）" in words


def test_days_of_a_consultation_are_marked_with_its_article(town: Town) -> None:
    row_id, number = town.log(submitted_on=date(2025, 9, 15))
    a_move(town.office, number, "consult_third_party", date(2025, 9, 17), ref="1")
    a_move(town.office, number, "record_third_party_delivery", date(2025, 9, 18), ref="1")

    page = case(town, row_id)

    assert "2025年9月19日（周五）：征求意见，不计入" in page.words
    assert "‖" in page.words
    assert "停表" in page.words


def test_a_request_not_yet_received_shows_what_confirms_it(town: Town) -> None:
    row_id, _ = town.log(channel=Channel.INTERNET, submitted_on=date(2025, 9, 22))

    page = case(town, row_id)

    assert "待确认收到" in page.words
    assert "下一步：确认收到" in page.words
    assert address(row_id, "confirm") in page.text


def test_the_next_step_comes_first_and_the_unlawful_ones_say_why(town: Town) -> None:
    row_id, number = town.log(officer="李四")
    for place, step in enumerate(LIVES[DRAFTED][:1]):
        step.do(town.office, number, f"drafted-{place}")

    page = case(town, row_id)

    assert "下一步：送审" in page.words
    first = page.text.index('class="next-step"')
    assert address(row_id, "submit") in page.text[first : first + 200]
    greyed = page.words.partition("现在不能办的，和原因")[2]
    assert "收到补正 ： 申请现为“办理中”，不能办理“收到补正”" in greyed
    assert "第三十条" in greyed
    assert address(row_id, "correct-receive") not in page.text


def test_a_role_is_offered_its_own_steps_alone(town: Town) -> None:
    row_id, number = town.log()
    for place, step in enumerate(LIVES[DRAFTED][:9]):
        step.do(town.office, number, f"drafted-{place}")

    clerk = case(town, row_id)
    reviewer = case(town, row_id, Role.REVIEWER)
    supervisor = case(town, row_id, Role.SUPERVISOR)

    assert address(row_id, "review") not in clerk.text
    assert address(row_id, "review") in reviewer.text
    assert address(row_id, "decide") not in reviewer.text
    assert "/steps/" not in supervisor.text
    assert "您的岗位现在没有可以办的" in supervisor.words


def test_duties_lead_to_the_step_that_does_them(town: Town) -> None:
    row_id, number = town.log()
    for place, step in enumerate(LIVES[OBJECTS][:3]):
        step.do(town.office, number, f"consulted-{place}")

    page = case(town, row_id)

    assert "认定第三方不同意公开的理由是否合理" in page.words
    assert address(row_id, "consult-judge") in page.text
    assert "东海公司" in page.words
    assert "商业秘密" in page.words


def test_what_was_annulled_is_struck_and_what_was_done_can_be_undone(town: Town) -> None:
    row_id, number = town.log()
    entry = a_move(town.office, number, "consult_third_party", MONDAY, ref="1")

    done = case(town, row_id, done=entry.seq)
    assert "已登记： 征求第三方意见" in done.words.replace("已登记：", "已登记： ")
    undo = f"{address(row_id, 'annul')}?seq={entry.seq}"
    assert undo in done.text

    form = town.visitor().get(undo)
    assert f'value="{entry.seq}"' in form.text
    town.visitor().post(
        address(row_id, "annul"), {"do": "confirm", "seq": entry.seq, "reason": "录错了"}
    )

    after = case(town, row_id)
    assert '<s class="struck">征求第三方意见</s>' in after.text
    assert "已撤销" in after.words
    assert undo not in after.text


def test_a_closed_request_shows_its_letter_and_no_running_clock(town: Town) -> None:
    row_id, number = town.log()
    a_letter(town.office, number, MONDAY, an_item())
    for place, step in enumerate(LIVES[DRAFTED][12:13]):
        step.do(town.office, number, f"served-{place}")

    page = case(town, row_id)

    assert "正在走的期限" not in page.words
    assert "按时" in page.words
    assert address(row_id, "delivered") in page.text


def test_related_requests_are_links(town: Town) -> None:
    row_id, number = town.log()
    other = a_request(town.office, content="另一份材料")
    command = LinkRequests(
        number=number, other=other, reason="同一项目", actor="李四", role=Role.CLERK
    )
    with town.office.work() as uow:
        link(command, uow, at=town.clock.now(), calendar=town.office.calendar)

    page = case(town, row_id)

    assert f'<a href="/requests/{row_id + 1}">{other}</a>' in page.text


def test_hostile_text_comes_out_literally_everywhere(town: Town) -> None:
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    row_id, number = town.log(content=hostile, applicant=hostile)
    a_letter(town.office, number, MONDAY, an_item(title=hostile, reason=hostile, where=hostile))

    page = case(town, row_id)

    assert "<script>alert" not in page.text
    assert page.words.count("{{ 7*7 }}") >= 3


def test_the_page_speaks_english(town: Town) -> None:
    row_id, _ = town.log()
    visitor = town.visitor()
    visitor.post("/language", {"lang": "en", "back": "/"})

    page = visitor.get(f"/requests/{row_id}")

    assert "How it is counted" in page.words
    assert "5 working days left" in page.words
    assert "May be done now" in page.words


def test_the_page_asks_no_more_for_a_longer_history(town: Town) -> None:
    row_id, number = town.log()
    visitor = town.visitor()
    a_letter(town.office, number, MONDAY, an_item())
    visitor.get(f"/requests/{row_id}")
    with counting() as few:
        visitor.get(f"/requests/{row_id}")
    other, further = town.log()
    a_letter(town.office, further, MONDAY, *(an_item(item=str(n)) for n in range(1, 7)))
    with counting() as many:
        visitor.get(f"/requests/{other}")

    assert len(many) == len(few)


def test_the_papers_of_a_request_are_one_step_away_for_whoever_may_open_them(town: Town) -> None:
    row, _ = town.log()

    for role in (Role.CLERK, Role.REVIEWER, Role.ADMINISTRATOR):
        visitor = town.visitor(role)
        links = set(re.findall(rf'href="(/requests/{row}/(?:slip|attachments|letters/new))"',
                               visitor.get(f"/requests/{row}").text))  # fmt: skip
        assert {visitor.get(link).status for link in links} <= {200}
        assert len(links) == {Role.CLERK: 3, Role.REVIEWER: 1, Role.ADMINISTRATOR: 0}[role]
