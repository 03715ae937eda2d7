"""What one line of the history says of an entry."""

from workflow.i18n import Lang
from workflow.services.telling.entries import terms_said


def test_what_was_put_right_is_said_as_it_reads_now() -> None:
    terms = {
        "facts": {"content": "某村低保名单", "applicant_kind": "company", "note": ""},
        "reason": "录入错误",
    }

    said = terms_said(terms, Lang.ZH)

    assert said == "申请内容：某村低保名单；申请人类别：商业企业；备注：—；理由：录入错误"


def test_a_long_content_is_cut_short_in_the_line() -> None:
    said = terms_said({"facts": {"content": "补偿" * 40}}, Lang.ZH)

    assert said == f"申请内容：{'补偿' * 15}…"


def test_of_an_applicants_details_nothing_is_said_but_that_they_may_have_changed() -> None:
    said = terms_said({"facts": {"sealed": "a digest", "intake": {"oral": True}}}, Lang.ZH)

    assert said == "申请方式或者个人信息"


def test_what_was_registered_at_first_is_not_repeated() -> None:
    assert terms_said({"content": "某村低保名单", "applicant": "王五"}, Lang.ZH) == ""
