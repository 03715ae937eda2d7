"""The sections of the forms since 2019, which have the same six, and what is said in them."""

from workflow.reports.forms.labels import (
    CARRIED_IN,
    CARRIED_OUT,
    RECEIVED,
    REQUESTS,
    RESULTS_TOTAL,
    SECTION_TITLES,
    TOTAL,
)
from workflow.reports.forms.shape import FormSection, ProseRule

TITLE = "{office}{year}年政府信息公开工作年度报告"
_TEMPLATES = ("overview", "proactive", "requests", "disputes", "problems", "other")

SECTIONS = tuple(
    FormSection(title, template) for title, template in zip(SECTION_TITLES, _TEMPLATES, strict=True)
)

TEXTS = "since_2019"

# A figure that an office typed instead of leaving its place to the table.
PROSE = tuple(
    ProseRule(pattern, REQUESTS, row, TOTAL)
    for row, pattern in (
        (RECEIVED, r"(?:新收|收到|受理)[^，。；、\d]{0,14}申请\s*(\d+)\s*件"),
        (CARRIED_IN, r"上年度?结转[^，。；、\d]{0,10}(\d+)\s*件"),
        (RESULTS_TOTAL, r"办结[^，。；、\d]{0,10}(\d+)\s*件"),
        (CARRIED_OUT, r"结转(?:至|到)?下(?:一)?年度?[^，。；、\d]{0,10}(\d+)\s*件"),
    )
)
