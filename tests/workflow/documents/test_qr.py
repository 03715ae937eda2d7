import re

import pytest

from workflow.documents.errors import QrTooLongError
from workflow.documents.qr import qr_matrix, qr_png, qr_svg

URL = "https://www.linjiang.gov.cn/zwgk/nb/2025.html"


def test_a_code_has_its_three_finders() -> None:
    matrix = qr_matrix(URL)
    size = len(matrix)
    finder = [row[:7] for row in matrix[:7]]

    assert all(len(row) == size for row in matrix)
    assert finder == [row[-7:] for row in matrix[:7]] == [row[:7] for row in matrix[-7:]]
    assert [sum(row) for row in finder] == [7, 2, 5, 5, 5, 2, 7]


def test_chinese_is_encoded_as_utf_8_always() -> None:
    # Every character here is in Shift JIS too, which a Chinese telephone would read wrongly.
    # A code of version 2 in byte mode and level M holds 26 bytes; 9 characters take 27.
    assert len(qr_matrix("政府信息公開年報")) == 25
    assert len(qr_matrix("政府信息公開年報表")) == 29


def test_the_drawing_leaves_the_white_that_a_reader_needs() -> None:
    size = len(qr_matrix(URL))

    assert f'viewBox="0 0 {size + 8} {size + 8}"' in qr_svg(URL)


def test_the_drawing_has_every_dark_module_and_no_other() -> None:
    stretches = re.findall(r"M(\d+) (\d+)h(\d+)v1", qr_svg(URL).split('fill="#000"')[1])
    drawn = {
        (int(row), int(column) + right)
        for column, row, length in stretches
        for right in range(int(length))
    }
    dark = {
        (row + 4, column + 4)
        for row, modules in enumerate(qr_matrix(URL))
        for column, module in enumerate(modules)
        if module
    }

    assert drawn == dark


def test_the_picture_is_a_png_of_eight_pixels_to_a_module() -> None:
    png = qr_png(URL)

    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 8 * (len(qr_matrix(URL)) + 8)


def test_a_text_that_no_code_holds_is_refused() -> None:
    with pytest.raises(QrTooLongError) as refused:
        qr_matrix("字" * 1_000)

    assert refused.value.size == 3_000
