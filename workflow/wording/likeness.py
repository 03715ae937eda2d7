"""Why requests look alike, and what was decided about two of them, in words."""

from workflow.i18n import Text

WHY: dict[str, Text] = {
    "same_text": Text("内容相同", "same text"),
    "similar_text": Text("内容相近（{percent}%）", "similar text ({percent}%)"),
    "contained": Text("内容包含在内", "one text contains the other"),
    "same_identity": Text("证件号码相同", "same identity document"),
    "same_name": Text("申请人同名", "same name"),
    "same_contact": Text("联系方式相同", "same contact"),
    "other_identity": Text("证件号码不同", "another identity document"),
    "other_channel": Text("收到方式不同", "another channel"),
}
RELATIONS: dict[str, Text] = {
    "linked": Text("已关联", "linked"),
    "kept_apart": Text("已定分别办理", "kept apart"),
    "split_from": Text("由它拆出", "split from it"),
    "split_into": Text("由本件拆出", "split off"),
    "merged_into": Text("已并入它", "merged into it"),
    "took_in": Text("已并入本件", "merged into this"),
}
# What the other request is to the one that is shown.
RELATED: dict[str, Text] = {
    "linked": Text("关联", "Linked with"),
    "kept_apart": Text("分别办理", "Kept apart from"),
    "split_from": Text("拆自", "Split from"),
    "split_into": Text("拆出", "Split into"),
    "merged_into": Text("并入", "Merged into"),
    "took_in": Text("并入本件的", "Took in"),
}
# Why something was decided about two requests when the second was logged, where nothing is said.
AT_INTAKE = Text("登记时比对", "compared on registration")
