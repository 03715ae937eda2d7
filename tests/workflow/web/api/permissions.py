"""Who may do what at the API: every operation stands here, and reads are everybody's."""

from collections.abc import Mapping
from typing import Final

from states.steps import Role

EVERYBODY: Final = frozenset(Role) - {Role.SYSTEM}
CASEWORK: Final = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})
READING: Final = CASEWORK | {Role.REVIEWER, Role.SUPERVISOR}
KEEPING: Final = CASEWORK | {Role.REVIEWER}
MANAGING: Final = frozenset({Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR})

PERMISSIONS: Final[Mapping[str, frozenset[Role]]] = {
    "GET /me": EVERYBODY,
    "GET /offices": EVERYBODY,
    "GET /offices/{office_id}": EVERYBODY,
    "GET /offices/{office_id}/staff": EVERYBODY,
    "GET /worklist": EVERYBODY,
    "GET /requests": EVERYBODY,
    "POST /requests": CASEWORK,
    "GET /requests/{request_id}": EVERYBODY,
    "GET /requests/{request_id}/moves": EVERYBODY,
    "GET /requests/{request_id}/moves/{key}": EVERYBODY,
    "POST /requests/{request_id}/moves/{key}": CASEWORK,  # of a clerk's step
    "GET /requests/{request_id}/events": EVERYBODY,
    "GET /requests/{request_id}/clock": EVERYBODY,
    "POST /clock": EVERYBODY,
    "GET /requests/{request_id}/attachments": READING,
    "GET /requests/{request_id}/attachments/{attachment_id}": READING,
    "POST /requests/{request_id}/attachments": CASEWORK,
    "POST /requests/{request_id}/attachments/{attachment_id}/withdraw": CASEWORK,
    "GET /requests/{request_id}/letter-kinds": EVERYBODY,
    "POST /requests/{request_id}/letters/draft": CASEWORK,
    "POST /requests/{request_id}/letters": CASEWORK,
    "GET /letters": EVERYBODY,
    "GET /letters/{letter_id}": EVERYBODY,
    "GET /letters/{letter_id}/file": EVERYBODY,
    "GET /registers": EVERYBODY,
    "GET /registers/{slug}": EVERYBODY,
    "GET /registers/{slug}/{row_id}": EVERYBODY,
    "POST /registers/{slug}": KEEPING,
    "POST /registers/{slug}/{row_id}/amend": KEEPING,
    "POST /registers/{slug}/{row_id}/annul": KEEPING,
    "POST /registers/{slug}/{row_id}/actions/{action}": KEEPING,
    "GET /reports": EVERYBODY,
    "GET /reports/{year}": EVERYBODY,
    "GET /reports/{year}/findings": EVERYBODY,
    "GET /reports/{year}/frozen": EVERYBODY,
    "GET /reports/{year}/file": EVERYBODY,
    "GET /reports/{year}/cells/{table}/{row}/{column}": EVERYBODY,
    "POST /reports/{year}/freeze": CASEWORK,
    "POST /reports/{year}/publish": CASEWORK,
    "GET /calendar": EVERYBODY,
    "GET /calendar/{year}": EVERYBODY,
    "POST /holiday-notices": MANAGING,
}
# What stands in a path, where it names no record of an office.
PLACES: Final[Mapping[str, str]] = {
    "office_id": "1",
    "year": "2025",
    "key": "decide",
    "slug": "publications",
    "action": "publish",
    "table": "requests",
    "row": "R1",
    "column": "natural_person",
}
RECORDS: Final = frozenset({"request_id", "attachment_id", "letter_id", "row_id"})
# What a program sends where something must be sent.
BODIES: Final[Mapping[str, object]] = {
    "POST /requests": {"applicant": "王小明", "content": "补偿方案"},
    "POST /requests/{request_id}/moves/{key}": {"fields": {"decision": "disclose"}},
    "POST /clock": {
        "case": {
            "question": "reply_due",
            "channel": "in_person",
            "events": [{"type": "submitted", "on": "2025-09-22"}],
        }
    },
    "POST /requests/{request_id}/letters/draft": {"kind": "registration_form"},
    "POST /requests/{request_id}/letters": {"kind": "registration_form"},
    "POST /registers/{slug}": {"fields": {"title": "公告", "category": "其他"}},
    "POST /registers/{slug}/{row_id}/amend": {"fields": {"note": "更正"}, "reason": "笔误"},
    "POST /registers/{slug}/{row_id}/annul": {"reason": "重复"},
    "POST /registers/{slug}/{row_id}/actions/{action}": {"fields": {}},
    "POST /requests/{request_id}/attachments": b"%PDF-1.7\nscan\n%%EOF\n",
    "POST /requests/{request_id}/attachments/{attachment_id}/withdraw": {"reason": "传错了"},
    "POST /reports/{year}/freeze": {},
    "POST /reports/{year}/publish": {"on": "2025-09-22"},
    "POST /holiday-notices": {
        "year": 2027,
        "days": [{"name": "元旦", "day": "2027-01-01", "is_off": True}],
        "dry_run": True,
    },
}
