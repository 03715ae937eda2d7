"""The forms of the year's end, and what each refusal means in them."""

from typing import Final

from states.steps import Role
from workflow.i18n import Lang, Text
from workflow.records.tables.reports import FrozenReportRow
from workflow.services.entering import Enterable
from workflow.services.errors import (
    NotYetFrozenError,
    PublicationDayError,
    ReportErrorsError,
    ReportFrozenError,
    ReportPublishedError,
    ReportRoleError,
    ServiceError,
    YearNotOverError,
)
from workflow.web.fields import Field, Kind, choices_of
from workflow.web.views.reports import form_choices

_WEB_WORDS: Final[dict[type[ServiceError], tuple[str, Text]]] = {
    ReportErrorsError: (
        "override",
        Text(
            "报告还有错误，没有封存；请先改正，或者由工作机构负责人写明照此封存的理由。",
            "The report still has errors and was not frozen: put them right, or let the head of "
            "office say why it is issued all the same.",
        ),
    ),
    ReportFrozenError: (
        "supersede",
        Text(
            "这一年度已经封存；重新封存由工作机构负责人写明理由。",
            "The year is frozen; the head of office may freeze it anew and say why.",
        ),
    ),
    ReportRoleError: (
        "override",
        Text(
            "照此封存和重新封存只能由工作机构负责人办理。",
            "To issue one with errors, or anew, is for the head of office alone.",
        ),
    ),
    YearNotOverError: (
        "form",
        Text("年度还没有结束，不能封存。", "The year is not over, so it cannot be frozen."),
    ),
    PublicationDayError: (
        "on",
        Text(
            "公布日期应当在封存之日以后、今天以前（均含当日）。",
            "The day lies between that of the freeze and today.",
        ),
    ),
    ReportPublishedError: (
        "on",
        Text("这份报告已经登记公布。", "This report is on record as published."),
    ),
    NotYetFrozenError: (
        "on",
        Text("报告还没有封存；请先封存。", "The report is not frozen yet; freeze it first."),
    ),
}
_LONGEST_REASON = 500


def fault_of(error: ServiceError, lang: Lang) -> tuple[str, str] | None:
    """Return the field that a refusal is about and what to say there, or None of another error."""
    for kind, (name, words) in _WEB_WORDS.items():
        if isinstance(error, kind):
            return name, words.say(lang)
    return None


def freeze_fields(role: Role, issued: FrozenReportRow | None, lang: Lang) -> tuple[Field, ...]:
    """Return the fields of a freeze: the reasons are the head's alone to give."""
    fields = [
        Field(
            "form",
            Text("报告格式", "Form"),
            Kind.CHOICE,
            choices=choices_of(form_choices(lang)),
            blank=Text("该年度的格式", "the form of the year"),
        ),
        Field("roll_up", Text("连同下级机关汇总", "With the offices below"), Kind.CHECK),
    ]
    by_head = Text("由工作机构负责人填写。", "For the head of office to fill in.")
    printed = Text(
        "有错误仍然封存时填写；理由会印在报告上。",
        "Where it has errors and is issued all the same; the reason is printed in it.",
    )
    fields.append(
        Field(
            "override",
            Text("照此封存的理由", "Why it is issued with errors"),
            Kind.AREA,
            help=printed if role is Role.HEAD_OF_OFFICE else by_head,
            longest=_LONGEST_REASON,
        )
    )
    if issued is not None:
        fields.append(
            Field(
                "supersede",
                Text("重新封存的理由", "Why it is frozen anew"),
                Kind.AREA,
                help=by_head,
                longest=_LONGEST_REASON,
            )
        )
    return tuple(fields)


PUBLISH_FIELDS: Final = (
    Field("on", Text("公布日期", "Published on"), Kind.DAY, required=True),
    Field(
        "url",
        Text("公布的网址", "Address"),
        help=Text("没有上网的可以不写。", "May be blank where it is not on the web."),
        longest=500,
    ),
    Field(
        "roll_up", Text("是连同下级机关汇总的报告", "The one with the offices below"), Kind.CHECK
    ),
)


def figure_name(one: Enterable) -> str:
    """Return the name that a figure has in the form."""
    return f"figure.{one.key}"


def figure_fields(figures: tuple[Enterable, ...]) -> tuple[Field, ...]:
    """Return a field for each figure that people enter; blank leaves it as it is."""
    return tuple(
        Field(
            figure_name(one),
            Text(f"{one.row}　{one.column}", f"{one.row}  {one.column}"),
            Kind.AMOUNT,
            value=one.amount or "",
            longest=30,
        )
        for one in figures
    )
