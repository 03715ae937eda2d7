"""Holiday notices, reminders, and the glossary."""

from collections.abc import Iterator
from datetime import timedelta

from docs.tables.markdown import both, code, page, table, verified
from notifications.ports import RETRY_AFTER
from notifications.rules import INSTEAD_OF, OVERDUE, REPORT_RULES, RULES, Audience, ReminderRule
from states.calendar.notices import NOTICES
from states.terms import TERMS
from states.vocabulary.term import Term


def notices_page() -> str:
    """Return every built-in holiday notice, with where it can be read."""
    return page(
        "节假日安排通知 · Holiday notices",
        "states/calendar/notices.py",
        "“核对”说的是文号是否在通知原文中读到。Whether the number was read in the notice itself.",
        table(
            "年度 · year | 文号 · reference | 核对 · verified | 放假天数 · days off "
            "| 调休上班天数 · worked weekends | 出处 · source",
            (
                (
                    f"{notice.year}{'（修改）' if notice.amends else ''}",
                    notice.reference,
                    verified(notice.verified),
                    len(notice.names_by_day),
                    len(notice.worked_weekends),
                    notice.source,
                )
                for notice in NOTICES
            ),
        ),
    )


_WHO = {
    Audience.CASE_OFFICER: "经办人",
    Audience.HEAD_OF_OFFICE: "工作机构负责人",
    Audience.REVIEWER: "审查人",
    Audience.ADMINISTRATOR: "管理员",
    Audience.ALL_CLERKS: "全体经办人",
}


def _when(rule: ReminderRule) -> str:
    if rule.days_before == OVERDUE:
        return both("逾期之后", "once it has passed")
    if rule.days_before < OVERDUE:
        days = -rule.days_before
        return both(f"过后第{days}个工作日起", f"from so many working days after: {days}")
    if rule.days_before == REPORT_RULES[0].days_before:
        return both("草稿生成时", "when the draft appears")
    if not rule.days_before:
        return both("期限届满当日", "on the last day")
    return both(f"剩{rule.days_before}个工作日", f"working days left: {rule.days_before}")


def _waits() -> Iterator[str]:
    for wait in RETRY_AFTER:
        minutes = wait // timedelta(minutes=1)
        yield f"{minutes // 60}小时" if minutes >= 60 else f"{minutes}分钟"  # noqa: PLR2004


def reminders_page() -> str:
    """Return every reminder rule, who stands in for whom, and how sending is tried again."""
    return page(
        "提醒 · Reminders",
        "notifications/rules.py",
        "代码不变；停用、改天数用 disclosure reminders set。最后一天和逾期的逐项发出，其余的"
        "每人每天合成一条；工作日8:30以后发出，逾期的7:00至20:00随时发出。\n"
        "每一期限对每个人只说一次，取其中最紧的一条；停表期间不提醒，休息日只提醒已经逾期的。\n"
        "Each deadline is told to each person once, by the most urgent rule; not while the clock "
        "is stopped, and on a day off only what is overdue. What is due today or overdue is told "
        "one by one, the rest in one message for each person and day, from 8:30 on a working day; "
        "what is overdue from 7:00 to 20:00 on any day.",
        table(
            "代码 · rule | 时钟 · clock | 时间 · when | 告知 · audience | 发出 · sent "
            "| 模板 · template",
            (
                (
                    code(rule.id),
                    code(rule.clock),
                    _when(rule),
                    "、".join(_WHO[audience] for audience in rule.audiences),
                    both("逐项", "by itself") if rule.is_urgent else both("合并", "in the digest"),
                    code(rule.template),
                )
                for rule in (*RULES, *REPORT_RULES)
            ),
        ),
        "## 无人时告知谁 · In whose place",
        table(
            "应当告知 · meant | 没有此人时 · instead",
            ((_WHO[meant], _WHO[instead]) for meant, instead in INSTEAD_OF.items()),
        ),
        "## 发送失败 · When sending fails",
        f"依次等待{'、'.join(_waits())}再试；仍然失败的，标为失败，不再自动重试。\n"
        "Tried again after these waits, then marked as failed.",
    )


_GROUPS = {
    "glossary": "用语 · Terms",
    "channels": "收到方式 · Channels",
    "applicants": "申请人类别 · Applicants",
    "states": "状态 · States",
    "conditions": "情形 · Conditions",
    "roles": "角色 · Roles",
    "deliveries": "答复方式 · Delivery",
    "identity_kinds": "身份证明 · Proof of identity",
    "provision_forms": "获取形式 · Forms of provision",
    "provision_ways": "获取途径 · Ways of provision",
    "help_needed": "需要的帮助 · Help",
    "purposes": "用途（2007年条例）· Purpose",
    "application_parts": "申请应当写明的内容 · Parts of an application",
    "office_levels": "行政层级 · Levels",
    "outcomes": "办理结果 · Outcomes",
    "outcome_families": "结果大类 · Families of outcome",
    "reply_types_2008": "2008年表的答复类型 · Replies of the oldest form",
    "endings": "办结方式 · Endings",
    "grounds": "不予公开的理由 · Grounds",
    "fee_bases": "计费方式 · Fee",
    "remedy_classes": "救济 · Remedy",
    "authorities": "复议机关 · Authorities",
    "courts": "法院 · Courts",
    "publication_channels": "公开渠道 · Ways of publication",
    "dispute_results": "复议、诉讼结果 · Results",
    "letters": "文书 · Letters",
    "letter_families": "文书类别 · Families of letters",
    "letter_dates": "文书何时发出 · When a letter goes out",
    "correction_results": "更正的结果 · Results of a correction of records",
    "addressees": "文书致送对象 · Addressees",
    "opinions": "征求所得的意见 · Opinions",
    "consulted": "征求意见的对象 · Who is consulted",
    "silences": "逾期不答复的后果 · What silence means",
    "consultation_statuses": "征求意见的进展 · Where a consultation stands",
    "defects": "需要补正的内容 · What a request may lack",
    "written_forms": "撤回的书面形式 · Written forms of withdrawal",
    "records_results": "更正本人信息的结果 · Corrections of own records",
}


def _terms(terms: dict[str, Term]) -> str:
    return table(
        "中文 | English | 代码 · code | 出处 · source",
        ((term.zh, term.en, code(term.code), term.source) for term in terms.values()),
    )


def glossary_page() -> str:
    """Return the terms of the project in both languages, group by group."""
    groups = ((f"## {_GROUPS.get(name, name)}", _terms(terms)) for name, terms in TERMS.items())
    return page(
        "用语表 · Glossary",
        "states/terms.py",
        *(part for group in groups for part in group),
        up="../",
    )
