"""Letters written for an office of its own: small builders with fixed values."""

from collections.abc import Mapping
from datetime import date

from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.bootstrap import Office
from workflow.letters.kinds import LetterKind
from workflow.letters.render import Letter
from workflow.records.canonical import JsonValue
from workflow.records.facts import OfficeProfile
from workflow.records.tables.letters import LetterRow
from workflow.services.letters.settings import set_for_letters
from workflow.services.letters.writing import WriteLetter, issue, preview, reprint

TOWN = OfficeProfile(
    name="净峰镇人民政府", short_name="净峰镇", parent="惠安县人民政府", letter_prefix="净"
)
CORRECTIONS: JsonValue = [{"point": "没有写明名称", "how": "请写明"}]


def a_command(
    kind: LetterKind = LetterKind.CORRECTION_NOTICE,
    number: str = "",
    given: Mapping[str, JsonValue] | None = None,
    *,
    on: date | None = None,
    role: Role = Role.CLERK,
    outcome: Outcome | None = None,
    delivery: str = "",
    key: str | None = None,
) -> WriteLetter:
    """Return a letter to be written; without facts, a correction notice lacks nothing."""
    if given is None and kind is LetterKind.CORRECTION_NOTICE:
        given = {"corrections": CORRECTIONS}
    return WriteLetter(
        kind=kind,
        actor="李四",
        role=role,
        request_number=number,
        on=on,
        outcome=outcome,
        delivery=delivery,
        facts=given or {},
        idempotency_key=key,
    )


def issued(office: Office, command: WriteLetter) -> LetterRow:
    """Issue a letter."""
    with office.work() as uow:
        return issue(command, uow, at=office.clock.now(), calendar=office.calendar)


def previewed(office: Office, command: WriteLetter) -> Letter:
    """Return a letter as it would go out."""
    with office.read() as view:
        return preview(command, view, at=office.clock.now(), calendar=office.calendar)


def printed(office: Office, reference: str) -> Letter:
    """Return an issued letter, made again."""
    with office.read() as view:
        return reprint(view.letters.find(reference), view)


def set_up(office: Office, **changes: str) -> None:
    """Set something for the letters of an office; `__` stands for the point in a name."""
    with office.work() as uow:
        set_for_letters(
            {name.replace("__", "."): value for name, value in changes.items()},
            uow,
            actor="管理员",
            role=Role.ADMINISTRATOR,
            at=office.clock.now(),
        )
