"""Requests: as the worklist has them, as the register has them, whole, and as they come in."""

from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field, StrictBool

from states.case import State
from states.deciding.draft import Stage
from states.statute.application import (
    HelpNeeded,
    IdentityKind,
    ProvisionForm,
    ProvisionWay,
    Purpose,
)
from states.statute.receipt import Channel
from workflow.records.relations import RelationKind
from workflow.services.board import Order, Window
from workflow.services.duty import Unattended
from workflow.services.likeness import DecisionKind
from workflow.services.worklist import Condition, Light, NextStep
from workflow.web.api.models.fields import (
    Asked,
    Cursor,
    Day,
    Limit,
    Model,
    ShortWords,
    Switch,
    Words,
    coded,
)

Search = Annotated[
    ShortWords, Field(max_length=100, description="在编号、申请人、内容中查找。 What to look for.")
]
RequestNumber = Annotated[
    str, Field(description="登记编号。 Number.", examples=["净公开申〔2025〕3号"])
]


class WorklistAsked(Asked):
    """What the worklist is narrowed to, and its order."""

    show: Window | None = Field(
        default=None,
        description="只看：overdue 逾期、today 今日到期、near 临近、stopped 停止计算、unattended "
        "无人办理、unsent 提醒未发出。 Only these.",
    )
    state: State | None = Field(default=None, description="状态。 State.")
    officer: ShortWords = Field(default="", description="经办人。 Whose it is.")
    channel: Channel | None = Field(default=None, description="收到方式。 Channel.")
    mine: Switch = Field(
        default=False, description="只看令牌所属人员办理或者代办的。 Only what falls to the caller."
    )
    q: Search = ""
    sort: Order = Field(
        default=Order.LEFT,
        description="按：left 剩余工作日、received 收到日期、number 登记顺序。 The order.",
    )
    descending: Switch = Field(default=False, description="倒序。 Backwards.")
    after: Cursor = ""
    limit: Limit = 50


class WorklistLine(Model):
    """One open request as the worklist shows it; the applicant is masked."""

    id: int = Field(description="申请的 id。 Its id.")
    number: RequestNumber
    version: int = Field(description="版本。 Version.")
    light: Light = Field(description="灯：green、yellow、red、grey。 How urgent it is.")
    left: int | None = Field(description="剩余工作日，负数为逾期。 Working days left.")
    due: date | None = Field(description="答复期限。 When it is to be answered.")
    provisional: bool = Field(description="期限是否暂定。 Whether that is provisional.")
    state: State = Field(description="状态。 State.")
    stage: Stage = Field(description="答复办到哪一步。 How far the reply is.")
    conditions: list[Condition] = Field(description="同时存在的情形。 What runs beside it.")
    next_step: NextStep = Field(description="下一步。 What comes next.")
    content: str = Field(description="所需信息的内容。 What is asked for.")
    applicant: str = Field(description="申请人（已遮盖）。 Applicant, masked.")
    channel: str = Field(description="收到方式。 Channel.")
    received_on: date | None = Field(description="收到日期。 Day of receipt.")
    case_officer: str = Field(description="经办人。 Case officer.")
    unattended: Unattended | None = Field(description="无人办理的原因。 Why nobody attends to it.")


class WorklistPage(Model):
    """A page of the worklist, with the counts at its top."""

    items: list[WorklistLine] = Field(description="本页各件。 The requests of the page.")
    next: str | None = Field(description="下一页的 `after`。 The `after` of the next page.")
    total: int = Field(description="符合条件的共几件。 How many there are in all.")
    counts: dict[str, int] = Field(description="各类件数。 What the counts at the top say.")


class RequestsAsked(Asked):
    """What the register is narrowed to: open and closed requests, the newest first."""

    state: State | None = Field(default=None, description="状态。 State.")
    officer: ShortWords = Field(default="", description="经办人。 Whose it is.")
    channel: Channel | None = Field(default=None, description="收到方式。 Channel.")
    closed: Switch | None = Field(default=None, description="是否已办结。 Whether it is closed.")
    on_time: Switch | None = Field(default=None, description="是否按期。 Whether in time.")
    received_from: Day | None = Field(default=None, description="收到日期自。 Received from.")
    received_until: Day | None = Field(default=None, description="收到日期至。 Received until.")
    q: Search = ""
    after: Cursor = ""
    limit: Limit = 50


class RequestLine(Model):
    """One request as the register lists it; the applicant is masked."""

    id: int = Field(description="申请的 id。 Its id.")
    number: RequestNumber
    version: int = Field(description="版本。 Version.")
    state: State = Field(description="状态。 State.")
    channel: str = Field(description="收到方式。 Channel.")
    applicant: str = Field(description="申请人（已遮盖）。 Applicant, masked.")
    applicant_kind: str = Field(description="申请人类别。 Kind of applicant.")
    content: str = Field(description="所需信息的内容。 What is asked for.")
    case_officer: str = Field(description="经办人。 Case officer.")
    received_on: date | None = Field(description="收到日期。 Day of receipt.")
    answer_due: date | None = Field(description="答复期限。 When it is to be answered.")
    outcome: str | None = Field(description="办理结果代码。 Outcome.")
    closed_on: date | None = Field(description="办结日期。 Day of its end.")
    on_time: bool | None = Field(description="是否按期。 Whether in time.")


class RelationShown(Model):
    """How a request is related to another."""

    kind: RelationKind = Field(description="关系。 How.")
    number: RequestNumber
    since: date = Field(description="自哪一天。 Since when.")
    reason: str = Field(description="理由。 Why.")


class LackShown(Model):
    """What an application lacks under its law: a ground to ask for a correction."""

    part: str = Field(description="缺什么。 What.", examples=["contact"])
    basis: str = Field(description="依据。 Its article.")


class RequestShown(RequestLine):
    """A request as it stands; what is deeper is as `disclosure request show --json` has it."""

    applicant: str = Field(description="申请人。 Applicant.")
    contact: str = Field(description="联系方式。 Contact.")
    note: str = Field(description="备注。 Note.")
    provisional: bool = Field(description="期限是否暂定。 Whether the date is provisional.")
    intake: dict[str, Any] = Field(description="怎样提出。 How it was made.")
    details: dict[str, Any] = Field(
        description="申请人的情况；证件号码只显示首尾。 Who the applicant is; of "
        "a document's number only the ends."
    )
    relations: list[RelationShown] = Field(description="与其他申请的关系。 Relations.")
    lacking: list[LackShown] = Field(description="缺少的内容。 What it lacks.")
    draft: dict[str, Any] = Field(description="答复的拟稿。 The reply as drafted.")
    handling: dict[str, Any] = Field(
        description="补正、征求意见、延期、收费等。 What goes on beside the reply."
    )


class DecisionAsked(Asked):
    """What is decided about a request on record that looks like the new one."""

    kind: DecisionKind = Field(
        description="merge 并入、link 关联、keep_apart 分别办理。 What is decided."
    )
    other: Annotated[ShortWords, Field(min_length=1)] = Field(
        description="那一件的登记编号。 The number of the other."
    )
    reason: ShortWords = Field(default="", description="理由。 Why.")


class NewRequest(Asked):
    """A request as it came in; without any day it was submitted today."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "applicant": "王小明",
                    "content": "2024年征地补偿方案",
                    "channel": "post_signed",
                    "signed_on": "2025-09-19",
                    "phone": "0595-87801209",
                }
            ]
        }
    )

    applicant: ShortWords = Field(description="申请人。 Applicant.", examples=["王小明"])
    content: Words = Field(
        default="",
        description="所需政府信息的内容。 What is asked for.",
        examples=["2024年征地补偿方案"],
    )
    channel: Channel = Field(default=Channel.IN_PERSON, description="收到方式。 Channel.")
    applicant_kind: coded("applicants") = Field(  # type: ignore[valid-type]
        default="natural_person", description="申请人类别代码。 Kind of applicant."
    )
    described: StrictBool = Field(default=True, description="是否写明了内容。 Whether it was said.")
    oral: StrictBool = Field(default=False, description="是否口头申请。 Whether oral.")
    taken_down_by: ShortWords = Field(default="", description="代为填写人。 Taken down by.")
    identity_kind: IdentityKind | None = Field(default=None, description="证件种类。 Document.")
    identity_number: ShortWords = Field(
        default="",
        description="证件号码；只显示首尾。 Its number, shown by its ends.",
    )
    contact: ShortWords = Field(default="", description="联系方式。 Contact.")
    contact_person: ShortWords = Field(default="", description="联系人。 Contact person.")
    address: Annotated[Words, Field(max_length=300)] = Field(
        default="", description="地址。 Address."
    )
    postcode: ShortWords = Field(default="", description="邮政编码。 Postcode.")
    phone: ShortWords = Field(default="", description="电话。 Telephone.")
    email: Annotated[Words, Field(max_length=254)] = Field(default="", description="邮箱。 Email.")
    provision_form: ProvisionForm | None = Field(default=None, description="获取形式。 Form.")
    provision_way: ProvisionWay | None = Field(default=None, description="获取途径。 Way.")
    fee_waiver: StrictBool = Field(default=False, description="申请减免费用。 Asks for a waiver.")
    help_needed: list[HelpNeeded] = Field(
        default_factory=list, max_length=3, description="需要的帮助。 Help needed."
    )
    purpose: Purpose | None = Field(default=None, description="用途。 Purpose.")
    case_officer: ShortWords = Field(default="", description="经办人。 Case officer.")
    note: Annotated[Words, Field(max_length=2_000)] = Field(default="", description="备注。 Note.")
    number: ShortWords = Field(default="", description="登记编号；不写则自动编号。 Its number.")
    submitted_on: Day | None = Field(default=None, description="提交日期。 Submitted on.")
    arrived_on: Day | None = Field(default=None, description="到达日期。 Arrived on.")
    signed_on: Day | None = Field(default=None, description="签收日期。 Signed for on.")
    confirmed_on: Day | None = Field(default=None, description="确认日期。 Confirmed on.")
    received_on: Day | None = Field(default=None, description="已确定的收到日期。 Established.")
    decision: DecisionAsked | None = Field(
        default=None, description="对相似的一件怎样办理。 What is decided about one that is alike."
    )


class AlikeShown(Model):
    """A request on record that looks like the new one; the applicant is masked."""

    number: RequestNumber
    score: int = Field(description="相似程度，0 至 100。 How alike.")
    why: list[str] = Field(description="相似在哪里。 In what.")
    on: date = Field(description="日期。 Day.")
    state: State = Field(description="状态。 State.")
    applicant: str = Field(description="申请人（已遮盖）。 Applicant, masked.")
    content: str = Field(description="内容。 What it asks for.")


class Logged(Model):
    """A request that was registered."""

    id: int = Field(description="申请的 id。 Its id.")
    number: RequestNumber
    version: int = Field(description="版本。 Version.")
    answer_due: date | None = Field(description="答复期限。 When it is to be answered.")
    lacking: list[LackShown] = Field(description="缺少的内容，可以告知补正。 What it lacks.")
    similar: list[AlikeShown] = Field(description="相似的申请。 What looks alike.")
