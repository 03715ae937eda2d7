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
        "还没有设定申请人信息的保存年限，什么也不会匿名化；请按本单位的档案规定，"
        "用 DISCLOSURE_RETENTION_YEARS（或者 disclosure.toml 的 retention_years）设定。",
        "No term is set for how long it is kept who asked, so nobody is made nameless; set "
        "DISCLOSURE_RETENTION_YEARS (or retention_years in disclosure.toml) by your own rules.",
    ),
}
