"""What was tried of late: counted by digest, forgotten after a day."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.services.allowances import Limit, spend
from workflow.services.errors import TooManyTriesError

TWICE = Limit("test", each=2, together=3, within=timedelta(minutes=10))


def tried(office: Office, address: str) -> bool:
    try:
        with office.work() as uow:
            spend(TWICE, address, uow, at=office.clock.now())
    except TooManyTriesError:
        return False
    return True


def test_each_client_has_its_own_tries_and_all_have_a_limit_together(office: Office) -> None:
    assert [tried(office, "192.0.2.1") for _ in range(3)] == [True, True, False]
    assert [tried(office, "192.0.2.2") for _ in range(2)] == [True, False]


def test_a_refused_try_says_when_to_come_back(office: Office, clock: FixedClock) -> None:
    for _ in range(2):
        tried(office, "192.0.2.1")
    clock.move(minutes=3, seconds=1)

    with pytest.raises(TooManyTriesError) as caught, office.work() as uow:
        spend(TWICE, "192.0.2.1", uow, at=clock.now())

    assert caught.value.minutes == 7  # 6 minutes and 59 seconds are left


def test_after_the_span_the_tries_are_there_again(office: Office, clock: FixedClock) -> None:
    for _ in range(3):
        tried(office, "192.0.2.1")
    clock.move(minutes=10)

    assert tried(office, "192.0.2.1")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),  # one household has a /64
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "", True),
    ],
)
def test_what_counts_as_one_client(office: Office, one: str, other: str, same: bool) -> None:  # noqa: FBT001
    tried(office, one)
    tried(office, one)

    assert tried(office, other) is not same


def test_no_address_is_kept_and_no_digest_for_longer_than_a_day(
    office: Office, clock: FixedClock
) -> None:
    tried(office, "192.0.2.1")
    clock.move(days=1, seconds=1)
    tried(office, "192.0.2.2")

    with office.read() as view:
        rows = view.connection.execute(text("SELECT subject, used FROM allowance")).all()
    assert len(rows) == 2  # of the second client, and of all together
    assert all(len(subject) == 64 and "192" not in subject[:3] for subject, _ in rows)
