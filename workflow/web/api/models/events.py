"""What was entered about a request, each fact once."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from workflow.web.api.models.fields import Asked, Cursor, Limit, Model


class EventShown(Model):
    """One entry: when it happened, when and by whom it was entered, and what it says."""

    seq: int = Field(description="在机关记录链中的序号。 Its place in the chain.")
    kind: str = Field(description="种类。 Kind.", examples=["received"])
    happened_on: date = Field(description="发生日期。 Legal date.")
    entered_at: datetime = Field(description="录入时刻。 Instant of entry.")
    actor: str = Field(description="录入人。 Who entered it.")
    terms: dict[str, Any] = Field(description="所载内容。 What it says.")
    annuls: int | None = Field(description="撤销了哪一项。 Which entry it annuls.")
    hash: str = Field(description="校验值。 Its hash in the chain.")


class EventsAsked(Asked):
    """Which page of the history."""

    after: Cursor = ""
    limit: Limit = 100
