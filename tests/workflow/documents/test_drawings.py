import pytest

from workflow.documents.drawings import checked_svg
from workflow.documents.errors import UnsafeFigureError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<a href="https://a.cn"><text>x</text></a>',
        '<image href="/etc/passwd"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>* { background: url(https://a.cn) }</style>",
        '<rect onload="x()"/>',
        '<rect style="x"/>',
        '<rect fill="url(https://a.cn/x)"/>',
        '<use href="#x"/>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
        "<text>x</g>",
        "<text>&who;</text>",
        "<text><![CDATA[<script>]]></text>",
        "<!-- --><rect/>",
    ],
)
def test_a_drawing_that_holds_more_than_shapes_and_text_is_refused(inner: str) -> None:
    with pytest.raises(UnsafeFigureError):
        checked_svg(SVG.format(inner))


@pytest.mark.parametrize(
    "svg",
    ["", "text", "<p/>", "<svg/>", '<!DOCTYPE svg [<!ENTITY who "x">]>' + SVG.format(""), "\ud800"],
)
def test_what_is_no_drawing_is_refused(svg: str) -> None:
    with pytest.raises(UnsafeFigureError):
        checked_svg(svg)


def test_shapes_and_text_stay() -> None:
    inner = '<g><rect width="3" fill="url(#g)" aria-label="三件"/><text>清溪&lt;b&gt;</text></g>'

    assert checked_svg(SVG.format(inner)) == SVG.format(inner)


def test_a_drawing_is_set_in_the_family_that_it_is_given() -> None:
    drawn = checked_svg(SVG.format('<text font-family="sans-serif">x</text>'), "Noto Sans CJK SC")

    assert drawn.count("font-family") == 1
    assert 'font-family="Noto Sans CJK SC"' in drawn.split(">", 1)[0]
