"""Why a document could not be written, in words, by the name of the error."""

from workflow.i18n import Lang, Text

DOCUMENTS: dict[str, Text] = {
    "FontMissingError": Text(
        "没有找到中文字体，不能生成文件；请安装 {package}：{command}，"
        "或用 DISCLOSURE_FONT_DIR 指明字体所在目录。",
        "No Chinese font was found, so the file cannot be made; install {package}: {command}, "
        "or name a folder of fonts with DISCLOSURE_FONT_DIR.",
    ),
    "GlyphMissingError": Text(
        "本机字体缺少这些字：{characters}；请安装含有这些字的字体"
        "（如 sudo apt-get install fonts-hanazono），或改用 docx 格式。",
        "No font here has these characters: {characters}; install one that does "
        "(such as sudo apt-get install fonts-hanazono), or write a docx instead.",
    ),
    "TableShapeError": Text(
        "表格第 {row} 行第 {column} 列有空缺或者重叠，不能生成文件。",
        "The table has a gap or an overlap at row {row}, column {column}; no file was made.",
    ),
    "QrTooLongError": Text(
        "二维码放不下 {size} 字节的内容；请换一个较短的网址。",
        "A QR code cannot hold {size} bytes; give it a shorter address.",
    ),
    "UnsafeFigureError": Text(
        "图中含有不允许的内容（{part}），不能生成文件。",
        "The drawing holds what is not allowed ({part}); no file was made.",
    ),
    "CellTooLongError": Text(
        "{where} 的文字有 {length} 字，超过电子表格单元格的上限 {limit} 字；请改用其他格式。",
        "The text in {where} has {length} characters, more than the {limit} that a cell may "
        "have; choose another format.",
    ),
}


def document_sentence(error: Exception, lang: Lang) -> str:
    """Return why the document could not be written, and what helps."""
    facts = dict(vars(error))
    if "characters" in facts:
        facts["characters"] = " ".join(f"{it}（U+{ord(it):04X}）" for it in facts["characters"])
    return DOCUMENTS[type(error).__name__].say(lang, **facts)
