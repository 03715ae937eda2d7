"""The clock of a request, explained: each day with its number, or why it has none."""

from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from states.clock.answer import Flag
from states.clock.ledger import Why
from states.statute.versions import Law
from workflow.web.api.models.fields import AllSaveable, Asked, Day, Model


class LedgerLine(Model):
    """One calendar day of the count."""

    day: date = Field(description="日期。 The day.")
    number: int | None = Field(description="第几个工作日，或者 null。 Its number, if it counts.")
    why: Why | None = Field(
        description="不计入的原因：weekend 周末、holiday 放假、suspended 停止计算。 Why not."
    )
    holiday: str | None = Field(description="哪个节日。 Which holiday.")
    ref: str | None = Field(description="因哪一次征求意见停止。 By which consultation.")
    article: str | None = Field(description="停止计算依据的条款。 The article it stops by.")


class SpanShown(Model):
    """Days that are left out of the count."""

    after: date = Field(description="自这一天的次日起。 From the day after.")
    until: date = Field(description="到这一天为止。 Up to this day.")
    ref: str = Field(description="哪一次征求意见。 Which consultation.")
    article: str = Field(description="依据的条款。 The article.")


class FlagShown(Model):
    """Something that is to be known of the date."""

    code: Flag = Field(description="代码。 Code.")
    words: str = Field(description="说明。 In words.")


class ReckoningShown(Model):
    """The period for the reply, with all it rests on."""

    law: Law = Field(description="适用哪一版条例。 Which version of the Regulations.")
    counts_from: date = Field(description="起算日，次日为第1日。 The day after which it counts.")
    count: int = Field(description="法定工作日数。 Working days of the period.")
    due: date = Field(description="期限届满之日。 The last day.")
    provisional: bool = Field(description="放假安排未公布，暂定。 Whether it is provisional.")
    original_due: date | None = Field(description="延长或者延迟之前的期限。 Before it was moved.")
    conservative_due: date | None = Field(description="做法不一时较早的一日。 The safer day.")
    suspended_workdays: int = Field(description="不计入的工作日数。 Working days left out.")
    flags: list[FlagShown] = Field(description="应当注意的情形。 What is to be known.")
    basis: list[str] = Field(description="依据的条款。 The articles.")
    spans: list[SpanShown] = Field(description="不计入的各段。 What is left out.")
    ledger: list[LedgerLine] = Field(description="逐日计算。 The count, day by day.")


class DeadlineShown(Model):
    """One running clock."""

    clock: str = Field(description="哪个钟。 Which clock.", examples=["reply"])
    name: str = Field(description="名称。 What it is called.")
    due: date = Field(description="届满之日。 Its last day.")
    provisional: bool = Field(description="是否暂定。 Whether provisional.")
    paused: bool = Field(description="是否停止计算。 Whether it stands still.")
    ref: str = Field(description="关于什么。 About what.")
    article: str = Field(description="依据的条款。 The article.")


class ClockShown(Model):
    """Every clock of a request on a day."""

    as_of: date = Field(description="以哪一天为准。 As of which day.")
    reply: ReckoningShown | None = Field(
        description="答复期限；未收到的为 null。 The period for the reply; null before receipt."
    )
    deadlines: list[DeadlineShown] = Field(description="正在计算的各项期限。 Every running clock.")


class ClockAsked(Asked):
    """A case as `disclosure clock` takes one a line; it need be nobody's request."""

    case: Annotated[dict[str, Any], AllSaveable] = Field(
        max_length=20,
        description="案件：question、channel、events 等，见“期限计算的输入与输出”。 A case, as the "
        "format of the clock has it.",
        examples=[
            {
                "id": "A01",
                "question": "reply_due",
                "channel": "in_person",
                "events": [{"type": "submitted", "on": "2019-09-16"}],
            }
        ],
    )
    as_of: Day | None = Field(
        default=None, description="以哪一天为准；默认为最后一个事件之日。 As of which day."
    )


class ClockAnswered(Model):
    """A date with all it rests on, as `disclosure clock` writes it."""

    model_config = ConfigDict(extra="allow")

    id: str | int = Field(description="案件的编号。 The case.")
    law: str = Field(description="适用哪一版条例。 Which version of the Regulations.")
    counts_from: date = Field(description="起算日。 The day after which it counts.")
    due: date | None = Field(description="届满之日；暂定的为 null。 Its last day, if it is sure.")
    provisional: bool = Field(description="是否暂定。 Whether it is provisional.")
    flags: list[str] = Field(description="应当注意的情形。 What is to be known.")
    suspended_workdays: int = Field(description="不计入的工作日数。 Working days left out.")
    basis: list[str] = Field(description="依据的条款。 The articles.")
    ledger: list[dict[str, Any]] = Field(description="逐日计算。 The count, day by day.")
