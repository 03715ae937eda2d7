"""Rows of the smaller registers: made void, asked again under a key, changed by two at once."""

from datetime import date

import pytest

from tests.builders import a_publication, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.counting import CountedSpan, Question, Selection
from workflow.records.counting import Register as Counted
from workflow.records.errors import (
    KeyReusedError,
    RowAnnulledError,
    RowNotFoundError,
    StaleRowError,
)
from workflow.records.facts import (
    OpeningBalance,
)
from workflow.records.figures import Figures
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.reading import RowsWanted
from workflow.records.register_facts import (
    Complaint,
)

DAY = date(2017, 3, 6)  # Monday
IN_2017 = CountedSpan(date(2016, 12, 31), date(2017, 12, 31))
PUBLISHED = Question(Selection(Counted.PUBLICATIONS), IN_2017)
EVER_PUBLISHED = Question(PUBLISHED.selection, CountedSpan(None, date(2030, 1, 1)))


def add(office: Office, title: str = "预算", *, day: date = DAY, key: str | None = None) -> int:
    with office.work() as uow:
        return uow.publications.add(
            a_publication(title, day), actor="李四", at=office.clock.now(), idempotency_key=key
        )


def annul(office: Office, row_id: int, *, version: int | None = None, key: str = "") -> None:
    with office.work() as uow:
        uow.publications.annul(
            row_id,
            reason="登记重复",
            actor="王五",
            at=office.clock.now(),
            expected_version=version,
            idempotency_key=key or None,
        )


def test_a_void_row_stays_on_record_with_why_and_by_whom(office: Office) -> None:
    row_id = add(office)

    annul(office, row_id)

    with office.read() as view:
        assert view.publications.find(row_id).annulled
        registered, annulled = view.publications.history(row_id)
    assert annulled.annuls == registered.seq
    assert (annulled.actor, annulled.terms) == ("王五", {"reason": "登记重复"})
    assert office.verify().holds


def test_a_void_row_is_in_no_list_unless_asked_for(office: Office) -> None:
    kept, void = add(office, "甲"), add(office, "乙")

    annul(office, void)

    with office.read() as view:
        register = view.publications
        assert [row.id for row in register.all()] == [kept]
        assert [row.id for row in register.between(DAY, DAY)] == [kept]
        assert [row.id for row in register.where(published_on=DAY)] == [kept]
        assert [row.id for row in register.page()] == [kept]
        assert [row.id for row in register.page(RowsWanted(annulled=True))] == [void, kept]


def test_a_void_row_counts_in_no_figure(office: Office) -> None:
    add(office, "甲")
    void = add(office, "乙")

    annul(office, void)

    with office.read() as view:
        figures = Figures(view.connection)
        assert [record.title for record in figures.listed((office.id,), PUBLISHED)] == ["甲"]
        assert figures.number((office.id,), PUBLISHED) == 1


def test_what_was_not_void_yet_still_counts_as_known_then(
    office: Office, clock: FixedClock
) -> None:
    row_id = add(office)
    known_at = office.clock.now()
    clock.move(days=1)
    annul(office, row_id)

    with office.read() as view:
        then = FiguresAsKnownOn(view.connection, known_at)
        now = FiguresAsKnownOn(view.connection, office.clock.now())
        assert then.number((office.id,), PUBLISHED) == 1
        assert now.number((office.id,), PUBLISHED) == 0


def test_what_is_yet_to_be_published_counts_in_no_figure(office: Office) -> None:
    from_a_draft = a_publication("草案", DAY)
    with office.work() as uow:
        uow.publications.add(
            type(from_a_draft)(title="草案", formed_on=DAY), actor="李四", at=office.clock.now()
        )

    with office.read() as view:
        for figures in (
            Figures(view.connection),
            FiguresAsKnownOn(view.connection, office.clock.now()),
        ):
            assert figures.listed((office.id,), EVER_PUBLISHED) == ()


def test_a_void_row_is_written_on_no_more(office: Office) -> None:
    row_id = add(office)
    annul(office, row_id)

    with pytest.raises(RowAnnulledError), office.work() as uow:
        uow.publications.amend(
            row_id, {"note": "补"}, reason="补", actor="李四", at=office.clock.now()
        )
    with pytest.raises(RowAnnulledError):
        annul(office, row_id)


def test_only_a_row_that_is_there_is_made_void(office: Office) -> None:
    with pytest.raises(RowNotFoundError):
        annul(office, 7)


def test_a_register_whose_rows_hold_for_good_makes_none_void(office: Office) -> None:
    at = office.clock.now()
    with office.work() as uow:
        balance = OpeningBalance(indicator="主动公开文件数", as_of_on=DAY, amount=160)
        row_id = uow.opening_balances.add(balance, actor="李四", at=at)

    with pytest.raises(TypeError), office.work() as uow:
        uow.opening_balances.annul(row_id, reason="误", actor="李四", at=at)


def test_adding_twice_under_one_key_adds_once(office: Office) -> None:
    first = add(office, key="k")

    assert add(office, "另一件", key="k") == first
    with office.read() as view:
        assert [row.title for row in view.publications.all()] == ["预算"]


def test_annulling_twice_under_one_key_annuls_once(office: Office) -> None:
    row_id = add(office)

    annul(office, row_id, key="k")
    annul(office, row_id, key="k")

    with office.read() as view:
        assert view.publications.version(row_id) == 2


def test_amending_twice_under_one_key_amends_once(office: Office) -> None:
    row_id = add(office)
    for note in ("一", "二"):
        with office.work() as uow:
            uow.publications.amend(
                row_id,
                {"note": note},
                reason="补",
                actor="李四",
                at=office.clock.now(),
                idempotency_key="k",
            )

    with office.read() as view:
        assert view.publications.find(row_id).note == "一"


def test_a_key_of_one_register_does_not_serve_another(office: Office) -> None:
    add(office, key="k")

    with pytest.raises(KeyReusedError), office.work() as uow:
        uow.complaints.add(
            Complaint(received_on=DAY), actor="李四", at=office.clock.now(), idempotency_key="k"
        )


def test_a_key_of_a_request_does_not_serve_a_register(office: Office) -> None:
    a_request(office, key="k")

    with pytest.raises(KeyReusedError):
        add(office, key="k")


def test_of_two_who_change_a_row_at_once_the_second_is_told(office: Office) -> None:
    row_id = add(office)
    with office.read() as view:
        seen = view.publications.version(row_id)
    with office.work() as uow:
        uow.publications.amend(
            row_id,
            {"note": "甲改"},
            reason="补",
            actor="赵六",
            at=office.clock.now(),
            expected_version=seen,
        )

    with pytest.raises(StaleRowError) as caught:
        annul(office, row_id, version=seen)
    assert caught.value.changed_by == "赵六"


def test_a_list_is_narrowed_by_days_and_by_a_word(office: Office) -> None:
    add(office, "预算", day=date(2017, 1, 5))
    add(office, "决算", day=date(2017, 3, 6))
    add(office, "预算调整", day=date(2017, 6, 7))

    with office.read() as view:
        register = view.publications
        by_word = register.page(RowsWanted(text="预算"))
        by_days = register.page(RowsWanted(since=date(2017, 2, 1), until=date(2017, 6, 6)))
        newest = register.page(limit=1)

    assert [row.title for row in by_word] == ["预算调整", "预算"]
    assert [row.title for row in by_days] == ["决算"]
    assert [row.title for row in newest] == ["预算调整"]


def test_a_percent_sign_looked_for_is_a_percent_sign(office: Office) -> None:
    add(office, "完成率100%")
    add(office, "完成率100")

    with office.read() as view:
        found = view.publications.page(RowsWanted(text="100%"))

    assert [row.title for row in found] == ["完成率100%"]
