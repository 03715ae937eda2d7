"""Whether a third party must be told that information is disclosed although it objected.

条例(2007) 第二十三条; 条例(2019) 第三十二条.
"""

from enum import StrEnum

from states.case import Case, EventKind
from states.clock.spans import Consultation
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome


class ThirdPartyNotice(StrEnum):
    """Whether the notice is due: by law, only if so decided, or given already.

    Where a part was disclosed, somebody has to check whether it is the part objected to.
    """

    NOT_DUE = "not_due"
    IF_DISCLOSED = "if_disclosed"
    TO_CHECK = "to_check"
    REQUIRED = "required"
    GIVEN = "given"


_UPON = {
    None: ThirdPartyNotice.IF_DISCLOSED,
    Outcome.DISCLOSED: ThirdPartyNotice.REQUIRED,
    Outcome.PARTLY_DISCLOSED: ThirdPartyNotice.TO_CHECK,
}


def notice_due_to(case: Case, consultation: Consultation) -> ThirdPartyNotice:
    """Return whether the one consulted must be told of disclosure despite an objection."""
    told = (
        event.kind is EventKind.THIRD_PARTY_NOTIFIED and event.ref == consultation.ref
        for event in case.events
    )
    if consultation.third_party and any(told):
        return ThirdPartyNotice.GIVEN
    objects = consultation.opinion in {Opinion.PARTLY, Opinion.DISAGREE}
    if not (consultation.third_party and objects):
        return ThirdPartyNotice.NOT_DUE
    if case.closing is not None and case.outcome is None:
        return ThirdPartyNotice.TO_CHECK  # served without saying what was decided
    return _UPON.get(case.outcome, ThirdPartyNotice.NOT_DUE)
