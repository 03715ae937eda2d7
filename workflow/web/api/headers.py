"""The headers of the answers that have some, as the description tells of them."""

from typing import Any, Final

_TEXT: Final = {"schema": {"type": "string"}}
_ETAG: Final = {
    "ETag": {"description": "版本，写入 If-Match。 The version, for If-Match.", **_TEXT},
}
_LOCATION: Final = {
    "Location": {"description": "新记录的地址。 Where the new record is.", **_TEXT},
}
_REPLAYED: Final = {
    "Idempotency-Replayed": {
        "description": "同一个键此前已经办过。 It was done before, under its key.",
        **_TEXT,
    },
}
_FILE: Final = {
    "Content-Disposition": {"description": "文件名。 The name of the file.", **_TEXT},
}
# By operation and status.
HEADERS: Final[dict[str, tuple[str, dict[str, dict[str, Any]]]]] = {
    "log": ("201", _LOCATION | _ETAG | _REPLAYED),
    "request": ("200", _ETAG),
    "moves": ("200", _ETAG),
    "move": ("200", _ETAG),
    "take": ("200", _ETAG | _REPLAYED),
    "issue_letter": ("201", _LOCATION | _REPLAYED),
    "attachment": ("200", _FILE),
    "add_attachment": ("201", _LOCATION | _REPLAYED),
    "withdraw_attachment": ("200", _REPLAYED),
    "freeze": ("201", _LOCATION | _REPLAYED),
    "publish": ("200", _REPLAYED),
    "letter_file": ("200", _FILE),
    "file": ("200", _FILE),
    "enter": ("201", _LOCATION | _ETAG | _REPLAYED),
    "row": ("200", _ETAG),
    "amend": ("200", _ETAG | _REPLAYED),
    "annul": ("200", _ETAG | _REPLAYED),
    "act": ("200", _ETAG | _REPLAYED),
}


def headed(written: dict[str, Any]) -> dict[str, Any]:
    """Return the description with the headers of every answer that has some."""
    for path in written["paths"].values():
        for operation in path.values():
            status, headers = HEADERS.get(operation["operationId"], ("", {}))
            if headers:
                operation["responses"][status]["headers"] = headers
    return written
