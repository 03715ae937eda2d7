"""Who may sign in at the desk, and who has; kept beside the chain, which holds no secrets."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class AccountRow(Table, table=True):
    """A way for a member of staff to sign in; their role is the one that the staff list has.

    `login` is unique over all offices. After `failures` in a row it is locked for a while.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("login"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    staff_name: str
    login: str
    password_hash: str
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None
    created_at: datetime
    closed_at: datetime | None = None


class DeskSessionRow(Table, table=True):
    """A browser that is signed in; of its token only the digest is kept."""

    __tablename__ = "desk_session"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    token_digest: str = Field(primary_key=True)
    account_id: int
    opened_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None


class SavedViewRow(Table, table=True):
    """A worklist as somebody likes to see it: a name for its filters."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("office_id", "account_id", "name"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    account_id: int
    name: str
    query: str


class AllowanceRow(Table, table=True):
    """How often something was tried within a span of time; `subject` is a digest, never a name."""

    __tablename__ = "allowance"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    began_at: datetime
    used: int = 0
