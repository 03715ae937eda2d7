"""The facts of a request as a page lists them; of a document's number only the ends."""

from collections.abc import Iterator

from states.terms import label
from workflow.i18n import Lang, Text, say_date
from workflow.services.casefile import CaseFile
from workflow.services.telling.intake_lines import (
    identity_lines,
    lacks_words,
    made_lines,
    reached_lines,
)


def fact_lines(found: CaseFile, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return what there is to say of a request, each under its name."""
    return tuple((head.say(lang), str(value)) for head, value in _facts(found, lang) if value)


def _facts(found: CaseFile, lang: Lang) -> Iterator[tuple[Text, str]]:
    row = found.row
    yield Text("申请内容", "Asked for"), row.content
    kind = label("applicants", row.applicant_kind, lang) if row.applicant_kind else ""
    yield Text("申请人", "Applicant"), f"{row.applicant}（{kind}）" if kind else row.applicant
    yield from identity_lines(found.details, lang)
    yield Text("联系方式", "Contact"), row.contact
    yield from reached_lines(found.details)
    yield Text("收到方式", "Received by"), label("channels", row.channel, lang)
    yield from made_lines(found.intake, lang)
    received = "" if row.received_on is None else say_date(row.received_on, lang, weekday=True)
    yield Text("收到日期", "Received on"), received
    yield Text("经办人", "Case officer"), row.case_officer
    yield Text("答复类型", "Outcome"), label("outcomes", row.outcome, lang) if row.outcome else ""
    closed = "" if row.closed_on is None else say_date(row.closed_on, lang, weekday=True)
    yield Text("办结日期", "Closed on"), closed
    yield Text("是否按时", "In time"), _timeliness(found, lang)
    yield Text("备注", "Note"), row.note
    yield Text("还缺少", "Lacking"), lacks_words(found.lacks, lang)


def _timeliness(found: CaseFile, lang: Lang) -> str:
    """Return whether a reply was in time and, where it was late, why."""
    if found.row.on_time is None:
        return ""
    if found.row.on_time:
        return Text("按时", "yes").say(lang)
    reason = getattr(found.case.closing and found.case.closing.matter, "late_reason", "")
    late = Text("逾期", "no").say(lang)
    return f"{late}：{reason}" if reason else late
