"""WordprocessingML that is built, never pasted together: attributes and text are escaped here."""

from html import escape

from workflow.documents.literal import literal


class Xml(str):
    """Text that is markup already."""

    __slots__ = ()


def element(name: str, /, *children: Xml, **attributes: str | int | None) -> Xml:
    """Return an element; names are of the main namespace unless they have a prefix.

    `r_id` is written `r:id`; an attribute of None is left out.
    """
    full = name if ":" in name else f"w:{name}"
    said = "".join(
        f' {_named(key)}="{escape(literal(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return Xml(f"<{full}{said}>{inner}</{full}>" if inner else f"<{full}{said}/>")


def flag(name: str, *, on: bool) -> Xml:
    """Return an element that says yes by being there, or nothing."""
    return element(name) if on else NOTHING


def said(text: str) -> Xml:
    """Return text within a run: newlines break the line, tabs are tabs, spaces are kept."""
    parts: list[str] = []
    for number, line in enumerate(literal(text).split("\n")):
        if number:
            parts.append("<w:br/>")
        for index, piece in enumerate(line.split("\t")):
            if index:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>')
    return Xml("".join(parts))


NOTHING = Xml()


def _named(key: str) -> str:
    prefix, _, name = key.partition("_")
    return f"{prefix}:{name}" if name else f"w:{prefix}"
