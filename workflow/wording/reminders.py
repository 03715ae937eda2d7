"""What has become of a reminder, in words."""

from workflow.i18n import Text

NEW = "new"
STATUSES: dict[str, Text] = {
    NEW: Text("未安排", "not planned yet"),
    "pending": Text("待发", "waiting"),
    "sent": Text("已发", "sent"),
    "failed": Text("未能发出", "given up"),
    "gathered": Text("并入汇总", "in the digest"),
}
