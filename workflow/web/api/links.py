"""Where one answer leads: the links of the description, from what is answered to what it names."""

from typing import Any, Final

_ID: Final = "$response.body#/id"
_FIRST: Final = "$response.body#/items/0/id"


def _of_request(operation: str, where: str = _ID) -> dict[str, Any]:
    return {"operationId": operation, "parameters": {"request_id": where}}


def _of_letter(operation: str, where: str = _ID) -> dict[str, Any]:
    return {"operationId": operation, "parameters": {"letter_id": where}}


def _of_row(operation: str) -> dict[str, Any]:
    named = {"slug": "$request.path.slug", "row_id": _ID}
    return {"operationId": operation, "parameters": named}


# By operation and status: what each link is called, and where it leads.
LINKS: Final[dict[str, tuple[str, dict[str, dict[str, Any]]]]] = {
    "log": (
        "201",
        {
            "request": _of_request("request"),
            "moves": _of_request("moves"),
            "take": _of_request("take"),
            "events": _of_request("events"),
            "clock": _of_request("clock"),
            "letter_kinds": _of_request("letter_kinds"),
            "attachments": _of_request("attachments"),
            "add_attachment": _of_request("add_attachment"),
            "draft": _of_request("draft"),
            "issue_letter": _of_request("issue_letter"),
        },
    ),
    "worklist": ("200", {"request": _of_request("request", _FIRST)}),
    "requests": ("200", {"request": _of_request("request", _FIRST)}),
    "request": ("200", {"moves": _of_request("moves"), "clock": _of_request("clock")}),
    "issue_letter": (
        "201",
        {"letter": _of_letter("one_letter"), "file": _of_letter("letter_file")},
    ),
    "letters": ("200", {"letter": _of_letter("one_letter", _FIRST)}),
    "enter": (
        "201",
        {
            "row": _of_row("row"),
            "amend": _of_row("amend"),
            "annul": _of_row("annul"),
            "act": _of_row("act"),
        },
    ),
}


def linked(written: dict[str, Any]) -> dict[str, Any]:
    """Return the description with every link in it."""
    for path in written["paths"].values():
        for operation in path.values():
            found = LINKS.get(operation["operationId"])
            if found is not None:
                status, links = found
                operation["responses"][status]["links"] = links
    return written
