"""What the files of a request are called, and why one is not taken."""

from workflow.i18n import Lang, Text

_KILO, _MEGA = 1_000, 1_000_000

KINDS: dict[str, Text] = {
    "application": Text("申请书", "application"),
    "identity": Text("身份证明", "proof of identity"),
    "service_proof": Text("送达凭证", "proof of service"),
    "opinion": Text("意见", "opinion"),
    "other": Text("其他", "other"),
}
ATTACHMENTS: dict[str, Text] = {
    "FileEmptyError": Text(
        "“{name}”是空文件；请核对后重新选择。", "“{name}” is empty; check it and choose again."
    ),
    "FileTooLargeError": Text(
        "“{name}”超过 {megabytes} MB；请压缩、降低扫描精度或者拆成几份再上传。",
        "“{name}” is larger than {megabytes} MB; make it smaller, or send it in parts.",
    ),
    "FileTypeError": Text(
        "“{name}”不能上传：只收 {known}，并且内容要与后缀相符。"
        "压缩包请解开后逐个上传，旧格式请另存为 docx、xlsx 或者 pdf。",
        "“{name}” is not taken: only {known}, whose content is what the ending says. Unpack "
        "archives, and save old formats as docx, xlsx or pdf.",
    ),
    "FileThereError": Text(
        "同样的文件已经在附件中，名为“{name}”；没有重复收入。",
        "The same file is there already, as “{name}”; it was not added twice.",
    ),
    "FileWithdrawnError": Text("“{name}”此前已经撤下。", "“{name}” was withdrawn before."),
}


def file_kind_words(kind: str, lang: Lang) -> str:
    """Return what a kind of file is called."""
    return KINDS[kind].say(lang)


def size_words(size: int) -> str:
    """Return a size as people read it: 312 B, 48 kB, 2.1 MB."""
    if size < _KILO:
        return f"{size} B"
    if size < _MEGA:
        return f"{size / _KILO:.0f} kB"
    return f"{size / _MEGA:.1f} MB"
