"""What the terminal says when a document cannot be written."""

import pytest

from workflow.cli.app import ExitCode
from workflow.cli.failures import failure_of
from workflow.documents import errors
from workflow.documents.errors import (
    CellTooLongError,
    DocumentError,
    FontMissingError,
    GlyphMissingError,
    QrTooLongError,
    TableShapeError,
    UnsafeFigureError,
)
from workflow.i18n import Lang
from workflow.wording.documents import DOCUMENTS

EVERY = (
    FontMissingError(),
    GlyphMissingError("𠮷"),
    TableShapeError(2, 3),
    QrTooLongError(3_000),
    UnsafeFigureError("script"),
    CellTooLongError("表!A1", 40_000, 32_767),
)


def test_a_missing_font_is_a_missing_part_and_is_told_in_one_line() -> None:
    failure = failure_of(FontMissingError(), Lang.ZH)

    assert failure.code is ExitCode.MISSING
    assert "".join(failure.sentences) == (
        "没有找到中文字体，不能生成文件；请安装 fonts-noto-cjk："
        "sudo apt-get install fonts-noto-cjk，或用 DISCLOSURE_FONT_DIR 指明字体所在目录。"
    )
    assert len(failure.sentences) == 1


def test_a_missing_font_is_told_in_english_too() -> None:
    (sentence,) = failure_of(FontMissingError(), Lang.EN).sentences

    assert "install fonts-noto-cjk: sudo apt-get install fonts-noto-cjk" in sentence


def test_a_character_that_no_font_has_is_named_with_its_number() -> None:
    failure = failure_of(GlyphMissingError("𠮷"), Lang.ZH)

    assert failure.code is ExitCode.MISSING
    assert "𠮷（U+20BB7）" in failure.sentences[0]


def test_a_gap_in_a_table_is_told_as_people_count() -> None:
    failure = failure_of(TableShapeError(2, 3), Lang.ZH)

    assert failure.code is ExitCode.USAGE
    assert "第 3 行第 4 列" in failure.sentences[0]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_every_document_error_has_its_sentence(error: DocumentError, lang: Lang) -> None:
    (sentence,) = failure_of(error, lang).sentences

    assert "{" not in sentence
    assert "\n" not in sentence


def test_no_document_error_is_without_words() -> None:
    named = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, DocumentError) and kind is not DocumentError
    }

    assert named == set(DOCUMENTS)
