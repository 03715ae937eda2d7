"""English of the pages: the tokens of the API."""

WORDS: dict[str, str] = {
    "新令牌": "New token",
    "接口令牌": "API tokens",
    "令牌只显示这一次；请现在就填进要用它的程序，不要写进邮件或者聊天记录。": (
        "The token is shown only now: put it into the program that is to bear it, and into no "
        "mail or chat."
    ),
    "给哪个程序用": "For which program",
    "以谁的身份办理": "Acts as",
    "令牌": "Token",
    "已经记下，返回令牌": "Noted; back to the tokens",
    "令牌已作废，从现在起不能再用。": "The token is revoked; it opens nothing now.",
    "共 %(n)s 个令牌": "%(n)s token(s)",
    "用途": "For",
    "以谁的身份": "Acts as",
    "生成": "Made",
    "最近使用": "Last used",
    "还没有用过": "not used yet",
    "有效": "in force",
    "至 %(day)s": "until %(day)s",
    "已到期": "ran out",
    "还没有令牌。别的程序（如县里的政务平台）要读写这里的记录时，在旁边生成一个。": (
        "No token yet. Where another program, such as the county's portal, is to read and write "
        "these records, make one beside."
    ),
    "生成令牌": "Make a token",
    "令牌只显示一次。程序不再使用，或者令牌可能泄露的，立即作废。": (
        "A token is shown once. Revoke one that is used no more, or that somebody may have seen."
    ),
}
