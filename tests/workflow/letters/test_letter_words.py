"""What keeps a letter from being written, said in both languages with what it failed on."""

import re
from datetime import date

import pytest

from workflow.i18n import Lang, Text
from workflow.letters import errors
from workflow.letters.errors import (
    FactContradictedError,
    FactFixedError,
    FactInvalidError,
    FactMissingError,
    FactUnknownError,
    LetterError,
    LetterNotInLawError,
    NumberPatternError,
    OutcomeMissingError,
    ProvisionalDateError,
    SettingMissingError,
    SettingUnknownError,
    TemplateForbiddenError,
    TemplateSyntaxFaultError,
)
from workflow.letters.facts import Shape, Source
from workflow.letters.settings import NAMES
from workflow.letters.words import letter_sentence
from workflow.wording.letters import LETTERS, SETTINGS, SHAPES, WHERE_FROM

FAMILIES = {LetterError, errors.FactError, errors.TemplateError}
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
TEXTS = [
    pytest.param(text, id=f"{number}-{name}")
    for number, table in enumerate((LETTERS, SHAPES, WHERE_FROM, SETTINGS))
    for name, text in table.items()
]


def test_every_error_of_letters_has_its_words() -> None:
    kinds = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, LetterError)
    }

    assert {kind.__name__ for kind in kinds - FAMILIES} == set(LETTERS)


def test_every_shape_source_and_setting_has_its_words() -> None:
    assert set(SHAPES) == {shape.value for shape in Shape}
    assert set(WHERE_FROM) | {"record_or_clerk"} == {source.value for source in Source}
    assert set(SETTINGS) == set(NAMES)


@pytest.mark.parametrize("text", TEXTS)
def test_both_languages_name_the_same_things(text: Text) -> None:
    assert set(PLACEHOLDER.findall(text.zh)) == set(PLACEHOLDER.findall(text.en))
    assert not re.search(r"[\u4e00-\u9fff]", text.en.replace("公开复", ""))
    assert re.search(r"[\u4e00-\u9fff]", text.zh)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            FactMissingError("correction_notice", ("corrections", "correction_workdays")),
            (
                "“补正告知书”还缺少：补正事项（corrections）、补正期限（工作日）（correction_workdays）。"
                "请写明。"
            ),
        ),
        (
            FactMissingError("conclusion_notice", ("notice_on",)),
            "“告知书（不再处理）”还缺少：通知日期（notice_on）。请先在登记中补上。",
        ),
        (
            FactInvalidError("fee_notice", "fee_way", "choice", "按天"),
            "“计费方式（fee_way）”“按天”不合要求：应为下列之一：按件计收、按量计收。",
        ),
        (
            FactInvalidError("withholding_reply", "withheld", "text", "", "1.reason"),
            "“不予公开的信息（withheld）”第 1.reason 处“”不合要求：应为文字。",
        ),
        (
            FactFixedError("correction_notice", "received_on"),
            "“收到申请之日（received_on）”取自登记、机关设置或者条例，不能另行填写。",
        ),
        (
            FactContradictedError("correction_notice", "correction_workdays", "15", "10"),
            "“补正期限（工作日）（correction_workdays）”填写为“15”，与登记的“10”不符；请核对登记。",
        ),
        (
            FactUnknownError("not_ours_reply", "x", ("reason",)),
            "“答复书（不属于本机关公开）”没有“x”这一项；可以填写：理由（reason）。",
        ),
        (
            LetterNotInLawError("fee_notice", "2007"),
            "这件申请适用2007年条例，没有“收费通知书”这种文书。",
        ),
        (
            OutcomeMissingError("withholding_reply", ("state_secret", "deliberative")),
            (
                "“答复书（不予公开）”用于几种办理结果，请写明是哪一种："
                "不予公开-国家秘密、不予公开-过程性信息。"
            ),
        ),
        (
            ProvisionalDateError(date(2027, 1, 8)),
            "文书中的期限2027年1月8日是暂定的（放假安排尚未公布）；确认照写的，请注明照写。",
        ),
        (
            SettingMissingError("authority"),
            ("文书要写明行政复议机关，机关尚未设置；由管理员或者工作机构负责人设置。"),
        ),
        (
            SettingUnknownError("x", ("court",)),
            "文书没有“x”这项设置；可以设置：一审法院（court）。",
        ),
        (
            NumberPatternError("净公开〔2025〕"),
            (
                "机关代字“净公开〔2025〕”不合要求：只写文字，如 净公开复 或 {prefix}公开复；"
                "年份、括号和序号由程序编排。"
            ),
        ),
        (
            TemplateSyntaxFaultError("fee_notice", 3, "unexpected end"),
            "模板（收费通知书）第 3 行写法有误：unexpected end。",
        ),
        (
            TemplateForbiddenError("fee_notice", 0, "default"),
            "模板（收费通知书）用了不允许的写法“default”；模板只能写文字、事实和条件。",
        ),
    ],
)
def test_an_error_says_what_it_failed_on_and_what_helps(error: LetterError, words: str) -> None:
    assert letter_sentence(error, Lang.ZH) == words


def test_an_error_is_said_in_english_with_english_names() -> None:
    error = FactMissingError("correction_notice", ("corrections",))

    assert letter_sentence(error, Lang.EN) == (
        "“request for a correction” still lacks: what to correct (corrections). Give it."
    )
