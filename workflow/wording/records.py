"""What the records refuse, in words, by the name of the error."""

from collections.abc import Iterable
from datetime import datetime

from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.wording.facts import kind_words
from workflow.wording.registers import register_name

# By the name of the error; the placeholders are what it carries.
RECORDS: dict[str, Text] = {
    "IdentityKeyMissingError": Text(
        "证件号码的密钥不在（{named}）；请把密钥文件放回原处，或者用 DISCLOSURE_KEY_FILE 指明它在"
        "哪里。号码没有丢，有了密钥就能读。",
        "The key of identity numbers is missing ({named}); put its file back, or say where it is "
        "with DISCLOSURE_KEY_FILE. Nothing is lost as long as the key is found.",
    ),
    "IdentityKeyUnreadableError": Text(
        "密钥文件 {path} 的内容不对；请用另存的那一份换回来。",
        "The key file {path} holds something else; put your copy of it back.",
    ),
    "IdentityUnreadableError": Text(
        "一个证件号码被改动过，解不开（{place}）；请从备份恢复，并运行 verify 核验。",
        "An identity number was altered and cannot be opened ({place}); restore it from a backup "
        "and run verify.",
    ),
    "RequestNotFoundError": Text(
        "没有编号为“{number}”的申请；请核对编号。",
        "There is no request “{number}”; check the number.",
    ),
    "StaleRequestError": Text(
        "申请“{number}”在您查看之后有了改动：{changes}。没有写入；请重新查看后再办理。",
        "Request “{number}” has changed since you saw it: {changes}. Nothing was written; look "
        "again before going on.",
    ),
    "NumberTakenError": Text(
        "编号“{number}”已经用过；请另取编号。",
        "The number “{number}” is taken; choose another.",
    ),
    "KeyReusedError": Text(
        "幂等键“{key}”已用于另一项内容；请换一个键。",
        "The idempotency key “{key}” was used for something else; take another.",
    ),
    "AlreadyRegisteredError": Text(
        "“{subject}”只能登记一次，已经登记过。",
        "“{subject}” is registered once only, and is there already.",
    ),
    "RowNotFoundError": Text(
        "“{subject}”没有编号为 {row_id} 的记录；请核对编号。",
        "“{subject}” has no record {row_id}; check the number.",
    ),
    "RowAnnulledError": Text(
        "“{subject}”的 {row_id} 号记录已经作废，不能再改；请重新登记。",
        "Record {row_id} of “{subject}” is void and cannot be changed; enter a new one.",
    ),
    "StaleRowError": Text(
        "“{subject}”的 {row_id} 号记录刚被{changed_by}改动，没有写入；请重新查看后再办理。",
        "Record {row_id} of “{subject}” was just changed by {changed_by}; look again first.",
    ),
    "LetterNotFoundError": Text(
        "没有文号或者序号为“{reference}”的文书。",
        "There is no letter “{reference}”.",
    ),
    "TemplateLostError": Text(
        "这件文书所用的模板（{digest}）不见了，不能重新排版；全文仍可查看，请运行 verify 核验。",
        "The template of the letter ({digest}) is gone; its text can still be shown. Run verify.",
    ),
    "AttachmentNotFoundError": Text(
        "这件申请没有第 {attachment_id} 号附件；请从附件清单中打开。",
        "The request has no attachment {attachment_id}; open it from the list.",
    ),
    "AttachmentLostError": Text(
        "附件的文件不见了，或者内容被改动过（{digest}）；请从备份恢复，并运行 verify 核验。",
        "The file of the attachment is gone or was changed ({digest}); restore it from a backup "
        "and run verify.",
    ),
    "EventNotFoundError": Text(
        "申请“{number}”没有第 {seq} 项记录；请核对序号。",
        "Request “{number}” has no record {seq}; check its number.",
    ),
    "EventNotAnnullableError": Text(
        "申请“{number}”的第 {seq} 项记录不能撤销，或者已经撤销。",
        "Record {seq} of request “{number}” cannot be annulled, or is annulled already.",
    ),
    "OfficeNotFoundError": Text(
        "没有机关“{name}”；请核对名称，或者先建立机关。",
        "There is no office “{name}”; check the name, or make one first.",
    ),
    "OfficeAmbiguousError": Text(
        "有几个机关：{names}；请写明是哪一个。",
        "There are several offices: {names}; name one.",
    ),
    "OfficeExistsError": Text(
        "机关“{name}”已经建立。",
        "The office “{name}” is there already.",
    ),
    "WriteFailedError": Text(
        "没有写入：数据库拒绝了这次更改；请稍后重试。",
        "Nothing was written: the database refused the change; try again.",
    ),
    "StorageFullError": Text(
        "没有写入：{place} 所在的磁盘已满。请腾出空间后重试；已经登记的都在，没有写到一半的。",
        "Nothing was written: the disk of {place} is full. Make room and try again; what was "
        "recorded is kept, and nothing is half written.",
    ),
    "StorageReadOnlyError": Text(
        "没有写入：{place} 不能写。请检查磁盘是否只读、文件和文件夹的权限；已经登记的都在。",
        "Nothing was written: {place} may not be written to. Check whether the disk is read-only, "
        "and the rights of the file and its folder; what was recorded is kept.",
    ),
    "StorageDamagedError": Text(
        "{place} 已损坏，或者不是数据库。请停止使用，保留原文件，恢复最近的备份。",
        "{place} is damaged, or no database. Stop, keep the file as it is, and restore the last "
        "backup.",
    ),
    "StorageUnreachableError": Text(
        "打不开 {place}。请检查文件或者服务器是否在、有无权限；什么都没有改动。",
        "{place} cannot be opened. Check that the file or the server is there and may be used; "
        "nothing was changed.",
    ),
    "StorageError": Text("{place} 不能使用。", "{place} cannot be used."),
    "WriterBusyError": Text(
        "数据库被其他程序占用超过 {seconds} 秒，没有写入；请稍后重试。",
        "Another program kept the database for over {seconds} s; nothing was written. Try again.",
    ),
    "NestedWorkError": Text(
        "上一项更改还没有结束，不能同时开始另一项。",
        "A change is still under way; another cannot begin inside it.",
    ),
    "DatabaseUnsupportedError": Text(
        "不支持这种数据库：{url}；请用 sqlite:/// 或者 postgresql:// 开头的地址。",
        "This kind of database is not supported: {url}; use an address in sqlite:/// or "
        "postgresql://.",
    ),
    "DriverMissingError": Text(
        "没有安装 PostgreSQL 的驱动（{driver}）；请执行 pip install 'disclosure-desk[postgres]'。",
        "The driver for PostgreSQL ({driver}) is not installed; run pip install "
        "'disclosure-desk[postgres]'.",
    ),
}


_CHANGE = Text("{actor}于{at}{kind}", "{kind} by {actor} at {at}")
_BY_SOMEBODY = Text("他人刚刚办理了一步", "somebody has just taken a step")


def record_sentence(error: Exception, lang: Lang) -> str:
    """Return what the records could not do."""
    facts = {name: listed(fact) for name, fact in vars(error).items()}
    if "subject" in facts:
        facts["subject"] = register_name(str(facts["subject"]), lang)
    if "changes" in facts:
        facts["changes"] = changes_said(vars(error)["changes"], lang)
    return RECORDS[type(error).__name__].say(lang, **facts)


def changes_said(changes: Iterable[tuple[str, str, datetime]], lang: Lang) -> str:
    """Return what was entered meanwhile, by whom, and when."""
    said = [
        _CHANGE.say(
            lang,
            kind=kind_words(kind, lang),
            actor=actor,
            at=f"{entered_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        )
        for kind, actor, entered_at in changes
    ]
    return ("；" if lang is Lang.ZH else "; ").join(said) or _BY_SOMEBODY.say(lang)


def listed(fact: object) -> object:
    """Return several names as one phrase; anything else as it is."""
    return "、".join(map(str, fact)) if isinstance(fact, tuple) else fact
