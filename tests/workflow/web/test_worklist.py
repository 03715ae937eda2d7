"""The worklist: what each row says, how it is narrowed, sorted and turned over."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from html import unescape

import pytest
from sqlalchemy import Engine, event

from notifications.ports import Notice, Recipient
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_move
from tests.workflow.web.visiting import OTHER_TOWN, PEOPLE, Page, Town
from workflow.services.worklist import NextStep
from workflow.web.routes.worklists import PAGE
from workflow.web.steps.catalogue import STEPS
from workflow.web.views.standing import NEXT

# Today is Mon 2025-09-22. Counted from the day after receipt; 09-28 is a worked Sunday, 10-01 to
# 10-08 are days off. Received 2025-08-22 (Fri): due Fri 2025-09-19, one working day ago.
LATE = date(2025, 8, 22)
DUE_TODAY = date(2025, 8, 25)  # Monday; due Mon 2025-09-22
NEAR = date(2025, 9, 1)  # Monday; due Sun 2025-09-28, five working days ahead
FAR = date(2025, 9, 15)  # Monday
_MINUTE = timedelta(minutes=1)


def numbers(page: Page) -> list[str]:
    """Return the numbers listed, from the top."""
    return re.findall(r'<th scope="row"><a href="/requests/\d+">([^<]+)</a>', page.text)


def row(page: Page, number: str) -> str:
    """Return the words of the row of a request."""
    (found,) = [one for one in re.findall(r"<tr>(.*?)</tr>", page.text, re.DOTALL) if number in one]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found)))


@contextmanager
def counted(town: Town) -> Iterator[list[str]]:
    """Collect the statements that are run by the driver, however they are prepared."""
    seen: list[str] = []
    engine: Engine = town.installation._reading  # noqa: SLF001 - nothing else sees every statement

    def trace(connection: object, *_more: object) -> None:
        connection.set_trace_callback(seen.append)  # type: ignore[attr-defined]

    event.listen(engine, "checkout", trace)
    yield seen
    event.remove(engine, "checkout", trace)


def test_a_row_says_what_is_left_in_words_and_by_shape(town: Town) -> None:
    _, late = town.log(submitted_on=LATE, officer="李四")
    _, today = town.log(submitted_on=DUE_TODAY, officer="李四")
    _, near = town.log(submitted_on=NEAR, officer="李四")
    _, far = town.log(submitted_on=FAR, officer="李四")

    page = town.visitor().get("/worklist")

    assert numbers(page) == [late, today, near, far]
    assert "▲ 超期 1" in row(page, late)
    assert "▲ 今日" in row(page, today)
    assert "09-22 周一" in row(page, today)
    assert "◆ 5 日" in row(page, near)
    assert "09-28 周日" in row(page, near)
    assert "●" in row(page, far)
    assert "共 4 件" in page.words


def test_the_next_step_is_a_link_to_do_it(town: Town) -> None:
    row_id, number = town.log()

    page = town.visitor().get("/worklist")

    assert f'<a class="next-step" href="/requests/{row_id}/steps/assign">' in page.text
    assert "分派经办人" in row(page, number)
    assert "！未分派" in row(page, number)


def test_whoever_may_not_act_reads_the_next_step_without_a_link(town: Town) -> None:
    _, number = town.log()

    page = town.visitor(Role.SUPERVISOR).get("/worklist")

    assert "分派经办人" in row(page, number)
    assert "next-step" not in page.text
    assert 'name="id"' not in page.text


@pytest.mark.parametrize("role", list(PEOPLE))
@pytest.mark.parametrize("address", ["/worklist", "/requests"])
def test_every_role_may_read_the_lists(town: Town, role: Role, address: str) -> None:
    town.log()

    assert town.visitor(role).get(address).status == 200


def test_the_requests_of_another_office_are_not_listed(town: Town) -> None:
    town.log(office=town.other, content="东园镇的事")
    visitor = town.visitor()

    assert "东园镇的事" not in visitor.get("/worklist").text
    assert "东园镇的事" not in visitor.get("/requests").text
    assert "东园镇的事" in town.visitor(office=town.other).get("/worklist").text
    assert OTHER_TOWN.name not in visitor.get("/worklist").text


def test_an_empty_worklist_says_what_to_do_next(town: Town) -> None:
    page = town.visitor().get("/worklist")

    assert "没有待办的申请" in page.words
    assert 'href="/requests/new"' in page.text
    assert 'href="/requests/new">登记一件' not in town.visitor(Role.REVIEWER).get("/worklist").text


def test_a_count_is_a_link_to_what_it_counts(town: Town) -> None:
    _, late = town.log(submitted_on=LATE, officer="李四")
    _, near = town.log(submitted_on=NEAR, officer="李四")
    _, alone = town.log(submitted_on=FAR)
    visitor = town.visitor()

    page = visitor.get("/worklist")

    assert "超期 1 今日到期 0 5日内 1 停表 0 无人经办 1 发送失败 0" in page.words
    assert numbers(visitor.get("/worklist?show=overdue")) == [late]
    assert numbers(visitor.get("/worklist?show=near")) == [near]
    assert numbers(visitor.get("/worklist?show=unattended")) == [alone]


def test_a_clock_that_stands_still_shows_no_day(town: Town) -> None:
    _, number = town.log(submitted_on=FAR, officer="李四")
    a_move(town.office, number, "request_correction", date(2025, 9, 17), ref="1")

    page = town.visitor().get("/worklist?show=stopped")

    assert numbers(page) == [number]
    assert "‖ 停表 （暂停） 待补正" in row(page, number)


def test_a_reminder_that_was_given_up_stands_beside_its_request(town: Town) -> None:
    _, number = town.log(submitted_on=NEAR, officer="李四")
    notice = Notice(
        rule="answer", request_no=number, due_on=NEAR, recipient=Recipient("李四", "terminal"),
        channel="console", subject="", body="",
    )  # fmt: skip
    with town.office.work() as uow:
        uow.outbox.add([notice])
        for item in uow.outbox.claim(town.clock.now(), limit=50, lease=_MINUTE):
            uow.outbox.failed(item, town.clock.now(), "refused", retry=False)
    visitor = town.visitor()

    page = visitor.get("/worklist?show=unsent")

    assert numbers(page) == [number]
    assert "提醒未发出" in row(page, number)
    assert "发送失败 0" not in page.words


@pytest.mark.parametrize("text", ["补偿", "张三", "〔2025〕"])
def test_a_keyword_is_any_part_of_what_the_clerk_knows(town: Town, text: str) -> None:
    _, number = town.log(content="某路征地补偿方案", applicant="张三", officer="李四")
    visitor = town.visitor()

    assert number in numbers(visitor.get("/worklist", q=text))
    assert number in numbers(visitor.get("/requests", q=text))


def test_signs_that_mean_something_to_a_database_are_searched_as_they_are(town: Town) -> None:
    town.log(content="某路征地补偿方案")
    _, percent = town.log(content="完成率100%的依据")
    visitor = town.visitor()

    assert numbers(visitor.get("/worklist", q="0%")) == [percent]
    assert numbers(visitor.get("/requests", q="0%")) == [percent]
    assert numbers(visitor.get("/requests", q="_路")) == []


def test_filters_narrow_the_list_together(town: Town) -> None:
    _, mine = town.log(officer="李四", channel=Channel.IN_PERSON)
    _, hers = town.log(officer="林秀英", channel=Channel.IN_PERSON)
    visitor = town.visitor()

    assert numbers(visitor.get("/worklist?mine=1")) == [mine]
    assert numbers(visitor.get("/worklist", officer="林秀英")) == [hers]
    assert numbers(visitor.get("/worklist?channel=fax")) == []
    assert "没有符合条件的待办申请" in visitor.get("/worklist?channel=fax").words
    assert set(numbers(visitor.get("/worklist?state=received"))) == {mine, hers}


@pytest.mark.parametrize(
    "query",
    [
        "show=nothing&state=answered&channel=pigeon&sort=colour&dir=up&after=x",
        "after=1.2.3.4.5.6.7", "after=" + "9" * 99, "after=-", "after=9.9",
        "q=%00%ff", "officer=%00", "q=" + "长" * 5000, "show=&state=&mine=yes",
        "year=1&outcome=zzz&time=never", "year=99999999", "after=0",
    ],
)  # fmt: skip
def test_what_an_address_says_wrongly_is_as_if_it_were_not_there(town: Town, query: str) -> None:
    town.log()
    visitor = town.visitor()

    assert visitor.get(f"/worklist?{query}").status == 200
    assert visitor.get(f"/requests?{query}").status == 200
    assert visitor.get(f"/worklist/export.xlsx?{query}").status == 200


@pytest.mark.parametrize("order", ["", "sort=received", "sort=number", "sort=number&dir=desc"])
def test_the_pages_of_the_list_hold_every_request_once(town: Town, order: str) -> None:
    logged = [
        town.log(submitted_on=day, officer="李四")[1]
        for day in (FAR, NEAR, DUE_TODAY) * (PAGE // 3 + 2)
    ]
    visitor, address, seen = town.visitor(), f"/worklist?{order}", list[str]()

    while address:
        page = visitor.get(address)
        seen += numbers(page)
        onward = re.search(r'<a href="([^"]+)" rel="next">', page.text)
        address = unescape(onward.group(1)) if onward else ""

    assert len(seen) == len(logged) > PAGE
    assert set(seen) == set(logged)
    if "number" in order:
        assert seen == (logged[::-1] if "desc" in order else logged)


def test_the_sorted_column_says_so(town: Town) -> None:
    town.log()
    visitor = town.visitor()

    assert (
        'aria-sort="ascending"><a href="/worklist?dir=desc">剩余' in visitor.get("/worklist").text
    )
    page = visitor.get("/worklist?sort=received&dir=desc")
    assert 'aria-sort="descending"><a href="/worklist?sort=received">收到' in page.text
    assert page.text.count("aria-sort") == 1


def test_hostile_words_come_out_as_they_were_typed(town: Town) -> None:
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    town.log(content=hostile, applicant=hostile)
    visitor = town.visitor()

    for address in ("/worklist", "/requests", f"/worklist?q={hostile}", f"/requests?q={hostile}"):
        page = visitor.get(address)
        assert hostile in page.words
        assert "<script>alert" not in page.text
        assert "49" not in page.words


def test_a_longer_list_takes_no_more_queries(town: Town) -> None:
    visitor = town.visitor()
    if town.installation._reading.dialect.name != "sqlite":  # noqa: SLF001 - as above
        pytest.skip("only the driver of SQLite tells every statement")
    looked = {"/worklist": list[int](), "/requests": list[int](), "/worklist?q=方案": list[int]()}
    for _ in range(2):
        for _ in range(12):
            town.log(officer="李四")
        for address, counts in looked.items():
            visitor.get(address)
            with counted(town) as statements:
                visitor.get(address)
            counts.append(len(statements))

    assert all(few == many for few, many in looked.values()), looked
    # BEGIN and COMMIT are told, and that every view counts the holiday notices.
    assert all(0 < many <= 11 for _, many in looked.values()), looked


def test_what_was_entered_since_is_on_the_next_page_at_once(town: Town) -> None:
    visitor = town.visitor()
    assert numbers(visitor.get("/worklist")) == []

    _, number = town.log(officer="李四")
    assert numbers(visitor.get("/worklist")) == [number]

    a_move(town.office, number, "request_correction", date(2025, 9, 3), ref="1")
    assert "待补正" in row(visitor.get("/worklist"), number)


def test_a_new_day_draws_the_list_anew(town: Town) -> None:
    _, number = town.log(submitted_on=DUE_TODAY, officer="李四")
    assert "今日" in row(town.visitor().get("/worklist"), number)

    town.clock.move(minutes=24 * 60)

    visitor = town.visitor(Role.REVIEWER)  # the other browser has been signed out by now
    assert "超期 1" in row(visitor.get("/worklist"), number)


@pytest.mark.parametrize("address", ["/worklist", "/requests"])
def test_words_that_every_number_holds_find_what_was_asked_for(town: Town, address: str) -> None:
    _, other = town.log(content="某路征地补偿方案")
    _, asked = town.log(content="公开招标文件")

    found = numbers(town.visitor().get(address, q="公开"))

    assert "公开" in other
    assert found == [asked]


@pytest.mark.parametrize("address", ["/worklist", "/requests"])
def test_a_word_in_latin_letters_is_found(town: Town, address: str) -> None:
    _, number = town.log(content="PM2.5监测数据")
    town.log(content="某路征地补偿方案")

    assert numbers(town.visitor().get(address, q="PM2")) == [number]


def test_what_comes_next_is_a_page_that_opens(town: Town) -> None:
    assert {*NEXT} == {*NextStep}
    assert {*NEXT.values()} <= STEPS.keys()
    # Asked over the internet and not confirmed yet: the clerk is sent to confirm its receipt.
    town.log(channel=Channel.INTERNET, officer="李四")
    clerk = town.visitor()
    (found,) = re.findall(r'href="(/requests/\d+/steps/[\w-]+)"', clerk.get("/worklist").text)
    assert clerk.get(found).status == 200
