from datetime import date

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_letter, a_move, a_reply, a_request
from tests.workflow.services.ledgers import ANSWER, a_book, a_line, facts, take, tally
from workflow.bootstrap import Installation, Office
from workflow.ledger.faults import FaultCode
from workflow.ledger.rows import RequestLine
from workflow.services.moves import MakeMove, make_move

K = EventKind
RECEIVED = date(2025, 3, 3)  # Monday


def kinds(office: Office, number: str) -> list[EventKind]:
    with office.read() as view:
        return [event.kind for event in view.requests.case(number).events]


def a_posted_request(office: Office, number: str = "甲1") -> None:
    a_request(
        office, number=number, channel=Channel.POST_SIGNED, submitted_on=None, signed_on=RECEIVED
    )


def test_a_receipt_by_signature_gives_way_to_the_day_of_the_book(
    installation: Installation, office: Office
) -> None:
    a_posted_request(office)

    take(installation, a_book(a_line(number="甲1", received_on=date(2025, 3, 4))), update=True)

    assert kinds(office, "甲1") == [K.RECEIVED]
    with office.read() as view:
        assert view.requests.find("甲1").received_on == date(2025, 3, 4)


def test_an_opinion_is_recorded_under_the_reference_it_was_asked_for(
    installation: Installation, office: Office
) -> None:
    a_posted_request(office)
    a_move(office, "甲1", "consult_third_party", date(2025, 3, 5), ref="某公司")
    row = a_line(
        number="甲1",
        third_party_consulted_on=date(2025, 3, 5),
        third_party_answered_on=date(2025, 3, 12),
    )

    summary = take(installation, a_book(row), update=True)

    assert [found.column for found in summary.differences] == ["第三方回复日期"]
    with office.read() as view:
        assert facts(view, "甲1")[1:] == [
            (Event(K.THIRD_PARTY_CONSULTED, date(2025, 3, 5), "某公司"), {}),
            (Event(K.THIRD_PARTY_ANSWERED, date(2025, 3, 12), "某公司"), {}),
        ]


def test_a_corrected_fact_keeps_what_the_book_has_no_column_for(
    installation: Installation, office: Office
) -> None:
    a_posted_request(office)
    move = MakeMove(
        number="甲1",
        move="consult_agency",
        actor="李四",
        role=Role.CLERK,
        on=date(2025, 3, 5),
        ref="县局",
        co_producer=False,
        more={"tracking_number": "EMS1"},
    )
    with office.work() as uow:
        make_move(move, uow, at=office.clock.now(), calendar=office.calendar)

    row = a_line(number="甲1", agency_consulted_on=date(2025, 3, 6))
    take(installation, a_book(row), update=True)

    moved = Event(K.AGENCY_CONSULTED, date(2025, 3, 6), "县局", co_producer=False)
    with office.read() as view:
        assert facts(view, "甲1")[1:] == [(moved, {"tracking_number": "EMS1"})]


def test_a_letter_number_that_changed_replaces_the_old_one(installation: Installation) -> None:
    first = a_line(number="甲1", **ANSWER, letter_number="1号")
    take(installation, a_book(first))

    take(installation, a_book(first.model_copy(update={"letter_number": "2号"})), update=True)

    with installation.office().read() as view:
        assert facts(view, "甲1")[-1][1] == {"letter_number": "2号"}


def test_a_lapse_of_the_book_ends_what_was_open(installation: Installation) -> None:
    asked = date(2025, 3, 5)
    take(installation, a_book(a_line(number="甲1", correction_requested_on=asked)))
    lapsed = a_line(
        number="甲1",
        correction_requested_on=asked,
        **ANSWER | {"outcome": Outcome.NOT_CORRECTED},
    )

    take(installation, a_book(lapsed), update=True)

    office = installation.office()
    assert kinds(office, "甲1") == [K.RECEIVED, K.CORRECTION_REQUESTED, K.LAPSED_UNCORRECTED]
    assert office.verify().holds


def test_many_known_requests_are_found_among_others(installation: Installation) -> None:
    many = [a_line(number=f"甲{serial}") for serial in range(120)]
    take(installation, a_book(a_line(number="乙"), *many))
    changed = [*many[:119], a_line(number="甲119", applicant="李四")]

    summary = take(installation, a_book(*changed))

    assert tally(summary) == (0, 119, 1, 0)


def test_a_row_without_a_number_is_no_request_whose_number_the_book_has(
    installation: Installation,
) -> None:
    take(installation, a_book(a_line(number="甲1")))
    both: tuple[RequestLine, ...] = (a_line(number="甲1"), a_line())

    summary = take(installation, a_book(*both))

    assert tally(summary) == (1, 1, 0, 0)


def test_a_ledger_does_not_end_a_request_that_is_decided_here(
    installation: Installation, office: Office
) -> None:
    a_posted_request(office)
    a_letter(office, "甲1", date(2025, 3, 20))

    summary = take(installation, a_book(a_line(number="甲1", **ANSWER)), update=True)

    assert [(fault.column, fault.code) for fault in summary.faults] == [
        ("答复类型", FaultCode.DECIDED_HERE)
    ]
    assert K.REPLY_POSTED not in kinds(office, "甲1")
    assert (summary.sheets["申请"].faulty, summary.sheets["申请"].changed) == (1, 0)


def test_a_ledger_does_not_change_how_a_reply_ended(
    installation: Installation, office: Office
) -> None:
    a_posted_request(office)
    a_reply(office, "甲1", date(2025, 3, 24))
    told = ANSWER | {"delivery": "post", "letter_number": "净公复〔2025〕1号"}
    same, other = a_line(number="甲1", **told), a_line(number="甲1", **told, note="补记")
    changed = a_line(number="甲1", **(told | {"outcome": Outcome.NOT_HELD}))

    assert take(installation, a_book(same), update=True).faults == ()
    assert take(installation, a_book(other), update=True).faults == ()
    faults = take(installation, a_book(changed), update=True).faults

    assert [fault.value for fault in faults] == ["无法提供-信息不存在"]
    with office.read() as view:
        row = view.requests.find("甲1")
    assert (row.outcome, row.note) == (Outcome.DISCLOSED, "补记")
    assert office.verify().holds
