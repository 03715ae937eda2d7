"""A year's report is frozen, and then published: by whom, and with what reasons, as at the desk."""

from fastapi import APIRouter, Response

from workflow.services.freezing import (
    FreezeReport,
    PublishReport,
    freeze_report,
    publish_report,
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
    with command.work(sent) as (uow, key):
        asked = FreezeReport(
            year=year,
            actor=desk.actor,
            role=desk.role,
            form_key=sent.form,
            roll_up=sent.roll_up,
            override_reason=sent.override_reason,
            supersede_reason=sent.supersede_reason,
            idempotency_key=key,
        )
        frozen = freeze_report(asked, uow, at=desk.now, calendar=desk.office.calendar)
        row = uow.frozen_reports.find(frozen.id)
    response.headers["Location"] = f"/api/v1/reports/{year}"
    return FrozenShown.model_validate(row)


@router.post("/reports/{year}/publish", responses=WRITES, summary="登记公布 Publish a report")
def publish(command: CommandDep, year: YearPath, sent: PublishAsked) -> PublishedShown:
    """Write down that the frozen report in force was published, on which day and where."""
    desk = command.desk
    only_of(desk, frozenset(ISSUING))
    with command.work(sent) as (uow, key):
        asked = PublishReport(
            year=year,
            on=sent.on,
            actor=desk.actor,
            role=desk.role,
            url=sent.url,
            roll_up=sent.roll_up,
            idempotency_key=key,
        )
        published = uow.report_publications.find(publish_report(asked, uow, at=desk.now))
        report = uow.frozen_reports.find(published.report_id)
    return PublishedShown(
        year=report.year,
        turn=report.turn,
        published_on=published.published_on,
        url=published.url,
    )
