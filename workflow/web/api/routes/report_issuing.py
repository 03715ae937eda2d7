"""A year's report is frozen, and then published: by whom, and with what reasons, as at the desk."""

from fastapi import APIRouter, Response

from workflow.services.freezing import (
    FreezeReport,
    PublishReport,
    freeze_report,
    publish_report,
    required_frozen,
)
from workflow.web.api.answers import WRITES
from workflow.web.api.commands import CommandDep
from workflow.web.api.models.reports import (
    FreezeAsked,
    FrozenShown,
    PublishAsked,
    PublishedShown,
)
from workflow.web.api.routes.reports import YearPath
from workflow.web.desk import only_of
from workflow.web.views.reports import ISSUING

router = APIRouter(tags=["reports"])


@router.post(
    "/reports/{year}/freeze", status_code=201, responses=WRITES, summary="封存 Freeze a report"
)
def freeze(
    command: CommandDep, year: YearPath, sent: FreezeAsked, response: Response
) -> FrozenShown:
    """Freeze the report of a year as it counts now; every figure keeps its list."""
    desk = command.desk
    only_of(desk, frozenset(ISSUING))
    asked = FreezeReport(
        year=year,
        actor=desk.actor,
        role=desk.role,
        form_key=sent.form,
        roll_up=sent.roll_up,
        override_reason=sent.override_reason,
        supersede_reason=sent.supersede_reason,
    )
    with command.work(sent) as (uow, _):
        if not command.is_again:
            freeze_report(asked, uow, at=desk.now, calendar=desk.office.calendar)
        row = required_frozen(uow, year, roll_up=sent.roll_up)
    response.headers["Location"] = f"/api/v1/reports/{year}"
    return FrozenShown.model_validate(row)


@router.post("/reports/{year}/publish", responses=WRITES, summary="登记公布 Publish a report")
def publish(command: CommandDep, year: YearPath, sent: PublishAsked) -> PublishedShown:
    """Write down that the frozen report in force was published, on which day and where."""
    desk = command.desk
    only_of(desk, frozenset(ISSUING))
    asked = PublishReport(
        year=year,
        on=sent.on,
        actor=desk.actor,
        role=desk.role,
        url=sent.url,
        roll_up=sent.roll_up,
    )
    with command.work(sent) as (uow, _):
        if not command.is_again:
            publish_report(asked, uow, at=desk.now)
        row = required_frozen(uow, year, roll_up=sent.roll_up)
    return PublishedShown(year=year, turn=row.turn, published_on=sent.on, url=sent.url)
