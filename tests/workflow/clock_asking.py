"""Cases as the clock is asked them, and the one answer to each."""

import json
from datetime import date
from typing import Any

from states.calendar.workdays import built_in
from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.i18n import Lang
from workflow.services.clock.lines import answer_lines

Json = dict[str, Any]


def event(kind: str, on: str, **carried: object) -> Json:
    return {"type": kind, "on": on, **carried}


def a_case(*events: object, **given: object) -> Json:
    return {"id": "x", "question": "reply_due", "channel": "in_person", "events": events} | given


def one(
    case: object,
    *,
    as_of: date | None = None,
    with_ledger: bool = True,
    practice: Practice = DEFAULT_PRACTICE,
    lang: Lang = Lang.ZH,
) -> Json:
    line = case if isinstance(case, str | bytes) else json.dumps(case)
    (printed,) = answer_lines(
        [line], built_in(), as_of=as_of, with_ledger=with_ledger, practice=practice, lang=lang
    )
    answer: Json = json.loads(printed)
    return answer


RECEIVED = event("received", "2023-03-06")  # Monday
REQUESTED = event("correction_requested", "2023-03-10")  # Friday
CONSULTED = event("third_party_consulted", "2023-03-10", ref="a")
FEE = event("fee_notice_delivered", "2023-03-10")
