"""What to type about an error: said at the terminal beside the sentence that is said everywhere.

By the name of the error or the code of a refusal; `{…}` are the facts of the error.
"""

from collections.abc import Mapping
from typing import Final

from workflow.i18n import Lang, Text

HINTS: Final[Mapping[str, str]] = {
    "AbsenceOverlapsError": "disclosure staff back",
    "BackupKeyError": "--key-file",
    "ConsultationAmbiguousError": "--to",
    "DefectsMissingError": "--defect",
    "FactMissingError": "--set, --facts",
    "FeeOverpaidError": "--excess",
    "FeeShortError": "--part",
    "FormUnknownError": "--format",
    "GoodReasonMissingError": "--reason",
    "GuideIncompleteError": "disclosure office set",
    "LetterNotFoundError": "disclosure letter list",
    "NotDeputyError": "disclosure staff absent",
    "NotWithheldError": "disclosure refusals list",
    "NotYetFrozenError": "disclosure report freeze {year}",
    "NothingLapsesError": "disclosure request lapses",
    "OfficeAmbiguousError": "--office",
    "OfficeNotFoundError": "--office, disclosure init",
    "OfficeNotInDirectoryError": "disclosure directory add, --contact",
    "OrganKnownError": "disclosure directory amend",
    "OrganUnknownError": "disclosure directory list",
    "OutcomeMissingError": "--outcome",
    "PartsTooFewError": "--part",
    "ProvisionalDateError": "--provisional",
    "QueueNeedsServerError": "disclosure worker",
    "ReasonBlankError": "--reason",
    "RecordsUnexplainedError": "--explain",
    "ReminderDaysFixedError": "--off",
    "ReminderNotGivenUpError": "disclosure reminders failures",
    "ReminderRuleUnknownError": "disclosure reminders rules",
    "ReportErrorsError": "--override",
    "ReportRoleError": "--as",
    "ReportFrozenError": "--supersede",
    "ReviewMissingError": "disclosure publication review",
    "SettingMissingError": "disclosure letter settings --set {key}=…",
    "StaffUnknownError": "disclosure staff list",
    "TemplateFactUnknownError": "disclosure letter kinds",
    "YearNotOverError": "disclosure report annual",
    "merge_target_missing": "disclosure request merge --into",
}
_IN_BRACKETS: Final = Text("（{hint}）", " ({hint})")
_STOPS: Final = "。."


def with_hint(sentence: str, name: str, facts: Mapping[str, object], lang: Lang) -> str:
    """Return a sentence with what to type before its full stop, where there is anything to type."""
    hint = HINTS.get(name)
    if hint is None:
        return sentence
    words = sentence.rstrip(_STOPS)
    said = hint.format(**facts)
    if lang is Lang.ZH:
        said = said.replace(", ", "、")
    return words + _IN_BRACKETS.say(lang, hint=said) + sentence[len(words) :]
