"""A command that comes twice acts once; of two people at once, one wins and one is told."""

from threading import Barrier, Thread

import pytest

from tests.builders import a_request, by
from tests.fakes import FixedClock
from tests.workflow.faults.acts import ACTS, Act, keyed_commands, keyed_services, takes
from tests.workflow.faults.books import deeds, prepared
from tests.workflow.faults.lives import LIVES
from workflow.bootstrap import Office
from workflow.records.errors import StaleRequestError
from workflow.services.handing_over import HandedOver
from workflow.services.registers.entering import By

every_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.command.__name__)
VERSIONED = [act for act in ACTS if takes(act.command, "expected_version")]
every_versioned_act = pytest.mark.parametrize(
    "act", VERSIONED, ids=lambda act: act.command.__name__
)


def length(office: Office) -> int:
    """How many events the office has on record."""
    with office.read() as view:
        return view.offices.find(office.name).chain_length


def version(office: Office, number: str) -> int:
    with office.read() as view:
        return view.requests.find(number).version


def same(one: object, other: object) -> bool:
    """Whether two results are equal; of rows, what they hold.

    A hand-over that comes again names its row, but not anew what has passed.
    """
    rows = [result.row if isinstance(result, HandedOver) else result for result in (one, other)]
    held = [getattr(row, "__dict__", row) for row in rows]
    plain = [
        {name: value for name, value in each.items() if not name.startswith("_")}
        if isinstance(each, dict)
        else each
        for each in held
    ]
    return bool(plain[0] == plain[1])


def test_every_command_with_a_key_is_tried_here() -> None:
    in_lives = {step.command for steps in LIVES.values() for step in steps}
    assert set(keyed_commands()) == {act.command for act in ACTS} | in_lives | {By}


@pytest.mark.parametrize("life", LIVES)
def test_every_step_of_a_life_that_comes_twice_is_taken_once(
    office: Office, clock: FixedClock, life: str
) -> None:
    number = a_request(office)
    for turn, step in enumerate(LIVES[life]):
        before = length(office)
        first = step.do(office, number, f"表单-{turn}")
        after = length(office)
        clock.move(minutes=5)

        again = step.do(office, number, f"表单-{turn}")

        assert after > before, step.command
        assert length(office) == after, step.command
        assert same(first, again), step.command
    assert office.verify().holds


def test_every_service_with_a_key_is_tried_here() -> None:
    assert {name for name, _ in deeds("")} == set(keyed_services())


def test_everything_done_to_a_register_that_comes_twice_is_done_once(
    office: Office, clock: FixedClock
) -> None:
    for turn, (name, deed) in enumerate(deeds(prepared(office))):
        before = length(office)
        lengths, results = [], []
        for _ in range(2):
            with office.work() as uow:
                results.append(deed(office, uow, by(office, key=f"表单-{turn}")))
            lengths.append(length(office))
            clock.move(minutes=5)

        assert lengths[0] > before, name
        assert lengths[1] == lengths[0], name
        assert results[0] == results[1], name
    assert office.verify().holds


@every_act
def test_a_command_that_comes_twice_acts_once(office: Office, clock: FixedClock, act: Act) -> None:
    said = act.fields(office, key="表单-1")
    first = act.do(office, said)
    after = length(office)
    clock.move(minutes=5)

    again = act.do(office, said)

    assert length(office) == after
    assert same(first, again)
    assert office.verify().holds


@every_act
def test_a_command_does_something_the_first_time(office: Office, act: Act) -> None:
    said = act.fields(office, key="表单-1")
    before = length(office)

    act.do(office, said)

    assert length(office) > before


@every_act
def test_a_command_without_a_key_is_not_taken_for_another(office: Office, act: Act) -> None:
    act.do(office, act.fields(office))
    before = length(office)

    act.do(office, act.fields(office))

    assert length(office) > before


@every_versioned_act
def test_a_command_on_a_stale_page_is_told_what_changed_and_writes_nothing(
    office: Office, act: Act
) -> None:
    said = act.fields(office)
    seen = version(office, said["number"])
    act.do(office, said | {"actor": "王五", "expected_version": seen})
    after = length(office)

    with pytest.raises(StaleRequestError) as caught:
        act.do(office, said | {"expected_version": seen})

    assert length(office) == after
    assert caught.value.expected == seen
    assert {change.actor for change in caught.value.changes} == {"王五"}


@every_versioned_act
def test_of_two_people_at_once_one_wins_and_the_other_is_told(office: Office, act: Act) -> None:
    said = act.fields(office)
    seen = version(office, said["number"])
    together = Barrier(2)
    won: list[str] = []
    told: list[StaleRequestError] = []

    def give(actor: str) -> None:
        together.wait(timeout=10)
        try:
            act.do(office, said | {"actor": actor, "expected_version": seen})
        except StaleRequestError as error:
            told.append(error)
        else:
            won.append(actor)

    threads = [Thread(target=give, args=(actor,)) for actor in ("李四", "王五")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(won) == len(told) == 1
    # Whoever lost the race itself is told without a name: the winner is not on record yet.
    assert {change.actor for change in told[0].changes} <= set(won)
    assert office.verify().holds
