"""Filling in a request: each fault by its field, all at once, and nothing refused that may be."""

from datetime import date

import pytest
from pydantic import ValidationError

from states.statute.practice import Practice
from tests.workflow.filled_in import CREDIT_CODE, RESIDENT_ID
from workflow.cli.failures import failure_of
from workflow.i18n import Lang
from workflow.records.facts import UNDESCRIBED
from workflow.services.intake_form import RequestForm

MONDAY = date(2025, 9, 22)


def form(**fields: object) -> RequestForm:
    said: dict[str, object] = {"applicant": "张三", "content": "某路征地补偿方案"}
    return RequestForm.filled_in(said | fields, today=MONDAY)


def faults(**fields: object) -> dict[str, str]:
    """Return the fault of each field by its code."""
    with pytest.raises(ValidationError) as caught:
        form(**fields)
    return {str(fault["loc"][0]): fault["type"] for fault in caught.value.errors()}


def said(**fields: object) -> tuple[str, ...]:
    """Return the sentences that a clerk is told."""
    with pytest.raises(ValidationError) as caught:
        form(**fields)
    return failure_of(caught.value, Lang.ZH).sentences


def test_a_name_and_a_matter_are_enough() -> None:
    assert form().applicant == "张三"


def test_every_fault_is_named_at_once() -> None:
    found = faults(
        applicant=" ",
        content="",
        phone="来电再说",
        email="无",
        postcode="12",
        signed_on=date(2025, 9, 1),
    )

    assert found == {
        "applicant": "blank",
        "content": "undescribed",
        "phone": "not_a_phone",
        "email": "not_an_email",
        "postcode": "not_a_postcode",
        "signed_on": "day_of_another_channel",
    }


@pytest.mark.parametrize(
    ("field", "limit"), [("applicant", 200), ("content", 20_000), ("note", 2_000), ("address", 300)]
)
def test_a_text_has_room_up_to_its_limit(field: str, limit: int) -> None:
    assert getattr(form(**{field: "字" * limit}), field) == "字" * limit
    assert faults(**{field: "字" * (limit + 1)}) == {field: "too_long"}


@pytest.mark.parametrize("unsaveable", ["\x00", "\x1b", "\ud800"])
def test_what_cannot_be_kept_is_refused(unsaveable: str) -> None:
    assert faults(content=f"某路{unsaveable}方案") == {"content": "unsaveable"}


def test_lines_and_tabs_of_a_content_are_kept() -> None:
    assert form(content=" 一、某路\n\t二、某村 ").content == "一、某路\n\t二、某村"


@pytest.mark.parametrize(
    "phone", ["13800000000", "+86 138-0000-0000", "（0595）87801209转8", "87801209、87801134", ""]
)
def test_a_telephone_is_taken_in_any_usual_shape(phone: str) -> None:
    assert faults(phone="abc") == {"phone": "not_a_phone"}
    form(phone=phone)


@pytest.mark.parametrize("phone", ["1234", "－－", "找村长"])
def test_what_is_no_telephone_is_refused(phone: str) -> None:
    assert faults(phone=phone) == {"phone": "not_a_phone"}


@pytest.mark.parametrize("email", ["张三@例子.中国", "a.b+c@example.cn", "ＡＢ＠example.cn"])
def test_a_mail_address_is_taken_in_any_script(email: str) -> None:
    assert "@" in form(email=email).email


def test_wide_digits_of_a_postcode_are_narrowed() -> None:
    assert form(postcode="３６２１４１").postcode == "362141"


# --- identity ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "number", "kept"),
    [
        ("resident_id", RESIDENT_ID, RESIDENT_ID),
        ("resident_id", " 110105 19491231 002x ", RESIDENT_ID),
        ("resident_id", "110105491231002", "110105491231002"),  # fifteen digits, before 1999
        ("credit_code", CREDIT_CODE, CREDIT_CODE),
        ("passport", "e12345678", "E12345678"),
        ("other", "士字第001号", "士字第001号"),
    ],
)
def test_a_document_is_kept_in_one_spelling(kind: str, number: str, kept: str) -> None:
    assert form(identity_kind=kind, identity_number=number).identity_number == kept


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("resident_id", "110105194912310021"),  # the check should be X
        ("resident_id", "11010519491231002"),
        ("credit_code", "91350100M000100Y44"),  # the check should be 3
        ("credit_code", "91350100I000100Y43"),  # no such digit
    ],
)
def test_a_number_that_cannot_be_right_is_refused(kind: str, number: str) -> None:
    assert faults(identity_kind=kind, identity_number=number) == {
        "identity_number": "not_of_its_kind"
    }


def test_a_document_has_its_kind_and_its_number() -> None:
    assert faults(identity_number=RESIDENT_ID) == {"identity_number": "identity_without_kind"}
    assert faults(identity_kind="passport") == {"identity_number": "identity_without_number"}


def test_the_number_of_a_document_is_masked_where_a_fault_is_told() -> None:
    (sentence,) = said(identity_kind="resident_id", identity_number="110105194912310021")

    assert "110105194912310021" not in sentence
    assert "证件号码“110105********0021”不是有效的居民身份证号码" in sentence


# --- what was asked, and how -------------------------------------------------------------------


def test_a_request_whose_applicant_described_nothing_is_taken_as_such() -> None:
    taken = form(described=False, content="")

    assert taken.content == UNDESCRIBED
    assert not taken.intake("李四").described


def test_what_is_described_is_not_said_to_be_undescribed() -> None:
    assert faults(described=False) == {"content": "described_after_all"}


def test_an_oral_request_is_taken_down_by_whoever_logs_it_or_is_named() -> None:
    assert form(oral=True).intake("李四").taken_down_by == "李四"
    assert form(oral=True, taken_down_by="王五").intake("李四").taken_down_by == "王五"
    assert form().intake("李四").taken_down_by == ""


def test_nobody_takes_down_what_was_written() -> None:
    assert faults(taken_down_by="王五") == {"taken_down_by": "not_oral"}


@pytest.mark.parametrize("channel", ["post_signed", "post_ordinary", "internet", "fax", "email"])
def test_a_request_is_spoken_in_person_alone(channel: str) -> None:
    assert faults(channel=channel, oral=True) == {"oral": "oral_elsewhere"}


def test_an_unknown_field_is_named() -> None:
    assert faults(colour="red") == {"colour": "extra_forbidden"}


# --- days --------------------------------------------------------------------------------------

DAY = date(2025, 9, 1)
NEXT = date(2025, 9, 2)


@pytest.mark.parametrize(
    ("channel", "days"),
    [
        ("in_person", {"submitted_on": DAY}),
        ("in_person", {"submitted_on": DAY, "received_on": DAY}),
        ("post_signed", {"submitted_on": DAY, "signed_on": NEXT}),
        ("post_signed", {"signed_on": DAY, "received_on": DAY}),
        ("post_ordinary", {"submitted_on": DAY, "arrived_on": NEXT, "confirmed_on": NEXT}),
        ("internet", {"submitted_on": DAY, "confirmed_on": NEXT}),
        ("email", {"submitted_on": DAY}),
        ("fax", {"confirmed_on": DAY}),
        ("fax", {"received_on": DAY}),
        ("internet", {"submitted_on": date(2018, 3, 5)}),
    ],
)
def test_days_that_a_request_of_its_channel_has_are_taken(
    channel: str, days: dict[str, date]
) -> None:
    taken = form(channel=channel, **days)

    assert {name: getattr(taken, name) for name in days} == days


@pytest.mark.parametrize(
    ("channel", "days", "found"),
    [
        ("in_person", {"signed_on": DAY}, {"signed_on": "day_of_another_channel"}),
        ("in_person", {"arrived_on": DAY}, {"arrived_on": "day_of_another_channel"}),
        ("post_signed", {"confirmed_on": DAY}, {"confirmed_on": "day_of_another_channel"}),
        ("post_ordinary", {"signed_on": DAY}, {"signed_on": "day_of_another_channel"}),
        # Under the 2007 text an online request is received when it is submitted.
        (
            "internet",
            {"submitted_on": date(2018, 3, 5), "confirmed_on": date(2018, 3, 6)},
            {"confirmed_on": "day_of_another_channel"},
        ),
        (
            "in_person",
            {"submitted_on": DAY, "received_on": NEXT},
            {"received_on": "received_otherwise"},
        ),
        (
            "post_signed",
            {"submitted_on": NEXT, "signed_on": DAY},
            {"signed_on": "day_too_early"},
        ),
        (
            "post_ordinary",
            {"arrived_on": NEXT, "confirmed_on": DAY},
            {"confirmed_on": "day_too_early"},
        ),
        ("fax", {"confirmed_on": date(2025, 9, 23)}, {"confirmed_on": "future_day"}),
        ("fax", {"confirmed_on": date(2008, 4, 30)}, {"confirmed_on": "before_the_regulations"}),
    ],
)
def test_days_that_contradict_the_channel_or_each_other_are_named(
    channel: str, days: dict[str, date], found: dict[str, str]
) -> None:
    assert faults(channel=channel, **days) == found


def test_the_day_of_the_clock_is_no_future_day() -> None:
    assert form(submitted_on=MONDAY).submitted_on == MONDAY


def test_a_fault_is_told_with_field_value_and_remedy() -> None:
    assert said(channel="post_signed", signed_on=DAY, submitted_on=NEXT, phone="无") == (
        "联系电话“无”不像电话号码；请写数字，可以带区号、分机，如 0595-87801209。",
        "签收日期“2025年9月1日”早于提交日期“2025年9月2日”；请核对这两个日期。",
    )


def test_the_office_decides_from_which_day_the_revision_applies() -> None:
    days = {"submitted_on": date(2018, 3, 5), "confirmed_on": date(2018, 3, 6)}
    fields = {"applicant": "张三", "content": "某路方案", "channel": "internet", **days}

    taken = RequestForm.filled_in(
        fields, today=MONDAY, practice=Practice(revised_from=date(2018, 1, 1))
    )

    assert taken.confirmed_on == date(2018, 3, 6)
