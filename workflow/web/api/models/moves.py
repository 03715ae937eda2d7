"""The steps of a request: which are lawful now, why not, what each asks, and what came of one."""

from typing import Annotated, Any

from pydantic import Field, StrictBool

from states.case import State
from states.deciding.draft import Stage
from states.steps import Role
from workflow.services.worklist import NextStep
from workflow.web.api.models.events import EventShown
from workflow.web.api.models.fields import Asked, Fields, Model, ShortWords
from workflow.web.api.models.forms import FormField
from workflow.web.steps.catalogue import STEPS

MOVE_KEYS = tuple(STEPS)


class MoveShown(Model):
    """A step: whether it may be taken now, why not, and what it asks."""

    key: str = Field(description="步骤。 The step.", examples=["correct-ask"])
    title: str = Field(description="名称。 What it is called.", examples=["告知补正"])
    group: str = Field(description="属于哪一组。 Its group.")
    lawful: bool = Field(
        description="令牌所属人员现在能不能办。 Whether the caller may take it now."
    )
    reasons: list[str] = Field(description="不能办的理由和条款。 Why not, with the article.")
    article: str | None = Field(description="步骤依据的条款。 The article it rests on.")
    roles: list[Role] = Field(description="哪些岗位可以办。 The roles that may take it.")
    fields: list[FormField] = Field(description="要填写的字段。 What is to be filled in.")


class Moves(Model):
    """Every step of a request, lawful now or not."""

    version: int = Field(description="申请的版本，写入 If-Match。 The version, for If-Match.")
    state: State = Field(description="状态。 State.")
    items: list[MoveShown] = Field(description="各个步骤。 The steps.")


class TakeMove(Asked):
    """A step as it is to be taken."""

    fields: Fields = Field(
        default_factory=dict,
        max_length=60,
        description="各字段的内容；不写的按 `default`。 What its fields say; those left "
        "out say their `default`.",
        examples=[{"on": "2025-09-23"}],
    )
    acknowledged: list[Annotated[ShortWords, Field(min_length=1)]] = Field(
        default_factory=list,
        max_length=20,
        description="知道有违反仍照实登记的：理由的 `code`。 The codes of breaches that are "
        "recorded as they are.",
    )
    dry_run: StrictBool = Field(
        default=False,
        description="只试办，不写入。 Only see what it would do; nothing is kept.",
    )


class StandingShown(Model):
    """Where a request stands."""

    state: State = Field(description="状态。 State.")
    stage: Stage = Field(description="答复办到哪一步。 How far the reply is.")
    next_step: NextStep | None = Field(description="下一步。 What comes next.")


class Taken(Model):
    """What a step did, or would do."""

    dry_run: bool = Field(description="是否只是试办。 Whether nothing was kept.")
    version: int = Field(description="之后的版本。 The version after it.")
    before: StandingShown | None = Field(description="之前。 Before; null when sent again.")
    after: StandingShown = Field(description="之后。 After.")
    events: list[EventShown] = Field(description="写入的记录。 What was entered.")
    clocks: list[dict[str, Any]] = Field(
        description="改变的期限：钟、之前、之后。 The clocks that it moves."
    )
