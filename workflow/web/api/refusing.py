"""Every refusal as a problem: the sentences of the desk, with the article and the field."""

from collections.abc import Iterable
from typing import Final

from pydantic import ValidationError

from states.errors import CalendarUnknownError, MoveRefusedError, Refusal
from workflow.failures import sentences_of
from workflow.i18n import Lang, Text
from workflow.letters.errors import FactError, FactMissingError, LetterError
from workflow.records.errors import KeyReusedError
from workflow.reports.errors import CellUnknownError
from workflow.services.errors import (
    NotYetFrozenError,
    ReportErrorsError,
    ReportFrozenError,
    ReportPublishedError,
    ReportRoleError,
    YearNotOverError,
)
from workflow.services.handling.errors import NothingLapsesError
from workflow.web.api.models.problems import Fault, Problem, Reason
from workflow.web.failing import status_of, title_of
from workflow.web.papers import letter_words
from workflow.web.views.standing import OF_NO_ARTICLE, citation_words
from workflow.wording.entered import input_sentence, masked
from workflow.wording.refusals import refusal_sentence
from workflow.wording.shapes import SHAPES

KINDS: Final = "urn:disclosure:problem:"
_MASKED_IN: Final = "identity_number"
_LONGEST_SHOWN: Final = 200
_UNPROCESSABLE: Final = 422
_OF_ROLE: Final = "role_may_not"
# What has another status here than on a page, where it is said beside a field.
_STATUSES: Final = {
    NothingLapsesError: 409,
    CellUnknownError: 404,
    KeyReusedError: 409,
    CalendarUnknownError: 422,
    YearNotOverError: 409,
    ReportErrorsError: 409,
    ReportFrozenError: 409,
    NotYetFrozenError: 409,
    ReportPublishedError: 409,
    ReportRoleError: 403,
}
_TITLES: Final = {
    401: Text("没有有效的令牌", "No token in force"),
    412: Text("已被他人改动", "Changed meanwhile"),
    422: Text("内容有误", "Something sent is wrong"),
}
_REMEDIES: Final = {
    401: Text(
        "请在 Authorization: Bearer 中写有效的令牌；令牌由管理员在“接口令牌”页面生成。",
        "Send a token in force as Authorization: Bearer; the administrator makes them.",
    ),
    403: Text(
        "换用有此岗位的人员的令牌，或者请其办理。",
        "Use the token of somebody in that role, or let them do it.",
    ),
    404: Text(
        "请核对编号；只能看到本机关的记录。", "Check the number: only your own office's are there."
    ),
    409: Text(
        "什么都没有改动；请看理由，改正后再办。确实如此而应当照实登记的，写入 acknowledged。",
        "Nothing was changed. See the reasons; what is so all the same goes in acknowledged.",
    ),
    412: Text(
        "请重新读取，看清改动后再办。", "Read it again, see what was changed, then send it anew."
    ),
    415: Text(
        "请换成所列的文件种类；文件名要带扩展名。",
        "Send one of the kinds named, its name with the ending.",
    ),
    413: Text("请减小内容，或者分几次提交。", "Send less, or in parts."),
    422: Text("请改正所列字段后再提交。", "Mend the fields named, then send it again."),
    429: Text("请过一会儿再试。", "Wait a while, then try again."),
    503: Text(
        "请稍候用同一个 Idempotency-Key 再试。",
        "Try again shortly, under the same key.",
    ),
}


class FieldsRefusedError(Exception):
    """Some fields of a form cannot be as they were sent; each with its words."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep every fault."""
        super().__init__(tuple(fault.field for fault in faults))
        self.faults = faults


class StepRefusedError(Exception):
    """A step was refused; what cites no article is given that of the step."""

    def __init__(self, cause: Exception, sentences: tuple[str, ...], article: str) -> None:
        """Keep what refused it, in the words of the desk, and what the step rests on."""
        super().__init__(str(cause))
        self.cause = cause
        self.sentences = sentences
        self.article = article


class VersionRefusedError(Exception):
    """A version was asked for that is not the one on record."""

    def __init__(self, cause: Exception) -> None:
        """Keep what the records said."""
        super().__init__(str(cause))
        self.cause = cause


def problem(
    status: int,
    kind: str,
    lang: Lang,
    sentences: Iterable[str] = (),
    faults: Iterable[Fault] = (),
    reasons: Iterable[Reason] = (),
) -> Problem:
    """Return a problem, whose first fault and first article stand for all of them."""
    wrong, against, said = tuple(faults), tuple(reasons), " ".join(sentences)
    title = _TITLES.get(status, title_of(status)).say(lang)
    remedy = _REMEDIES.get(status)
    first = wrong[0] if wrong else None
    words = [one.detail for one in against] + [one.detail for one in wrong]
    return Problem(
        type=f"{KINDS}{kind}",
        title=title,
        status=status,
        detail=said or " ".join(words) or title,
        article=next((one.article for one in against if one.article), None),
        field=None if first is None else first.field,
        value=None if first is None else first.value,
        remedy=None if remedy is None else remedy.say(lang),
        reasons=list(against),
        faults=list(wrong),
    )


def problem_of(error: Exception, lang: Lang) -> Problem:
    """Return the problem of an error that somebody can mend."""
    match error:
        case FieldsRefusedError():
            return problem(422, "FieldsRefused", lang, faults=error.faults)
        case VersionRefusedError():
            kind = type(error.cause).__name__
            return problem(412, kind, lang, sentences_of(error.cause, lang) or ())
        case StepRefusedError():
            return _of_step(error, lang)
        case ValidationError():
            return problem(422, "FieldsRefused", lang, faults=input_faults(error, lang))
        case MoveRefusedError():
            reasons = [_reason(one, lang) for one in error.refusals]
            return problem(_status_of(error), "MoveRefusedError", lang, reasons=reasons)
        case _:
            status = _status_of(error)
            sentences = _sentences(error, lang)
            faults = _faults(error, " ".join(sentences)) if status == _UNPROCESSABLE else ()
            return problem(status, type(error).__name__, lang, sentences, faults)


def input_faults(error: ValidationError, lang: Lang) -> tuple[Fault, ...]:
    """Return every field that a model could not be made of."""
    return tuple(
        fault_of(fault["type"], fault["loc"], fault["input"], fault["msg"], lang, fault.get("ctx"))
        for fault in error.errors(include_url=False)
    )


def fault_of(
    kind: str,
    place: Iterable[object],
    value: object,
    message: str,
    lang: Lang,
    facts: dict[str, object] | None = None,
) -> Fault:
    """Return one field that is wrong, by its name; of a secret one only the ends are shown."""
    field = _named(place)
    said = facts or {}
    if kind in SHAPES and (kind != "too_long" or "max_length" in said):
        detail = SHAPES[kind].say(lang, **{**said, "field": field})
    else:
        detail = input_sentence(kind, field, value, message, lang, facts)
    unknown = kind == "extra_forbidden"
    return Fault(field=field, detail=detail, value=None if unknown else shown_value(field, value))


def _named(place: Iterable[object]) -> str:
    """Return the name of a field; of a form within what was sent, that of the form's own."""
    parts = [*map(str, place)]
    if len(parts) > 1 and parts[0] == "fields":
        return parts[1]
    return ".".join(parts) or "body"


def shown_value(field: str, value: object) -> str | None:
    """Return what was sent in a field, as far as it may be shown again."""
    if value is None or isinstance(value, dict | list | tuple | bytes):
        return None
    said = str(value)[:_LONGEST_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return masked(said) if _MASKED_IN in field else said


def _status_of(error: Exception) -> int:
    if isinstance(error, MoveRefusedError) and any(one.code == _OF_ROLE for one in error.refusals):
        return 403
    return _STATUSES.get(type(error)) or status_of(error)


def _sentences(error: Exception, lang: Lang) -> tuple[str, ...]:
    """Return what is said of an error; of a letter, without the options of the terminal."""
    if isinstance(error, LetterError):
        return (letter_words(error, lang),)
    return sentences_of(error, lang) or ()


def _of_step(error: StepRefusedError, lang: Lang) -> Problem:
    cause = error.cause
    if isinstance(cause, MoveRefusedError):
        reasons = [_reason(one, lang, error.article) for one in cause.refusals]
        return problem(
            _status_of(cause), "MoveRefusedError", lang, error.sentences, reasons=reasons
        )
    status = _status_of(cause)
    faults = _faults(cause, " ".join(error.sentences)) if status == _UNPROCESSABLE else ()
    found = problem(status, type(cause).__name__, lang, error.sentences, faults)
    return found.model_copy(update={"article": error.article or None})


def _reason(refusal: Refusal, lang: Lang, article: str = "") -> Reason:
    cited = article if refusal.code not in OF_NO_ARTICLE else ""
    if refusal.citation is not None:
        cited = citation_words(refusal.citation, lang)
    return Reason(
        code=refusal.code,
        detail=refusal_sentence(refusal, lang),
        article=cited or None,
        waivable=refusal.waivable,
    )


def _faults(error: Exception, sentence: str) -> tuple[Fault, ...]:
    """Return the field that a service names as wrong, where it names one."""
    if isinstance(error, FactMissingError):
        return tuple(Fault(field=f"facts.{name}", detail=sentence) for name in error.facts)
    if isinstance(error, FactError):
        value = shown_value(error.fact, getattr(error, "value", None))
        return (Fault(field=f"facts.{error.fact}", detail=sentence, value=value),)
    column = str(getattr(error, "column", "")).rpartition(".")[2]
    field = column or FIELD_OF.get(type(error).__name__, "")
    if not field:
        return ()
    return (Fault(field=field, detail=sentence, value=_value_of(error)),)


def _value_of(error: Exception) -> str | None:
    """Return the one thing that an error carries, where it is one."""
    for name in _CARRIED:
        if hasattr(error, name):
            return shown_value("", getattr(error, name))
    return None


# What an error carries that was sent, by the name under which it does.
_CARRIED: Final = ("on", "value", "name", "index_number", "amount", "number", "wanted")
# The field that an error of the services is about, by the error's name.
FIELD_OF: Final = {
    "StaffUnknownError": "case_officer",
    "StaffAbsentError": "case_officer",
    "IndexNumberTakenError": "index_number",
    "RecordsUnexplainedError": "explanation",
    "RecordsResultError": "result",
    "ReasonBlankError": "reason",
    "GoodReasonMissingError": "reason",
    "FeeShortError": "amount",
    "FeeOverpaidError": "amount",
    "PartsTooFewError": "parts",
    "OfficeNotInDirectoryError": "contact",
    "FormUnknownError": "form",
    "PublicationDayError": "on",
    "FileEmptyError": "file",
    "FileTypeError": "name",
}
