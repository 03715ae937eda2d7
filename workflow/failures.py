"""What went wrong, as sentences for the reader: the same at the terminal and on the desk.

A new error of the records or the documents needs its words in `workflow.wording`.
"""

from pydantic import ValidationError

from states.errors import (
    CalendarUnknownError,
    ClockQuestionError,
    MoveNotOnChartError,
    MoveRefusedError,
    StatuteError,
)
from workflow.checking.unreadable import UnreadableReportError, unreadable_sentence
from workflow.documents.errors import DocumentError
from workflow.i18n import Lang, say_date
from workflow.ledger.errors import LedgerError, book_trouble
from workflow.letters.errors import LetterError
from workflow.letters.words import letter_sentence
from workflow.records.errors import RecordsError
from workflow.reports.errors import ReportError
from workflow.services.errors import ServiceError
from workflow.wording.asked import asked_sentence
from workflow.wording.documents import document_sentence
from workflow.wording.entered import file_sentence, input_sentence
from workflow.wording.law import LAW, not_on_chart_sentence
from workflow.wording.records import record_sentence
from workflow.wording.refusals import refusal_sentence

# The families of errors that have words; whatever else is raised is a fault of ours.
FAMILIES: tuple[type[Exception], ...] = (
    StatuteError,
    RecordsError,
    LedgerError,
    UnreadableReportError,
    LetterError,
    ReportError,
    ServiceError,
    DocumentError,
)


def sentences_of(  # noqa: C901, PLR0911 -- one for each family
    error: Exception, lang: Lang
) -> tuple[str, ...] | None:
    """Return what to say of an error that somebody can mend, or None of one that is ours."""
    match error:
        case StatuteError():
            return law_sentences(error, lang)
        case RecordsError():
            return (record_sentence(error, lang),)
        case LedgerError():
            return (book_trouble(error, lang),)
        case UnreadableReportError():
            return (unreadable_sentence(error, lang),)
        case LetterError():
            return (letter_sentence(error, lang),)
        case ReportError() | ServiceError():
            return (asked_sentence(error, lang),)
        case DocumentError():
            return (document_sentence(error, lang),)
        case OSError() if error.filename is not None:
            return (file_sentence(error, lang),)
        case ValidationError():
            return _input_sentences(error, lang)
        case _:
            return None


def law_sentences(error: StatuteError, lang: Lang) -> tuple[str, ...]:
    """Return why the law does not allow it: a sentence for every refusal, with its article."""
    match error:
        case MoveRefusedError():
            return tuple(refusal_sentence(refusal, lang) for refusal in error.refusals)
        case MoveNotOnChartError():
            return (not_on_chart_sentence(error, lang),)
        case CalendarUnknownError():
            day = "" if error.day is None else say_date(error.day, lang)
            return (LAW["calendar_unknown"].say(lang, day=day),)
        case ClockQuestionError():
            return (LAW[error.code].say(lang, value=error.value),)
        case _:
            return (str(error),)


def _input_sentences(error: ValidationError, lang: Lang) -> tuple[str, ...]:
    return tuple(
        input_sentence(
            fault["type"],
            ".".join(map(str, fault["loc"])),
            fault["input"],
            fault["msg"],
            lang,
            fault.get("ctx"),
        )
        for fault in error.errors(include_url=False)
    )
