"""What the proof of the records found, in words."""

from workflow.i18n import Lang, Text
from workflow.records.verification import ChainBreak, Fault, Verified

_HOLDS = Text(
    "✓ {office}：{events} 项记录首尾相连，{rows} 行数据与记录一致。",
    "✓ {office}: {events} records form one chain, and {rows} rows agree with them.",
)
_BROKEN = Text("✗ {office}：第 {seq} 项记录处，{what}", "✗ {office}: at record {seq}, {what}")

_FAULTS: dict[Fault, Text] = {
    Fault.EVENT_CHANGED: Text("内容被改动过。", "its content was changed."),
    Fault.EVENT_MISSING: Text("这一项或者此前的记录不见了。", "it or one before it is missing."),
    Fault.CHAIN_CUT_OFF: Text(
        "记录在此中断，与机关登记的末项不符。",
        "the chain ends here, and not where the office says it does.",
    ),
    Fault.ROW_CHANGED: Text(
        "{subject} {row} 的 {columns} 与记录不符，被改动过。",
        "{columns} of {subject} {row} do not hold what the records say.",
    ),
    Fault.ROW_MISSING: Text("{subject} {row} 不见了。", "{subject} {row} is missing."),
    Fault.ROW_WITHOUT_EVENTS: Text(
        "{subject} {row} 没有任何登记记录。", "{subject} {row} was never registered."
    ),
    Fault.TEMPLATE_LOST: Text(
        "文书 {row} 所用的模板不见了，或者被改动过：{columns}。",
        "the template of letter {row} is missing or was changed: {columns}.",
    ),
    Fault.NUMBER_LOST: Text(
        "文号与文书对不上：{columns}。",
        "the numbers given out are not those that letters bear: {columns}.",
    ),
    Fault.FILE_LOST: Text(
        "附件 {row} 的文件不见了，或者内容被改动过：{columns}。",
        "the file of attachment {row} is missing or was changed: {columns}.",
    ),
}


def proof_line(office: str, proof: Verified, lang: Lang) -> str:
    """Return whether the records of an office hold, or where they first do not."""
    broken = proof.first_break
    if broken is None:
        return _HOLDS.say(lang, office=office, events=proof.events, rows=proof.rows)
    return _BROKEN.say(lang, office=office, seq=broken.seq, what=_what(broken, lang))


def _what(broken: ChainBreak, lang: Lang) -> str:
    return _FAULTS[broken.what].say(
        lang, subject=broken.subject, row=broken.subject_id, columns="、".join(broken.columns)
    )
