"""Why a token of the API is not made."""

from workflow.i18n import Text

TOKENS: dict[str, Text] = {
    "TokenNameError": Text(
        "请写明令牌给哪个程序用，最多 {longest} 个字，不换行。",
        "Say which program is to bear the token, in {longest} characters at most, on one line.",
    ),
    "TokenDayError": Text(
        "令牌有效期至 {on}，已经过了；请写今天或者以后的日期，或者不写。",
        "The token would hold until {on}, which is over: give today or a later day, or none.",
    ),
}
