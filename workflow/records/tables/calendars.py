"""Holiday notices loaded after the built-in ones."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from workflow.records.tables.naming import Table


class CalendarNoticeRow(Table, table=True):
    """A holiday notice loaded after the built-in ones, as it was given."""

    __tablename__ = "calendar_notice"

    id: int = Field(primary_key=True)
    year: int
    reference: str
    source: str
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    loaded_at: datetime
    actor: str
