"""A form of a page as a browser would send it: every field as it stands, and what is typed."""

from collections.abc import Mapping
from html.parser import HTMLParser


class _Forms(HTMLParser):
    """Reads the form of one action: hidden fields, what is typed, chosen and ticked."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action
        self.values: dict[str, list[str]] = {}
        self.inside = False
        self.area = self.select = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        had = dict(attrs)
        name, value = had.get("name") or "", had.get("value") or ""
        if tag == "form":
            self.inside = had.get("action") == self.action
        elif not self.inside:
            return
        elif tag == "input" and (had.get("type") != "checkbox" or "checked" in had):
            self.values.setdefault(name, []).append(value)
        elif tag == "textarea":
            self.area, self.text = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in had:
            self.values.setdefault(self.select, []).append(value)

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            self.values.setdefault(self.area, []).append(self.text)
            self.area = ""
        elif tag == "select":
            self.select = ""


def filled(html: str, action: str, typed: Mapping[str, object]) -> dict[str, object]:
    """Return the form of an action as it stands on a page, with something typed over it."""
    reader = _Forms(action)
    reader.feed(html)
    assert reader.values, f"no form for {action}"
    return {**reader.values, **typed}
