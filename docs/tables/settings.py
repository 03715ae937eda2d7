"""Every setting: of the installation, from its model, and of an office, from its own."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from docs.tables.markdown import both, code, page, table
from states.statute.practice import Practice
from workflow.i18n import Text
from workflow.records.office_settings import OfficeSettings
from workflow.settings import FILE_NAME, Settings
from workflow.wording.offices import SETTINGS as OFFICE_NAMES

_PREFIX, _WITHIN = "DISCLOSURE_", "__"
# What a setting decides; a setting without words here fails `make docs`.
WORDS: dict[str, Text] = {
    "data_dir": Text(
        "数据目录：数据库文件和附件", "where the database file and the attachments lie"
    ),
    "database_url": Text(
        "数据库地址；不设就用数据目录里的 SQLite 文件。也认 DATABASE_URL",
        "the database; without one, an SQLite file in the data directory. DATABASE_URL is read too",
    ),
    "lang": Text("输出语言：zh 或 en", "the language of the output: zh or en"),
    "font_dir": Text("另放字体的文件夹", "a folder of fonts beside those of the system"),
    "smtp.host": Text(
        "邮件服务器；不设就不发邮件", "the mail server; without one, no mail is sent"
    ),
    "smtp.port": Text("邮件端口；465 为全程 TLS", "its port; 465 is TLS from the start"),
    "smtp.user": Text("邮箱用户名", "the user at the mail server"),
    "smtp.password": Text("邮箱密码", "the password at the mail server"),
    "smtp.starttls": Text("是否用 STARTTLS 加密", "whether to encrypt by STARTTLS"),
    "smtp.sender": Text("发件人", "the sender of mail"),
    "smtp.ca_file": Text("本单位签发证书的机构证书", "an authority of one's own"),
    "wecom.webhook": Text("企业微信机器人地址", "the webhook of a WeCom bot"),
    "dingtalk.webhook": Text("钉钉机器人地址", "the webhook of a DingTalk bot"),
    "dingtalk.secret": Text("钉钉机器人加签的密钥", "the secret that a DingTalk bot signs with"),
    "sms.url": Text("短信网关地址", "the address of the SMS gateway"),
    "sms.method": Text("短信网关的请求方法", "the method it is asked by"),
    "sms.headers": Text("短信网关的请求头", "the headers it is sent"),
    "sms.body": Text("短信网关的请求正文", "the body it is sent"),
    "sms.success_path": Text("回应中表明成功的字段", "the field of its answer that tells success"),
    "sms.success_value": Text("该字段成功时的值", "the value of that field on success"),
    "sms.success_pattern": Text("成功回应的正则表达式", "a pattern that an answer of success has"),
    "sms.phones": Text("姓名对应的手机号码", "telephone numbers by name"),
    "apprise.urls": Text("apprise 的通知地址", "where apprise hands over to"),
    "outward.inside": Text(
        "机器人和网关可否在内网地址", "whether bots and gateways may be inside one's own network"
    ),
    "outward.ca_file": Text("机器人和网关的机构证书", "an authority of one's own for these"),
    "key_file": Text(
        "证件号码的密钥文件；不写则在数据文件夹", "key of identity numbers; else in the data folder"
    ),
    "retention_years": Text(
        "办结后几年去除申请人信息；不写则长期保存",
        "years after which a closed request is made nameless; else kept for good",
    ),
    "forget_automatically": Text(
        "期满由系统去除，不等人办理", "do so by itself when the years are over"
    ),
    "lapse_automatically": Text(
        "逾期不补正、不缴费的，是否自动视为放弃",
        "whether a request lapses by itself once a period has passed",
    ),
    "public_pages": Text(
        "公众页面：指南、目录、在线申请和查询", "guide, catalogue, applying and looking up for all"
    ),
}


def settings_in(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Yield every setting by its dotted name; practice has a page of its own."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if kind is Practice:
            continue
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from settings_in(kind, f"{above}{name}.")
        else:
            yield f"{above}{name}", field


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None and "Path" in str(field.annotation):
        return code("~/.local/share/disclosure")
    value = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, SecretStr):
        return ""
    if value is None or value in ("", {}, []):
        return ""
    if isinstance(value, bool):
        return code(str(value).lower())
    if isinstance(value, dict):
        return "、".join(f"{key} {name}" for key, name in value.items())
    return code(value.as_posix() if isinstance(value, Path) else value)


def _variable(name: str) -> str:
    return code(_PREFIX + name.replace(".", _WITHIN).upper())


def settings_page() -> str:
    """Return every setting with its name, its default and what it decides."""
    return page(
        "设置 · Settings",
        "workflow/settings.py",
        f"先看环境变量，再看当前目录的 `{FILE_NAME}`，再看 `~/.config/disclosure/{FILE_NAME}`。"
        "文件里写左边的名称，点前面的是小节：`smtp.host` 即 `[smtp]` 下的 `host`。"
        "渠道的设置可以放在另一个文件里：名称加 `_FILE`，值写文件路径。\n"
        "The environment goes before the file here, and that before the one of the user. In the "
        "file a dot parts a section from its key. A channel's setting may be kept in a file of its "
        "own: add `_FILE` to its name.",
        "## 这一套程序 · The installation",
        table(
            "名称 · name | 环境变量 · variable | 默认 · default | 决定什么 · what it decides",
            (
                (code(name), _variable(name), _default(field), both(WORDS[name].zh, WORDS[name].en))
                for name, field in settings_in(Settings)
            ),
        ),
        "没有定论的地方怎样办，另见[惯例设置](practice.md)。"
        "What the law leaves open: [settings of practice](practice.md).",
        "## 一个机关 · An office",
        "用 `disclosure office set` 或者在“机关设置”页面修改，每次修改都有记录。\n"
        "Set by `disclosure office set` or on the page of the office; every change is on record.",
        table(
            "名称 · name | 叫什么 · what it is called | 默认 · default",
            (
                (code(name), both(OFFICE_NAMES[name].zh, OFFICE_NAMES[name].en), _default(field))
                for name, field in settings_in(OfficeSettings)
            ),
        ),
    )
