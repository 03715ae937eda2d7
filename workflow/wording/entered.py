"""What is wrong with a file or with a value that was entered."""

from workflow.i18n import Lang, Text

# Reading and writing files, by what the system says.
FILES: dict[type[OSError], Text] = {
    FileNotFoundError: Text("没有“{file}”这个文件或者目录。", "There is no file “{file}”."),
    PermissionError: Text("没有权限读写“{file}”。", "“{file}” may not be read or written."),
    IsADirectoryError: Text("“{file}”是目录，不是文件。", "“{file}” is a directory, no file."),
}
_OTHER_FILE = Text("读写“{file}”失败：{reason}。", "“{file}” cannot be used: {reason}.")

# By the kind of fault that the parser of input reports.
INPUT: dict[str, Text] = {
    "missing": Text("缺少 {field}；请填写。", "{field} is missing; give it."),
    "extra_forbidden": Text("没有 {field} 这一项；请核对名称。", "There is no {field}; check it."),
    "enum": Text(
        "{field} “{value}”不在可选范围内。", "{field} “{value}” is not one of the choices."
    ),
    "date_from_datetime_parsing": Text(
        "{field} “{value}”不是日期；请写成 2023-05-08 的样子。",
        "{field} “{value}” is not a date; write it as 2023-05-08.",
    ),
    "string_too_short": Text("{field} 不能为空。", "{field} may not be empty."),
    "json_invalid": Text("内容不是 JSON，无法读取。", "This is not JSON and cannot be read."),
    "model_type": Text(
        "内容不是所要的格式，无法读取。", "This is not in the format that is wanted."
    ),
}
INPUT |= {
    "literal_error": INPUT["enum"],
    "date_parsing": INPUT["date_from_datetime_parsing"],
    "date_type": INPUT["date_from_datetime_parsing"],
}
_OTHER_INPUT = Text("{field} “{value}”不合要求：{message}。", "{field} “{value}”: {message}.")


def file_sentence(error: OSError, lang: Lang) -> str:
    """Return why a file could not be read or written."""
    text = FILES.get(type(error), _OTHER_FILE)
    return text.say(lang, file=error.filename, reason=error.strerror)


def input_sentence(kind: str, field: str, value: object, message: str, lang: Lang) -> str:
    """Return what is wrong with a value that was entered."""
    text = INPUT.get(kind, _OTHER_INPUT)
    return text.say(lang, field=field, value=value, message=message)
