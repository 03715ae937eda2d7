"""What is wrong with the shape of what a program sent: its lengths, its bounds, its kinds."""

from workflow.i18n import Text

# By the kind of fault that the parser of input reports.
SHAPES: dict[str, Text] = {
    "extra_forbidden": Text("没有这个字段：{field}。", "There is no such field: {field}."),
    "too_short": Text("{field}至少要有 {min_length} 项。", "{field} takes {min_length} at least."),
    "too_long": Text("{field}最多 {max_length} 项。", "{field} takes {max_length} at most."),
    "string_too_long": Text(
        "{field}最多 {max_length} 个字。", "{field} takes {max_length} characters at most."
    ),
    "string_type": Text("{field}应当是文字。", "{field} is to be a text."),
    "string_unicode": Text(
        "{field}含有不能保存的字符。", "{field} holds characters that cannot be kept."
    ),
    "string_pattern_mismatch": Text(
        "{field}的写法不对；应当合乎 {pattern}。", "{field} is to be written as {pattern}."
    ),
    "int_parsing": Text("{field}不是整数。", "{field} is no whole number."),
    "int_type": Text("{field}应当是整数。", "{field} is to be a whole number."),
    "int_from_float": Text("{field}应当是整数。", "{field} is to be a whole number."),
    "int_parsing_size": Text("{field}太大。", "{field} is too large."),
    "bool_parsing": Text("{field}只能是 true 或者 false。", "{field} is either true or false."),
    "bool_type": Text("{field}只能是 true 或者 false。", "{field} is either true or false."),
    "greater_than_equal": Text("{field}不能小于 {ge}。", "{field} is {ge} at least."),
    "less_than_equal": Text("{field}不能大于 {le}。", "{field} is {le} at most."),
    "list_type": Text("{field}应当是数组。", "{field} is to be a list."),
    "dict_type": Text("{field}应当是对象。", "{field} is to be an object."),
    "model_attributes_type": Text("{field}应当是对象。", "{field} is to be an object."),
    "not_a_code": Text("{field}只能是：{known}。", "{field} is one of: {known}."),
    "too_deep": Text("{field}嵌套太深。", "{field} is nested too deep."),
}
