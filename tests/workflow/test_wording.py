import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

import states
from states.citation import cite
from states.clock.answer import Flag
from states.clock.deadlines import ClockKey
from states.clock.objections import ThirdPartyNotice
from states.errors import MoveNotOnChartError, Refusal
from states.statute.instruments import OGI_2019
from workflow.i18n import Lang, Text, chinese_date, say_date
from workflow.records import errors
from workflow.records.chain import RecordKind
from workflow.records.office_settings import OfficeSettings
from workflow.records.relations import RelationKind
from workflow.services import errors as service_errors
from workflow.services import intake_form, reminder_errors
from workflow.services.clock.faults import FAULTS
from workflow.services.duty import Unattended
from workflow.services.errors import (
    ServiceError,
)
from workflow.services.handling import errors as handling_errors
from workflow.services.handling.duties import DutyKind
from workflow.services.offices import PROFILE as PROFILE_KEYS
from workflow.services.registers import errors as register_errors
from workflow.services.similar import Why
from workflow.services.worklist import Light, NextStep
from workflow.wording import guide
from workflow.wording.asked import ASKED, asked_sentence
from workflow.wording.clocks import CLOCKS, FLAGS
from workflow.wording.documents import DOCUMENTS
from workflow.wording.effects import EFFECTS
from workflow.wording.entered import FIELDS, INPUT
from workflow.wording.facts import RECORD_KINDS
from workflow.wording.handling import DUTIES, NOTICES
from workflow.wording.handling import FIELDS as HANDLING_FIELDS
from workflow.wording.law import LAW, not_on_chart_sentence
from workflow.wording.likeness import RELATED, RELATIONS, WHY
from workflow.wording.offices import PROFILE, SETTINGS
from workflow.wording.records import RECORDS, record_sentence
from workflow.wording.refusals import REFUSALS, refusal_sentence
from workflow.wording.registers import COLUMNS, REGISTERS
from workflow.wording.steps import MARKS, NEXT_STEPS, UNATTENDED

PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)")
TABLES: dict[str, dict[str, Text]] = {
    "refusals": REFUSALS,
    "law": LAW,
    "records": RECORDS,
    "documents": DOCUMENTS,
    "input": INPUT,
    "faults": FAULTS,
    "asked": ASKED,
    "handling fields": HANDLING_FIELDS,
    "duties": DUTIES,
    "notices": {notice.value: text for notice, text in NOTICES.items()},
    "effects": EFFECTS,
    "fields": FIELDS,
    "why": WHY,
    "relations": RELATIONS | RELATED,
    "flags": {flag.value: text for flag, text in FLAGS.items()},
    "clocks": {key.value: text for key, text in CLOCKS.items()},
    "registers": REGISTERS,
    "columns": {
        f"{subject}.{name}": text
        for subject, columns in COLUMNS.items()
        for name, text in columns.items()
    },
    "profile": PROFILE,
    "settings": SETTINGS,
    "steps": NEXT_STEPS | UNATTENDED,
    "guide": {name: text for name, text in vars(guide).items() if isinstance(text, Text)},
}
TEXTS = [
    pytest.param(text, id=f"{name}-{code}")
    for name, table in TABLES.items()
    for code, text in table.items()
]
REFUSING = {"refuse", "lapse", "late", "Refusal"}
TELL_THE_LAST_DAY = {"lapse", "late"}
NOT_FACTS = {"waivable"}
AT = datetime(2025, 9, 22, 2, tzinfo=UTC)


def placeholders(words: str) -> set[str]:
    return set(PLACEHOLDER.findall(words))


def refusals_in_states() -> Iterator[tuple[str, set[str]]]:
    """Yield every code refused anywhere in the law, with the facts it carries."""
    for path in Path(str(states.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in REFUSING or not isinstance(node.args[0], ast.Constant):
                continue
            facts = {str(keyword.arg) for keyword in node.keywords} - NOT_FACTS
            facts |= {"last_on"} if node.func.id in TELL_THE_LAST_DAY else set()
            yield str(node.args[0].value), facts


@pytest.mark.parametrize("text", TEXTS)
def test_both_languages_have_the_same_placeholders(text: Text) -> None:
    assert placeholders(text.zh) == placeholders(text.en)


@pytest.mark.parametrize("text", TEXTS)
def test_english_is_english_and_chinese_is_chinese(text: Text) -> None:
    assert re.search(r"[\u4e00-\u9fff]", text.zh)
    assert not re.search(r"[\u4e00-\u9fff]", text.en)


def test_every_refusal_of_the_law_has_its_words() -> None:
    assert {code for code, _ in refusals_in_states()} == set(REFUSALS)


def test_a_refusal_is_worded_with_the_facts_it_carries() -> None:
    wanting = {
        code: placeholders(REFUSALS[code].zh) - facts
        for code, facts in refusals_in_states()
        if not placeholders(REFUSALS[code].zh) <= facts
    }

    assert wanting == {}


def test_every_flag_of_the_clock_has_its_words() -> None:
    assert set(FLAGS) == set(Flag)


def test_every_error_of_the_records_has_its_words() -> None:
    names = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.RecordsError)
    }

    assert names - {"RecordsError"} == set(RECORDS)


def test_every_error_of_the_services_has_its_words() -> None:
    names = {
        name
        for module in (service_errors, reminder_errors, handling_errors, register_errors)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, ServiceError)
    }

    assert names - {"ServiceError"} <= set(ASKED)


def test_every_clock_and_every_step_has_its_words() -> None:
    assert set(CLOCKS) == set(ClockKey)
    assert set(NEXT_STEPS) == {step.value for step in NextStep}
    assert set(MARKS) == {light.value for light in Light}
    assert set(UNATTENDED) == {why.value for why in Unattended}


def test_every_key_of_an_office_has_its_name() -> None:
    assert set(PROFILE) == set(PROFILE_KEYS)
    assert set(SETTINGS) == set(OfficeSettings.model_fields)


def test_two_keys_of_an_office_never_share_a_name() -> None:
    for lang in ("zh", "en"):
        names = [getattr(words, lang) for words in (*PROFILE.values(), *SETTINGS.values())]
        assert len(set(names)) == len(names)


def test_an_error_of_a_register_names_it_as_people_do() -> None:
    stale = errors.StaleRowError("complaint", 3, "赵六", AT)

    assert record_sentence(stale, Lang.ZH).startswith("“申诉举报”的 3 号记录刚被赵六改动")


def test_an_error_about_days_names_both_and_prints_them() -> None:
    error = service_errors.DaysReversedError(
        "publication.published_on",
        date(2025, 9, 18),
        "publication.formed_on",
        date(2025, 9, 19),
    )

    assert asked_sentence(error, Lang.ZH) == (
        "公开日期 2025年9月18日早于生成日期 2025年9月19日；请核对日期。"
    )


def test_an_absence_without_end_or_deputy_is_said_in_words() -> None:
    error = service_errors.StaffAbsentError("李四", date(2025, 9, 22), None, "")

    assert "至另行通知" in asked_sentence(error, Lang.ZH)
    assert "代理人：无" in asked_sentence(error, Lang.ZH)


def test_what_a_guide_lacks_is_named_as_the_setting_is() -> None:
    error = register_errors.GuideIncompleteError(("disclosure_office", "phone"))

    assert "工作机构、电话" in asked_sentence(error, Lang.ZH)


def test_every_duty_and_every_notice_to_a_third_party_has_its_words() -> None:
    assert set(DUTIES) == {kind.value for kind in DutyKind}
    assert set(NOTICES) == set(ThirdPartyNotice)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (handling_errors.FieldBlankError("reason"), "理由不能为空"),
        (handling_errors.DefectNotOfTheLawError("identity", "2007"), "“身份证明”"),
        (service_errors.RecordsUnexplainedError("forwarded"), "“已转送”"),
        (handling_errors.ConsultationAmbiguousError("甲", ("1", "2")), "编号 1、2"),
        (handling_errors.FeeShortError(Decimal(1), Decimal("2.50")), "少于应缴的 2.50 元"),
    ],
)
def test_an_error_of_the_services_names_codes_as_people_do(error: ServiceError, words: str) -> None:
    assert words in asked_sentence(error, Lang.ZH)
    assert not re.search(r"[\u4e00-\u9fff]", asked_sentence(error, Lang.EN).replace("甲", ""))


def test_every_field_and_every_fault_of_a_form_has_its_words() -> None:
    source = Path(str(intake_form.__file__)).read_text(encoding="utf-8")
    faults = set(re.findall(r'_fault\("(\w+)"|, "(not_a_\w+)"\)', source))

    assert {code for pair in faults for code in pair if code} <= set(INPUT)
    assert set(intake_form.RequestForm.model_fields) <= set(FIELDS)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [(Why, WHY), (RelationKind, RELATIONS), (RelationKind, RELATED), (RecordKind, RECORD_KINDS)],
)
def test_every_kind_has_its_words(kinds: type[StrEnum], words: dict[str, Text]) -> None:
    assert {kind.value for kind in kinds} == set(words)


@pytest.mark.parametrize("lang", Lang)
def test_an_error_of_the_records_says_what_it_failed_on(lang: Lang) -> None:
    sentence = record_sentence(errors.OfficeAmbiguousError(("净峰镇", "辋川镇")), lang)

    assert "净峰镇、辋川镇" in sentence


@pytest.mark.parametrize(
    ("lang", "meanwhile"),
    [
        (Lang.ZH, "李四于2025-09-22 10:00拟定处理意见；王五于2025-09-22 10:00撤销一项记录"),
        (
            Lang.EN,
            "decide on an item by 李四 at 2025-09-22 10:00; a record annulled by 王五",
        ),
    ],
)
def test_a_stale_page_is_told_what_was_entered_meanwhile_in_the_time_of_the_office(
    lang: Lang, meanwhile: str
) -> None:
    at = datetime(2025, 9, 22, 2, tzinfo=UTC)  # ten in the morning in China
    changes = (errors.Change("item_decided", "李四", at), errors.Change("annulled", "王五", at))

    sentence = record_sentence(errors.StaleRequestError("净1号", 2, 4, changes), lang)

    assert meanwhile in sentence


def test_a_change_made_a_moment_ago_is_somebodys() -> None:
    sentence = record_sentence(errors.StaleRequestError("净1号", 2, -1), Lang.ZH)

    assert "他人刚刚办理了一步" in sentence


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            Lang.ZH,
            (
                "已于2023年3月10日告知补正；补正应当一次性告知，不能再次要求。"
                "（《中华人民共和国政府信息公开条例》第三十条）"
            ),
        ),
        (
            Lang.EN,
            (
                "A correction was asked for on 2023-03-10; it is asked for once, and for "
                "everything. (Open Government Information Regulations (2019), art. 30)"
            ),
        ),
    ],
)
def test_a_refusal_prints_its_article(lang: Lang, words: str) -> None:
    refusal = Refusal("asked_before", cite(OGI_2019, 30), facts={"asked_on": "2023-03-10"})

    assert refusal_sentence(refusal, lang) == words


def test_a_refusal_names_codes_as_people_do() -> None:
    refusal = Refusal("receipt_is_otherwise", None, facts={"channel": "fax", "by": "confirmed"})

    assert "传真" in refusal_sentence(refusal, Lang.ZH)
    assert "confirmed" not in refusal_sentence(refusal, Lang.ZH)


def test_a_refusal_names_the_step_a_decision_needs() -> None:
    facts = {"decision": "still_unclear", "needs": "correction_received"}
    refusal = Refusal("decision_needs_step", None, facts=facts)

    assert "correction_received" not in refusal_sentence(refusal, Lang.ZH)


def test_a_step_off_the_chart_is_named_with_the_state() -> None:
    error = MoveNotOnChartError("extend", "answered")

    assert not re.search("[a-z]", not_on_chart_sentence(error, Lang.ZH))


def test_a_step_nobody_knows_is_named_as_given() -> None:
    assert "“jump”" in not_on_chart_sentence(MoveNotOnChartError("jump", "answered"), Lang.EN)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2025, 9, 22), "2025年9月22日（周一）"),
        (date(2023, 10, 8), "2023年10月8日（周日）"),
    ],
)
def test_a_date_is_printed_as_chinese_prints_it(day: date, printed: str) -> None:
    assert chinese_date(day, weekday=True) == printed
    assert chinese_date(day) == printed.split("（", maxsplit=1)[0]


def test_a_date_in_english_can_have_its_weekday() -> None:
    assert say_date(date(2025, 9, 22), Lang.EN, weekday=True) == "Mon 2025-09-22"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal("not_on_chart", None, facts={"state": "submitted"}), "待确认收到"),
        (Refusal("event_missing", None, facts={"value": "fee_notified"}), "缺少"),
    ],
)
def test_why_a_record_no_longer_fits_has_its_words(refusal: Refusal, words: str) -> None:
    assert words in refusal_sentence(refusal, Lang.ZH)


def test_a_fact_that_is_neither_date_nor_code_stands_as_it_is() -> None:
    refusal = Refusal("consultation_unknown", None, facts={"ref": "甲-1"})

    assert "“甲-1”" in refusal_sentence(refusal, Lang.ZH)
