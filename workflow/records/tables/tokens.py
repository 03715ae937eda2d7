"""The API: tokens by which programs may ask, and what they sent under which key.

Both are kept beside the chain, which holds no secrets.
"""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class TokenRow(Table, table=True):
    """A token that acts as a member of staff; of its text only the digest is kept.

    `name` says which program bears it. It holds to the end of the day `expires_on`, if there is
    one. It is revoked, never removed.
    """

    __tablename__ = "api_token"
    __table_args__ = (UniqueConstraint("digest"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    staff_name: str
    name: str
    digest: str
    made_by: str
    made_at: datetime
    expires_on: date | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    revoked_by: str = ""


class CommandKeyRow(Table, table=True):
    """What was sent under an idempotency key: the same key with something else is refused.

    Of the key and of what was sent only digests are kept.
    """

    __tablename__ = "api_command"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    key: str = Field(primary_key=True)
    fingerprint: str
    sent_at: datetime
