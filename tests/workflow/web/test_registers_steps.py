"""What is done in the registers: each step, who may take it, and what is due afterwards."""

import pytest

from states.steps import Role
from tests.workflow.web.counted import queries
from tests.workflow.web.test_registers import complain, entered
from tests.workflow.web.visiting import Town


def test_something_is_published_only_after_somebody_else_reviewed_it(town: Town) -> None:
    clerk, reviewer = town.visitor(), town.visitor(Role.REVIEWER)
    row_id = entered(clerk, "publications")
    base = f"/registers/publications/{row_id}"
    # Formed Mon 2025-09-01; nineteen working days to Fri 09-26, and Sun 09-28 is worked: 09-28.
    assert "2025-09-28" in clerk.get(base).words
    published = {"published_on": "2025-09-22", "channels": ["website"]}
    review = {"review": "passed", "review_basis": "不涉密", "reviewed_on": "2025-09-22"}
    assert clerk.post(f"{base}/do/review", review).status == 403
    assert clerk.post(f"{base}/do/publish", published).status == 422
    assert reviewer.post(f"{base}/do/review", review).status == 200
    done = clerk.post(f"{base}/do/publish", published)
    assert done.status == 200
    assert "政府网站" in done.words


def test_whoever_entered_a_publication_does_not_review_it(town: Town) -> None:
    reviewer = town.visitor(Role.REVIEWER)
    row_id = entered(reviewer, "publications")
    review = {"review": "passed", "review_basis": "不涉密", "reviewed_on": "2025-09-22"}
    page = reviewer.post(f"/registers/publications/{row_id}/do/review", review)
    assert page.status == 422
    assert "不涉密" in page.text


def test_a_complaint_is_concluded_once(town: Town) -> None:
    clerk = town.visitor()
    base = f"/registers/complaints/{entered(clerk, 'complaints')}"
    form = {"finding": "founded", "result": "已责令答复", "concluded_on": "2025-09-22"}
    assert "已责令答复" in clerk.post(f"{base}/do/conclude", form).words
    assert clerk.post(f"{base}/do/conclude", form).status == 422
    assert "没有符合条件的" in clerk.get("/registers/complaints", open=1).words


def test_a_reconsideration_is_answered_in_time_and_concluded(town: Town) -> None:
    clerk = town.visitor()
    base = f"/registers/reconsiderations/{entered(clerk, 'reconsiderations')}"
    # Received Mon 2025-09-22; ten working days, 10-01 to 10-08 off, 09-28 and 10-11 worked: 10-11.
    assert "2025-10-11" in clerk.get("/registers/reconsiderations").words
    assert clerk.post(f"{base}/do/answer", {"answered_on": "2025-09-22"}).status == 200
    end = {"decision": "upheld", "result": "", "concluded_on": "2025-09-22"}
    assert "结果维持" in clerk.post(f"{base}/do/conclude", end).words


def test_a_suit_goes_from_answer_to_judgment_to_appeal(town: Town) -> None:
    clerk = town.visitor()
    base = f"/registers/lawsuits/{entered(clerk, 'lawsuits')}"
    judged = {"paper": "judgment", "served_on": "2025-09-22"}
    assert clerk.post(f"{base}/do/answer", {"answered_on": "2025-09-22"}).status == 200
    assert "上诉" in clerk.post(f"{base}/do/judged", judged).words
    appeal = {"appellant": "本机关", "appealed_on": "2025-09-22"}
    assert clerk.post(f"{base}/do/appeal", appeal).status == 200


def test_a_letter_that_came_is_linked_or_settled(town: Town) -> None:
    clerk = town.visitor()
    _, number = town.log()
    first = f"/registers/incoming-mail/{entered(clerk, 'incoming-mail')}"
    second = f"/registers/incoming-mail/{entered(clerk, 'incoming-mail')}"
    assert clerk.post(f"{first}/do/link", {"request_number": "没有"}).status == 422
    linked = clerk.post(f"{first}/do/link", {"request_number": number})
    assert "/requests/" in linked.text
    assert "是广告" in clerk.post(f"{second}/do/settle", {"settlement": "是广告"}).words
    assert "〔2025〕2号" in clerk.get("/registers/incoming-mail").words


def test_a_letter_that_went_was_delivered_or_came_back(town: Town) -> None:
    clerk = town.visitor()
    base = f"/registers/outgoing-mail/{entered(clerk, 'outgoing-mail')}"
    back = {"returned_on": "2025-09-22", "return_reason": "查无此人"}
    assert "查无此人" in clerk.post(f"{base}/do/returned", back).words
    there = {"delivered_on": "2025-09-22", "signed_by": "本人"}
    assert "本人" in clerk.post(f"{base}/do/delivered", there).words


def test_a_correction_of_records_that_is_refused_says_why(town: Town) -> None:
    clerk = town.visitor()
    base = f"/registers/records-corrections/{entered(clerk, 'records-corrections')}"
    end = {"result": "refused", "concluded_on": "2025-09-22"}
    blank = clerk.post(f"{base}/do/conclude", end)
    assert blank.status == 422
    assert 'id="f-explanation"' in blank.text
    assert clerk.post(f"{base}/do/conclude", {**end, "explanation": "无误"}).status == 200


def test_the_index_says_how_much_waits_and_what_is_late(town: Town) -> None:
    clerk = town.visitor()
    entered(clerk, "publications", formed_on="2025-08-01")
    words = clerk.get("/registers").words
    assert "待公开 1" in words
    assert "超期 1 件" in words


def test_a_review_of_something_withheld_needs_something_withheld(town: Town) -> None:
    _, number = town.log()
    form = {
        "request_number": number,
        "conclusion": "still_withheld",
        "basis": "仍不宜公开",
        "reviewed_on": "2025-09-22",
    }
    page = town.visitor().post("/registers/withheld/review", form)
    assert page.status == 422
    assert "仍不宜公开" in page.text
    assert town.visitor(Role.SUPERVISOR).get("/registers/withheld/review").status == 403


def test_the_catalogue_is_saved_as_a_file_and_a_guide_that_lacks_something_says_what(
    town: Town,
) -> None:
    clerk = town.visitor()
    assert clerk.get("/registers/catalogue.docx").content.startswith(b"PK")
    guide = clerk.get("/registers/guide.docx")
    assert guide.status == 422
    assert "办公时间" in guide.words


@pytest.mark.parametrize("address", ["/registers", "/registers/complaints"])
def test_the_number_of_queries_does_not_grow_with_the_rows(town: Town, address: str) -> None:
    clerk = town.visitor()
    complain(town, ["甲"])
    few = queries(clerk, address)
    complain(town, ["乙"] * 30)
    assert queries(clerk, address) == few
