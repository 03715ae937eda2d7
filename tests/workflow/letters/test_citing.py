"""Articles as a letter cites them."""

import pytest

from states.citation import Citation, cite
from states.statute.instruments import FEE_2020, OGI_2019, OPINIONS_2008, RECONSIDERATION_2023
from workflow.letters.citing import cited_in_full

OGI = "《中华人民共和国政府信息公开条例》"


@pytest.mark.parametrize(
    ("citations", "words"),
    [
        ((), ""),
        ((cite(OGI_2019, 30),), f"{OGI}第三十条"),
        ((cite(OGI_2019, 14), cite(OGI_2019, 36, 0, 3)), f"{OGI}第十四条、第三十六条第（三）项"),
        # Named once, however often it is cited; the article again only after another.
        ((cite(OGI_2019, 30), cite(OGI_2019, 30)), f"{OGI}第三十条"),
        (
            (
                cite(RECONSIDERATION_2023, 23, 1, 4),
                cite(RECONSIDERATION_2023, 23, 2),
                cite(RECONSIDERATION_2023, 20),
            ),
            "《中华人民共和国行政复议法》第二十三条第一款第（四）项、第二款、第二十条",
        ),
        (
            (cite(OGI_2019, 42), cite(FEE_2020, 4), cite(FEE_2020, 6)),
            f"{OGI}第四十二条和《政府信息公开信息处理费管理办法》第四条、第六条",
        ),
        (
            (cite(OGI_2019, 30), cite(FEE_2020, 6), cite(RECONSIDERATION_2023, 20)),
            (
                f"{OGI}第三十条、《政府信息公开信息处理费管理办法》第六条和"
                "《中华人民共和国行政复议法》第二十条"
            ),
        ),
        # A title within a title stands in single marks.
        (
            (cite(OPINIONS_2008),),
            "《关于施行〈中华人民共和国政府信息公开条例〉若干问题的意见》",
        ),
    ],
)
def test_an_instrument_is_named_once_with_its_places(
    citations: tuple[Citation, ...], words: str
) -> None:
    assert cited_in_full(citations) == words
