"""What the entries of a history are called."""

from states.chart.rows import MOVES
from workflow.i18n import Lang, Text

# What the records say of a request beside what happened to it.
RECORD_KINDS: dict[str, Text] = {
    "registered": Text("登记入册", "registered"),
    "amended": Text("更正登记内容", "amended"),
    "annulled": Text("撤销一项记录", "a record annulled"),
    "reckoned": Text("重新计算期限", "dates reckoned anew"),
    "linked": Text("与另一件关联", "linked with another"),
    "kept_apart": Text("与另一件分别办理", "kept apart from another"),
    "split_into": Text("拆分为几件", "split into several"),
    "split_from": Text("由另一件拆出", "split from another"),
    "took_in": Text("另一件并入本件", "took another in"),
    "let_go": Text("并入的一件恢复单独办理", "let another go again"),
    "file_added": Text("收入附件", "a file added"),
    "file_withdrawn": Text("撤下附件", "a file withdrawn"),
    "identity_shown": Text("查看证件号码", "the identity number read"),
    "taken_out": Text("导出本人信息", "the applicant's data taken out"),
    "made_nameless": Text("申请人信息匿名化", "the applicant made nameless"),
}
# What happened is called as the move that recorded it, save where two moves record one fact.
FACTS: dict[str, Text] = {move.fact.value: Text(move.zh, move.en) for move in MOVES.values()}
FACTS["submitted"] = Text("申请人提交申请", "submitted by the applicant")


def kind_words(kind: str, lang: Lang) -> str:
    """Return what an entry of the history is called."""
    words = FACTS.get(kind) or RECORD_KINDS.get(kind)
    return kind if words is None else words.say(lang)
