"""Fields that several steps ask for, under the same names."""

from workflow.i18n import Text
from workflow.web.fields import Field, Kind

SENT_BY = Field(
    "sent_by",
    Text("寄送方式", "Sent by"),
    suggestions=("EMS", "挂号信", "当面", "电子邮件"),
    longest=100,
)
TRACKING = Field(
    "tracking", Text("邮件号码或者签收凭证", "Tracking number or receipt"), longest=200
)
CHOOSE = Text("请选择", "Choose")


def reason(text: Text | None = None, *, required: bool = False, hint: Text | None = None) -> Field:
    """Return the field of a reason."""
    return Field("reason", text or Text("理由", "Reason"), Kind.AREA, required=required, help=hint)
