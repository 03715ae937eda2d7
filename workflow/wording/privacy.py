"""What is said where personal data is read, taken out or made nameless."""

from workflow.i18n import Text

PRIVACY: dict[str, Text] = {
    "NoIdentityError": Text(
        "申请“{number}”没有登记证件号码。", "Request “{number}” has no identity number on record."
    ),
    "NobodyFoundError": Text(
        "没有登记过这个证件号码的申请；请核对号码。",
        "No request was made with this document; check its number.",
    ),
    "RetentionUnsetError": Text(
        "还没有设定申请人信息的保存年限；请先用 disclosure retention set 设定。",
        "The office has not said for how long it keeps who asked; see disclosure retention set.",
    ),
}
