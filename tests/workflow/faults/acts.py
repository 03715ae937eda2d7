"""Every command of the services that may come twice, ready to be given.

A command with an idempotency key needs its row in `ACTS`: `test_once.py` fails until it has one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import walk_packages
from typing import Any

from states.statute.own_records import RecordsResult
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_member, a_move
from tests.workflow.filled_in import logged
from workflow import services
from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.letters.kinds import LetterKind
from workflow.records.facts import Beside, PersonalDetails, RecordsCorrection
from workflow.services.amending import Annul, annul
from workflow.services.assigning import Assign, assign
from workflow.services.attachments import (
    AddFile,
    WithdrawFile,
    add_file,
    keep_file,
    withdraw_file,
)
from workflow.services.freezing import FreezeReport, PublishReport, freeze_report, publish_report
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.handling.lapsing import ConfirmLapse, confirm_lapse
from workflow.services.intake import LogRequest, log_request
from workflow.services.letters.writing import WriteLetter, issue
from workflow.services.moves import MakeMove, make_move
from workflow.services.records_corrections import ConcludeRecords, conclude_records, log_records
from workflow.services.registering import (
    AmendRegistration,
    PutRight,
    amend_registration,
    put_right,
)
from workflow.services.registers.entering import By
from workflow.services.relating import (
    KeepApart,
    LinkRequests,
    MergeRequest,
    keep_apart,
    link,
    merge,
)
from workflow.services.slips import GiveSlip, give_slip
from workflow.services.splitting import SplitRequest, split
from workflow.services.staffing import BeAbsent, be_absent

Given = dict[str, Any]  # the fields of a command but for who gives it, and under which key
MONTH_BEGINS = date(2025, 9, 1)  # Monday


@dataclass(frozen=True, slots=True)
class Act:
    """A command and its service; `given` makes ready what it works on, and returns its fields."""

    command: type[Any]
    service: Callable[..., object]
    given: Callable[[Office], Given]
    role: Role = Role.CLERK

    def fields(self, office: Office, key: str | None = None) -> Given:
        """Return the fields of the command, given by a clerk under a key."""
        by = {"actor": "李四", "role": self.role, "idempotency_key": key}
        return self.given(office) | by

    def do(self, office: Office, said: Given) -> object:
        """Give the command, in a unit of work of its own."""
        command = self.command(**said)
        with office.work() as uow:
            return self.service(command, uow, **_time_for(self.service, office))


def _time_for(service: Callable[..., object], office: Office) -> Given:
    """Return what a service asks of the time: the moment, and most of them the calendar."""
    given: Given = {"at": office.clock.now(), "calendar": office.calendar}
    return {name: given[name] for name in given if name in signature(service).parameters}


def _two(office: Office) -> tuple[str, str]:
    return logged(office, submitted_on=MONTH_BEGINS), logged(office, submitted_on=MONTH_BEGINS)


def _new(_office: Office) -> Given:
    return {"channel": Channel.IN_PERSON, "applicant": "王五", "content": "某村低保名单"}


def _a_move(office: Office) -> Given:
    return {"number": logged(office), "move": "consult_third_party", "ref": "甲"}


def _an_annulment(office: Office) -> Given:
    number = logged(office)
    entry = a_move(office, number, "consult_third_party", ref="甲")
    return {"number": number, "seq": entry.seq, "reason": "录入错误"}


def _a_merger(office: Office) -> Given:
    first, second = _two(office)
    return {"number": second, "into": first, "reason": "重复提交"}


def _a_pair(office: Office) -> Given:
    first, second = _two(office)
    return {"number": first, "other": second, "reason": "同一项目"}


def _parts(office: Office) -> Given:
    parts = ("某路征地补偿方案", "某村低保名单", "会议纪要")
    return {"number": logged(office), "parts": parts, "reason": "一事一申请"}


def _an_amendment(office: Office) -> Given:
    return {
        "number": logged(office),
        "reason": "录入错误",
        "changes": {"content": "某路征地补偿登记表"},
        "beside": Beside(details=PersonalDetails(phone="13800000000")),
    }


def _a_put_right(office: Office) -> Given:
    fields = {"phone": "0595-87801209"}
    return {"number": logged(office), "reason": "漏填", "fields": fields}


def _a_lapse(office: Office) -> Given:
    # Asked for on Thu 2025-07-03 with ten working days: over on Thu 07-17, long before today.
    number = logged(office, submitted_on=date(2025, 7, 1))
    a_move(office, number, "request_correction", date(2025, 7, 3), workdays=10)
    return {"number": number}


def _a_letter(office: Office) -> Given:
    number = logged(office)
    lacking = {"point": "没有写明文件的名称", "how": "请写明名称或者文号"}
    facts = {"corrections": [lacking]}
    return {"kind": LetterKind.CORRECTION_NOTICE, "request_number": number, "facts": facts}


def _a_slip(office: Office) -> Given:
    return {"number": logged(office)}


def _an_assignment(office: Office) -> Given:
    number = logged(office)
    _enlist(office, "林秀英")
    return {"number": number, "officer": "林秀英"}


def _a_hand_over(office: Office) -> Given:
    _enlist(office, "王小兰")
    _enlist(office, "林秀英")
    logged(office, case_officer="王小兰")
    return {"giver": "王小兰", "receiver": "林秀英"}


def _an_absence(office: Office) -> Given:
    # Everybody is absent once: whoever is away already is not entered again.
    with office.read() as view:
        name = f"第{len(view.staff.all()) + 1}人"
    _enlist(office, name)
    return {"name": name, "why": "培训"}


def _a_conclusion(office: Office) -> Given:
    facts = RecordsCorrection(received_on=MONTH_BEGINS, applicant="王五", record="户口登记地址")
    by: Given = {"actor": "李四", "role": Role.CLERK, "at": office.clock.now()}
    with office.work() as uow:
        row_id = log_records(facts, uow, **by)
    return {"row_id": row_id, "result": RecordsResult.CORRECTED}


def _a_file(office: Office) -> Given:
    kept = keep_file("申请书.txt", "申请书".encode(), office.attachment_files)
    return {"number": logged(office), "file": kept}


def _a_withdrawal_of_a_file(office: Office) -> Given:
    said = _a_file(office)
    with office.work() as uow:
        attachment_id = add_file(
            AddFile(**said, actor="李四", role=Role.CLERK),
            uow,
            at=office.clock.now(),
            calendar=office.calendar,
        )
    return {"number": said["number"], "attachment_id": attachment_id, "reason": "传错了"}


def _a_year(office: Office) -> Given:
    with office.read() as view:
        return {"year": 2024 - len(view.frozen_reports.every())}


def _a_frozen_year(office: Office) -> Given:
    said = _a_year(office)
    with office.work() as uow:
        freezing = FreezeReport(**said, actor="陈主任", role=Role.HEAD_OF_OFFICE)
        freeze_report(freezing, uow, at=office.clock.now(), calendar=office.calendar)
    return said | {"on": legal_date(office.clock.now())}


def _enlist(office: Office, name: str) -> None:
    """Enter somebody of the staff who may be there already."""
    with office.read() as view:
        known = view.staff.where(name=name)
    if not known:
        a_member(office, name)


ACTS: tuple[Act, ...] = (
    Act(LogRequest, log_request, _new),
    Act(MakeMove, make_move, _a_move),
    Act(Annul, annul, _an_annulment),
    Act(MergeRequest, merge, _a_merger),
    Act(LinkRequests, link, _a_pair),
    Act(KeepApart, keep_apart, _a_pair),
    Act(SplitRequest, split, _parts),
    Act(AmendRegistration, amend_registration, _an_amendment),
    Act(PutRight, put_right, _a_put_right),
    Act(ConfirmLapse, confirm_lapse, _a_lapse),
    Act(WriteLetter, issue, _a_letter),
    Act(GiveSlip, give_slip, _a_slip),
    Act(AddFile, add_file, _a_file),
    Act(WithdrawFile, withdraw_file, _a_withdrawal_of_a_file),
    Act(Assign, assign, _an_assignment, Role.HEAD_OF_OFFICE),
    Act(HandOver, hand_over, _a_hand_over, Role.HEAD_OF_OFFICE),
    Act(BeAbsent, be_absent, _an_absence, Role.ADMINISTRATOR),
    Act(ConcludeRecords, conclude_records, _a_conclusion),
    Act(FreezeReport, freeze_report, _a_year, Role.HEAD_OF_OFFICE),
    Act(PublishReport, publish_report, _a_frozen_year, Role.HEAD_OF_OFFICE),
)


def takes(command: type[Any], field: str) -> bool:
    """Whether a command has a field of this name."""
    return field in {each.name for each in fields(command)}


def keyed_services() -> Iterator[str]:
    """Yield the name of every service that is told who writes, and so under which key."""
    for found in walk_packages(services.__path__, f"{services.__name__}."):
        for name, each in vars(import_module(found.name)).items():
            is_own = isfunction(each) and each.__module__ == found.name
            if is_own and not name.startswith("_"):
                said = signature(each).parameters
                by_whom = "by" in said and said["by"].annotation is By
                # A plain key goes with the moment; keys of other things do not.
                if by_whom or {"key", "at"} <= set(said):
                    yield f"{found.name.rpartition('.')[2]}.{name}"


def keyed_commands() -> Iterator[type[Any]]:
    """Yield every command of the services that may be given under an idempotency key."""
    for found in walk_packages(services.__path__, f"{services.__name__}."):
        for kind in vars(import_module(found.name)).values():
            if (
                isinstance(kind, type)
                and is_dataclass(kind)
                and kind.__module__ == found.name
                and takes(kind, "idempotency_key")
                and not kind.__subclasses__()  # what several commands say in common is none
            ):
                yield kind
