"""What an office may set for itself, beside its profile; a key that is not here is refused."""

import string
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from notifications.rules import MOST_DAYS
from states.statute.disputes import DisputeDecision, DisputeResult
from workflow.records.canonical import JsonValue
from workflow.records.numbering import PATTERN, fault_of

# The categories of the oldest reports of Quanzhou's towns, and those its offices have added since.
# The codes are this program's own; an office puts those of its own catalogue in their place.
CATEGORIES: Mapping[str, str] = {
    "0100": "机构职能类",
    "0200": "政策、规范性文件类",
    "0300": "规划计划类",
    "0400": "重大建设项目类",
    "0500": "财政资金类",
    "0600": "为民办实事类",
    "0700": "民政扶贫救灾社会保障就业类",
    "0800": "国土资源城乡建设环保能源类",
    "0900": "科教文体卫生类",
    "1000": "安全生产、应急管理类",
    "9900": "其他类",
}
OTHER_CATEGORY = "9900"
INDEX_PATTERN = "{office}-{category}-{year}-{serial:05}"
INDEX_LENGTH = 23


class PatternError(ValueError):
    """A pattern lacks a part that it must have, or names one there is not."""


def _that_numbers(pattern: str) -> str:
    """Return a pattern by which requests can be numbered."""
    if fault_of(pattern):
        raise PatternError(pattern)
    return pattern


def _with_parts(required: set[str], known: set[str]) -> AfterValidator:
    """Return the check that a pattern has its parts, and can be filled in."""

    def check(pattern: str) -> str:
        try:
            parts = {name for _, name, _, _ in string.Formatter().parse(pattern) if name}
            pattern.format(**dict.fromkeys(known - {"year", "serial"}, ""), year=2026, serial=1)
        except (KeyError, IndexError, ValueError) as error:
            raise PatternError(pattern) from error
        if not required <= parts:
            raise PatternError(*sorted(required - parts))
        return pattern

    return AfterValidator(check)


class OfficeSettings(BaseModel):
    """The settings of one office; what is not set is as usual."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    # Numbers of requests (see `workflow.records.numbering`).
    number_pattern: Annotated[str, AfterValidator(_that_numbers)] = PATTERN
    number_prefix: str = ""

    # Whether everybody may read, apply and look up under /public, where the installation has it so.
    public_pages: bool = True

    # Proactive publication.
    office_code: Annotated[str, Field(pattern=r"^([A-Z0-9]{2,12})?$")] = ""
    index_pattern: Annotated[
        str,
        _with_parts({"year", "serial"}, {"office", "category", "year", "serial"}),
    ] = INDEX_PATTERN
    publication_categories: dict[Annotated[str, Field(pattern=r"^[0-9A-Z]{1,8}$")], str] = Field(
        default_factory=lambda: dict(CATEGORIES)
    )

    # What a decision in a dispute counts as, where it is not the usual.
    dispute_results: dict[DisputeDecision, DisputeResult] = Field(default_factory=dict)

    # Reminder rules that are switched off, or told so many working days before.
    reminders: dict[str, Literal["off"] | Annotated[int, Field(ge=1, le=MOST_DAYS)]] = Field(
        default_factory=dict
    )

    # What the public guide says (条例(2019) 第十二条).
    disclosure_office: str = ""
    office_hours: str = ""
    email: str = ""
    online_application: str = ""
    reading_places: str = ""
    supervisor: str = ""
    reconsideration_authority: str = ""
    court: str = ""
    guide_notes: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, JsonValue]) -> "OfficeSettings":
        """Return the settings as they are kept; keys that others keep there are left to them."""
        return cls.model_validate({key: kept[key] for key in cls.model_fields.keys() & kept.keys()})
