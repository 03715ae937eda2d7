"""What a service refuses, said inside the form that asked for it: nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from workflow.failures import FAMILIES, sentences_of
from workflow.i18n import Lang
from workflow.web.failing import status_of
from workflow.web.fields import Filled

_UNTIL_SENT_AGAIN = frozenset({404})


@dataclass(slots=True)
class Refused:
    """What was refused, if anything was: its status, its sentences, and the column at fault."""

    lang: Lang
    status: int = 200
    sentences: tuple[str, ...] = ()
    column: str = field(default="")

    @property
    def is_nothing(self) -> bool:
        """Whether all was done."""
        return not self.sentences

    def beside(self, form: Filled) -> Filled:
        """Return the form with the sentence beside the field that it is about, if it has it."""
        if self.column in {one.name for one in form.fields}:
            return form.with_fault(self.column, self.sentences[0])
        return form


@contextmanager
def refusals(lang: Lang) -> Iterator[Refused]:
    """Catch what somebody can mend; what is not there, or a fault of ours, goes on."""
    said = Refused(lang)
    try:
        yield said
    except FAMILIES as error:
        status = status_of(error)
        sentences = sentences_of(error, lang)
        column = str(getattr(error, "column", "")).rpartition(".")[2]
        if sentences is None or (status in _UNTIL_SENT_AGAIN and not _is_typed(error)):
            raise
        said.sentences, said.column = sentences, column or _column_of(error)
        said.status = 422 if status in _UNTIL_SENT_AGAIN else status


def _is_typed(error: Exception) -> bool:
    """Say whether what was not found is a number that somebody typed."""
    return bool(_column_of(error))


def _column_of(error: Exception) -> str:
    return _TYPED.get(type(error).__name__, "")


_TYPED = {
    "RequestNotFoundError": "request_number",
    "IndexNumberTakenError": "index_number",
    "NumberPatternError": "number_pattern",
    "OfficeExistsError": "name",
    "OrganKnownError": "name",
    "RecordsUnexplainedError": "explanation",
    "RecordsResultError": "result",
    "LoginTakenError": "login",
    "AbsenceOverlapsError": "from_on",
}
