"""The files of a request, as they are listed and added."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from workflow.services.attachments import AttachmentKind
from workflow.web.api.models.fields import Asked, Model, Saveable


class AddAsked(Asked):
    """A file that is added: its name and what it is; its content is the body."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200), Saveable] = Field(
        description="文件名，带扩展名。 Its name, with the ending.", examples=["申请书.pdf"]
    )
    kind: AttachmentKind = Field(
        default=AttachmentKind.OTHER,
        description="application 申请书，identity 身份证明，service_proof 送达凭证，opinion 意见，"
        "other 其他。 What it is.",
    )


class AddedFile(Asked):
    """A file as a command names it: the digest stands for the content."""

    name: str
    kind: AttachmentKind
    sha256: str


class WithdrawAsked(Asked):
    """Why a file is withdrawn."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=500), Saveable] = Field(
        description="撤下的理由。 Why it is withdrawn.", examples=["传错了文件"]
    )


class AttachmentShown(Model):
    """A file of a request; one that was withdrawn is kept."""

    id: int = Field(description="序号。 Its id.")
    kind: AttachmentKind = Field(description="是什么。 What it is.")
    name: str = Field(description="文件名。 Its name.")
    media_type: str = Field(description="类型。 Its media type.")
    size: int = Field(description="字节数。 Bytes.")
    sha256: str = Field(description="校验值。 Its digest.")
    added_at: datetime = Field(description="收入时刻。 When it was added.")
    added_by: str = Field(description="收入人。 By whom.")
    withdrawn_at: datetime | None = Field(description="撤下时刻；未撤下为 null。 When withdrawn.")


class Attachments(Model):
    """The files of a request."""

    items: list[AttachmentShown] = Field(
        description="各个文件，先收的在前。 In the order they came."
    )
