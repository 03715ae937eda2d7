from datetime import date
from io import StringIO

from rich.console import Console

from states.calendar.workdays import built_in
from states.case import Case, Event, EventKind
from states.clock.answer import reckon
from states.statute.receipt import Channel
from workflow.cli.explain import explain
from workflow.i18n import Lang

RECEIVED = Event(EventKind.RECEIVED, date(2023, 9, 15))  # Friday
CONSULTED = (
    Event(EventKind.THIRD_PARTY_CONSULTED, date(2023, 9, 20), "甲"),  # Wednesday
    Event(EventKind.THIRD_PARTY_ANSWERED, date(2023, 9, 27), "甲"),  # Wednesday
)


def page(*events: Event, channel: Channel = Channel.IN_PERSON, lang: Lang = Lang.ZH) -> str:
    console = Console(file=StringIO(), width=100)
    reckoning = reckon(Case.of(channel, events), built_in())
    console.print(explain(reckoning, built_in(), lang))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_page_opens_with_the_date_it_explains() -> None:
    # 15 September 2023 + 20 working days, five of them excluded: 26 October (vector style count).
    assert page(RECEIVED, *CONSULTED).splitlines()[:2] == [
        "答复期限 2023年10月26日（周四）",
        "自2023年9月15日（周五）的次日起，第 20 个工作日；扣除 5 个工作日。",
    ]


def test_every_kind_of_day_has_its_mark() -> None:
    shown = page(RECEIVED, *CONSULTED)

    # 29 September to 6 October are off; Saturday the 7th and Sunday the 8th are worked.
    assert "班5" in shown
    assert "班6" in shown
    assert all(mark in shown for mark in "起休假停")


def test_a_consultation_is_named_with_its_article() -> None:
    assert (
        "停 2023年9月20日的次日至2023年9月27日：征求意见甲（条例(2019) 第三十三条第三款）"
        in page(RECEIVED, *CONSULTED)
    )


def test_only_the_weeks_of_the_count_are_shown() -> None:
    shown = page(RECEIVED)

    assert "2023年9月  " in shown
    assert "2023年11月" not in shown
    assert "  4    5    6    7    8    9   10" not in shown


def test_what_moved_the_date_stands_beside_it() -> None:
    extended = Event(EventKind.EXTENSION_NOTIFIED, date(2023, 10, 13), workdays=10)

    # Day 20 is 19 October without a consultation, day 30 is 2 November.
    shown = page(RECEIVED, extended)

    assert "答复期限 2023年11月2日（周四）" in shown
    assert "原期限 2023年10月19日（周四）" in shown


def test_a_late_confirmation_shows_the_safe_date() -> None:
    # 条例(2019) 第三十一条第（三）项 beside 指导案例26号: vector A16.
    submitted = Event(EventKind.SUBMITTED, date(2024, 3, 1))
    confirmed = Event(EventKind.CONFIRMED, date(2024, 3, 11))

    shown = page(submitted, confirmed, channel=Channel.INTERNET)

    assert "稳妥日期 2024年3月29日（周五）" in shown


def test_a_later_date_is_not_called_a_working_day() -> None:
    delayed = Event(EventKind.DELAY_NOTIFIED, date(2023, 9, 28), new_due=date(2023, 12, 2))

    shown = page(RECEIVED, delayed)

    assert "至告知的延迟日期" in shown
    assert "2023年12月2日（周六）" in shown


def test_an_uncertain_date_says_so_in_english_too() -> None:
    shown = page(Event(EventKind.RECEIVED, date(2026, 12, 14)), lang=Lang.EN)

    assert shown.startswith("Answer due provisional Tue 2027-01-12")
    assert "Open Government Information Regulations (2019), art. 33(2)" in shown


def test_a_flag_is_worded_under_the_date() -> None:
    late = Event(EventKind.REPLY_POSTED, date(2023, 12, 1))

    assert "▲ 已逾期" in page(RECEIVED, late)
