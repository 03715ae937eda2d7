"""One request with the people who work on it, for the tests of drafting."""

from collections.abc import Callable
from datetime import date
from typing import Any

from states.statute.decisions import Decision
from states.steps import Role, Step
from tests.builders import MONDAY, a_request
from tests.replies import CLERK, HEAD, REVIEWER
from workflow.bootstrap import Office
from workflow.records.chain import Entry
from workflow.services.drafting.deciding import (
    DecideItem,
    decide_item,
)
from workflow.services.drafting.issuing import (
    ApproveReply,
    IssueReply,
    approve_reply,
    issue_reply,
)
from workflow.services.drafting.reading import DraftFile, draft_file
from workflow.services.drafting.reviewing import (
    ReviewItem,
    SubmitDraft,
    review_item,
    submit_draft,
)
from workflow.services.drafting.serving import (
    ServeReply,
    Way,
    serve_reply,
)

DAY = date(2025, 9, 15)  # Monday; the request came in on Mon 2025-09-01
LETTER = "净公复〔2025〕1号"


class Desk:
    """One request, and the people who work on it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.number = a_request(office)

    def do(self, service: Callable[..., Entry], command: Any) -> Entry:  # noqa: ANN401 -- any of them
        with self.office.work() as uow:
            return service(command, uow, at=self.office.clock.now(), calendar=self.office.calendar)

    def by(self, who: str, **said: object) -> dict[str, Any]:
        roles = {CLERK: Role.CLERK, REVIEWER: Role.REVIEWER, HEAD: Role.HEAD_OF_OFFICE}
        return {"number": self.number, "actor": who, "role": roles[who], "on": DAY} | said

    def decide(self, decision: Decision = Decision.DISCLOSE, **said: object) -> Entry:
        return self.do(decide_item, DecideItem(**self.by(CLERK, **said), decision=decision))

    def submit(self, **said: object) -> Entry:
        return self.do(submit_draft, SubmitDraft(**self.by(CLERK, **said)))

    def review(self, item: str = "1", *, passed: bool = True, **said: object) -> Entry:
        command = ReviewItem(**self.by(REVIEWER, **said), item=item, passed=passed, basis="不涉密")
        return self.do(review_item, command)

    def approve(self, **said: object) -> Entry:
        return self.do(approve_reply, ApproveReply(**self.by(HEAD, **said)))

    def issue(self, letter: str = LETTER, **said: object) -> Entry:
        return self.do(issue_reply, IssueReply(**self.by(CLERK, **said), letter_number=letter))

    def serve(self, way: Way = Way.POST, **said: object) -> Entry:
        proof = {"tracking": "1151", "signer": "张三", "address": "a@example.org"}
        command = ServeReply(**self.by(CLERK), way=way, **proof | said)  # type: ignore[arg-type]
        return self.do(serve_reply, command)

    def file(self) -> DraftFile:
        with self.office.read() as view:
            step = Step("", MONDAY, MONDAY, Role.CLERK, actor=CLERK)
            return draft_file(view.requests.case(self.number), step, self.office.calendar)

    def wanting(self) -> list[str]:
        return [refusal.code for refusal in self.file().wanting]
