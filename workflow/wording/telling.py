"""What is said of telling itself: what was not sent, and why."""

from workflow.i18n import Lang, Text

UNDELIVERED = Text("【信息公开】一条提醒没有发出：{subject}", "[Disclosure] Not sent: {subject}")
UNDELIVERED_BODY = Text(
    "给{name}的提醒经{channel}试发 {attempts} 次，没有发出：{why}。请当面或者电话告知本人；"
    "排除原因以后，在“本机关”的“提醒”页上重发。\n",
    "The reminder for {name} was tried {attempts} time(s) by {channel} and not sent: {why}. Tell "
    "them in person or by telephone; once the cause is removed, send it again on the page "
    "“Reminders” of the office.\n",
)

CHANNELS: dict[str, Text] = {
    "email": Text("电子邮件", "email"),
    "console": Text("控制台", "console"),
    "in_app": Text("办理台", "the desk"),
    "wecom": Text("企业微信群", "WeCom group"),
    "dingtalk": Text("钉钉群", "DingTalk group"),
    "sms": Text("短信", "text message"),
    "apprise": Text("其他（apprise）", "other (apprise)"),
}

BROKEN = Text("【信息公开】记录核验不通过", "[Disclosure] The records do not verify")
BROKEN_BODY = Text(
    "夜间核验发现记录被改动或者删除。请在“审计”页上核验，查看第一处不符；"
    "停止改动数据库，并与最近的备份核对。\n",
    "The nightly verification found that records were changed or removed. See the first break on "
    "the page “Audit”, leave the database as it is, and compare it with the latest backup.\n",
)

# The answers of channels that a clerk can do something about, by code or by how a code begins.
ANSWERS: dict[str, Text] = {
    "smtp_535": Text("邮件服务器不接受用户名或密码", "the mail server refused the log-in"),
    "smtp_550": Text("收件地址不存在", "there is no such address"),
    "smtp_": Text("邮件服务器拒绝", "the mail server refused"),
    "SSLCertVerificationError": Text("对方的证书不可信", "the certificate is not trusted"),
    "ConnectionRefusedError": Text("连不上服务器", "nobody answers at the server"),
    "SMTPServerDisconnected": Text("邮件服务器中断了连接", "the mail server hung up"),
    "SMTPNotSupportedError": Text(
        "邮件服务器不支持 STARTTLS", "the mail server does not know STARTTLS"
    ),
    "unwritable_header": Text("地址或者标题无法书写", "the address or the subject is unwritable"),
    "address_not_supported": Text("邮件服务器不支持这种地址", "the address is not supported"),
    "timeout": Text("没有按时答复", "no answer in time"),
    "name_unknown": Text("查不到服务器的名称", "the name of the server is unknown"),
    "errcode_93000": Text("机器人地址无效或者已停用", "the bot's address is not valid"),
    "errcode_310000": Text(
        "机器人的安全设置不符（加签、关键词或者IP）",
        "the bot's security settings do not match (signature, keyword or address)",
    ),
    "errcode_": Text("机器人拒绝", "the bot refused"),
    "http_": Text("对方答复有误", "the other side answered with an error"),
    "gateway_": Text("短信网关拒绝", "the gateway refused"),
    "phone_unreadable": Text("手机号码不对", "this is no number of a telephone"),
    "template_unreadable": Text("短信模板有误", "the template is wrong"),
    "private_address": Text(
        "地址在内网；确属单位自己的服务器的，设置 DISCLOSURE_OUTWARD__INSIDE=true",
        "the address is in the own network; if that is meant, set DISCLOSURE_OUTWARD__INSIDE=true",
    ),
    "not_encrypted": Text("外网地址必须用 https", "an address outside must be https"),
    "address_unreadable": Text("地址写得不对", "the address cannot be read"),
    "answer_unreadable": Text("看不懂对方的答复", "the answer cannot be read"),
    "answer_too_long": Text("对方的答复过长", "the answer is too long"),
    "channel_not_set_up": Text("没有设置这个渠道", "the channel is not set up"),
    "not_handed_over": Text("apprise 没有交出", "apprise did not hand it over"),
    "lease_ended": Text(
        "发送中途停止，不知发出没有", "stopped while sending: nobody knows whether it left"
    ),
    "rate_limited": Text("每分钟发送条数已满，稍后再发", "the minute is full; sent later"),
}


def answer_words(code: str, lang: Lang) -> str:
    """Return what the answer of a channel means, with its code; the code alone where unknown."""
    found = ANSWERS.get(code) or next(
        (text for start, text in ANSWERS.items() if start.endswith("_") and code.startswith(start)),
        None,
    )
    if found is None:
        return code
    return Text("{said}（{code}）", "{said} ({code})").say(lang, said=found.say(lang), code=code)
