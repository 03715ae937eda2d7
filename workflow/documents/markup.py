"""HTML that is built, never pasted together: whatever is plain text is escaped on the way in."""

from html import escape

from workflow.documents.literal import literal


class Html(str):
    """Text that is markup already; any other string is data."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it as it is to a template, which escapes all other text."""
        return self


def tag(name: str, /, *children: str, **attributes: str) -> Html:
    """Return an element; a plain string in it is printed as it is, its newlines as breaks.

    An attribute without a value is left out; `class_` is written `class`.
    """
    inner = "".join(map(_inner, children))
    return Html(f"<{name}{_attributes(attributes)}>{inner}</{name}>")


def void(name: str, /, **attributes: str) -> Html:
    """Return an element that holds nothing."""
    return Html(f"<{name}{_attributes(attributes)}>")


def joined(*children: str) -> Html:
    """Return the children one after another."""
    return Html("".join(map(_inner, children)))


def _inner(child: str) -> str:
    if isinstance(child, Html):
        return child
    return escape(literal(child), quote=False).replace("\n", "<br>")


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(literal(value))}"'
        for name, value in attributes.items()
        if value
    )
