"""Files that belong to a request: what they are is a row, what they hold lies in a folder."""

from datetime import datetime

from sqlmodel import Field

from workflow.records.tables.naming import Table


class AttachmentRow(Table, table=True):
    """A file of a request, found by the digest of what it holds; never altered, only withdrawn."""

    __tablename__ = "attachment"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    request_id: int
    kind: str = "other"
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_why: str = ""
