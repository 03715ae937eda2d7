"""Every code that people see has a name in both languages."""

from enum import StrEnum

import pytest

from states.clock.standing import ConsultationStatus
from states.deciding.draft import Stage
from states.matters import Carrier
from states.statute.application import (
    HelpNeeded,
    IdentityKind,
    Part,
    ProvisionForm,
    ProvisionWay,
    Purpose,
)
from states.statute.decisions import Decision
from states.statute.defects import Defect
from states.statute.disputes import CourtPaper, DisputeDecision, DisputeResult, Procedure
from states.statute.fees import FeeBasis
from states.statute.grounds import Ground
from states.statute.opinions import Addressee, Opinion, Silence
from states.statute.outcomes import Ending, Outcome, OutcomeFamily, RemedyClass, ReplyType2008
from states.statute.own_records import RecordsResult
from states.statute.receipt import Channel
from states.statute.remedies import Authority, CourtLevel, OfficeLevel
from states.terms import TERMS, label, term
from states.vocabulary.term import Term

# The words of the ledger (its reference page) and of the glossary, group by group.
IN_THE_LEDGER = {
    "channels": {
        "in_person": "当面",
        "post_signed": "信函（签收）",
        "post_ordinary": "平信",
        "internet": "网上",
        "fax": "传真",
        "email": "电子邮件",
    },
    "applicants": {
        "natural_person": "自然人",
        "company": "商业企业",
        "research": "科研机构",
        "public_interest": "社会公益组织",
        "legal_service": "法律服务机构",
        "other": "其他",
    },
    "states": {
        "submitted": "待确认收到",
        "received": "办理中",
        "awaiting_correction": "待补正",
        "awaiting_reasons": "待说明理由",
        "awaiting_payment": "待缴费",
        "answered": "已答复",
        "abandoned": "视为放弃",
        "withdrawn": "已撤回",
        "merged": "已合并",
    },
    "conditions": {
        "consulting": "征求意见中",
        "extended": "已延期",
        "delayed": "已延迟",
        "overdue": "逾期",
        "provisional": "暂定",
        "paused": "停表",
    },
    "roles": {
        "clerk": "经办人",
        "reviewer": "保密审查员",
        "head_of_office": "工作机构负责人",
        "supervisor": "监督员",
        "administrator": "管理员",
        "system": "系统",
    },
    "deliveries": {
        "post": "邮寄",
        "in_person": "当面",
        "internet": "网上",
        "email": "电子邮件",
    },
    "office_levels": {
        "province": "省",
        "city": "市",
        "county": "县",
        "town": "乡镇",
        "department": "部门",
    },
    "dispute_results": {
        "upheld": "结果维持",
        "corrected": "结果纠正",
        "other": "其他结果",
        "pending": "尚未审结",
    },
}


@pytest.mark.parametrize("group", IN_THE_LEDGER)
def test_a_group_has_the_words_of_the_ledger(group: str) -> None:
    words = {code: found.zh for code, found in TERMS[group].items()}

    assert words == IN_THE_LEDGER[group]


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        ("channels", Channel),
        ("outcomes", Outcome),
        ("outcome_families", OutcomeFamily),
        ("reply_types_2008", ReplyType2008),
        ("endings", Ending),
        ("remedy_classes", RemedyClass),
        ("grounds", Ground),
        ("decisions", Decision),
        ("stages", Stage),
        ("carriers", Carrier),
        ("fee_bases", FeeBasis),
        ("identity_kinds", IdentityKind),
        ("provision_forms", ProvisionForm),
        ("provision_ways", ProvisionWay),
        ("help_needed", HelpNeeded),
        ("purposes", Purpose),
        ("application_parts", Part),
        ("office_levels", OfficeLevel),
        ("authorities", Authority),
        ("courts", CourtLevel),
        ("opinions", Opinion),
        ("consulted", Addressee),
        ("silences", Silence),
        ("consultation_statuses", ConsultationStatus),
        ("defects", Defect),
        ("records_results", RecordsResult),
        ("dispute_decisions", DisputeDecision),
        ("dispute_results", DisputeResult),
        ("procedures", Procedure),
        ("court_papers", CourtPaper),
    ],
)
def test_every_member_of_an_enum_has_its_label(group: str, kind: type[StrEnum]) -> None:
    assert list(TERMS[group]) == [member.value for member in kind]


@pytest.mark.parametrize("group", TERMS)
def test_every_term_is_named_in_both_languages(group: str) -> None:
    for code, found in TERMS[group].items():
        assert found.code == code
        assert not found.zh.isascii()
        assert found.en
        assert found.en.isascii()


@pytest.mark.parametrize("group", TERMS)
def test_two_codes_of_a_group_never_share_a_chinese_name(group: str) -> None:
    names = [found.zh for found in TERMS[group].values()]

    assert len(set(names)) == len(names)


def test_a_term_is_found_by_its_group() -> None:
    assert term("glossary", "correction") == Term(
        "correction", "补正", "correction", "条例(2019) 第三十条"
    )


def test_a_label_is_chinese_unless_english_is_asked_for() -> None:
    assert label("roles", "clerk") == "经办人"
    assert label("roles", "clerk", "en") == "case officer"


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("roles", "mayor")
