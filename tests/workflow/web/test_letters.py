"""The letters of an office at the desk: the list, and each as it was issued."""

from datetime import date

import pytest
from sqlalchemy import event as listening

from states.steps import Role
from tests.workflow.web.visiting import Town, Visitor
from workflow.letters.kinds import LetterKind
from workflow.records.errors import TemplateLostError
from workflow.services.letters.writing import WriteLetter, issue

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def registration(town: Town, number: str, on: date | None = None) -> int:
    """Put the registration form of a request on file, and return its place."""
    command = WriteLetter(
        kind=LetterKind.REGISTRATION_FORM,
        actor="李四",
        role=Role.CLERK,
        request_number=number,
        on=on,
    )
    with town.office.work() as uow:
        return issue(command, uow, at=town.clock.now(), calendar=town.office.calendar).id


@pytest.mark.parametrize("role", list(Role)[:5])
def test_everybody_of_the_office_may_look(town: Town, role: Role) -> None:
    place = registration(town, town.log()[1])
    visitor = town.visitor(role)

    assert visitor.get("/letters").status == 200
    assert visitor.get(f"/letters/{place}").status == 200
    assert visitor.get(f"/letters/{place}.docx").content.startswith(b"PK\x03\x04")


def test_without_letters_the_page_says_where_to_write_one(town: Town) -> None:
    assert "还没有签发文书" in town.visitor().get("/letters").words


def test_the_list_is_filtered_by_kind_year_and_request(town: Town) -> None:
    _, one = town.log()
    _, two = town.log(content="另一件事")
    registration(town, one)
    registration(town, two)
    clerk = town.visitor()

    assert two not in clerk.get("/letters", request=one).words
    assert one in clerk.get("/letters", kind="registration_form", year="2025").words
    assert "没有符合条件的文书" in clerk.get("/letters", kind="fee_notice").words
    assert "没有符合条件的文书" in clerk.get("/letters", year="2019").words


def test_a_long_list_is_turned_page_by_page(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.web.routes.letters.ON_A_PAGE", 2)
    numbers = [town.log(content=f"第{n}件事")[1] for n in range(5)]
    for number in numbers:
        registration(town, number)
    clerk = town.visitor()

    first, second = clerk.get("/letters"), clerk.get("/letters", before=4)

    assert [number in first.words for number in numbers] == [False, False, False, True, True]
    assert "before=4" in first.text
    assert [number in second.words for number in numbers] == [False, True, True, False, False]


def test_a_letter_is_shown_as_it_went_out_with_its_digests(town: Town) -> None:
    row_id, number = town.log()
    place = registration(town, number)

    page = town.visitor().get(f"/letters/{place}")

    with town.office.read() as view:
        row = view.letters.find(str(place))
    assert '<article class="document' in page.text
    assert row.template in page.text
    assert "不能更改、撤回或者删除" in page.words
    assert f"/requests/{row_id}/attachments?kind=service_proof" in page.text
    assert " style=" not in page.text


def test_a_letter_whose_template_is_lost_still_shows_its_text(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise TemplateLostError("0" * 64)

    place = registration(town, town.log()[1])
    monkeypatch.setattr("workflow.web.routes.letters.reprint", lost)

    page = town.visitor().get(f"/letters/{place}")

    assert page.status == 200
    assert "模板不见了" in page.words
    assert "某路征地补偿方案" in page.words


def test_the_letters_of_another_office_are_not_there(town: Town) -> None:
    place = registration(town, town.log()[1])
    stranger = town.visitor(office=town.other)

    assert stranger.get(f"/letters/{place}").status == 404
    assert stranger.get(f"/letters/{place}.pdf").status == 404
    assert "还没有签发文书" in stranger.get("/letters").words


def test_hostile_text_is_printed_as_it_is(town: Town) -> None:
    place = registration(town, town.log(content=HOSTILE, applicant=HOSTILE)[1])

    page = town.visitor().get(f"/letters/{place}")

    assert "<script>alert" not in page.text
    assert "7*7" in page.words


def test_the_number_of_queries_does_not_grow_with_the_list(town: Town) -> None:
    def queries(clerk: Visitor) -> int:
        seen: list[str] = []
        engine = town.installation._reading  # noqa: SLF001 - what reads is counted

        def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
            seen.append(statement)

        listening.listen(engine, "before_cursor_execute", note)
        clerk.get("/letters")
        listening.remove(engine, "before_cursor_execute", note)
        return len(seen)

    clerk = town.visitor()
    registration(town, town.log()[1])
    few = queries(clerk)
    for n in range(5):
        registration(town, town.log(content=f"第{n}件事")[1])

    assert queries(clerk) == few
