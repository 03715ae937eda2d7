"""The letters that answer or end a request, L13 to L26, and the two beside it, L27 and L28."""

from states.chart.move import APPROVAL, CASEWORK, LAPSING
from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019, SERVICE_2016
from states.statute.outcomes import Outcome, rule
from states.statute.versions import Law
from workflow.letters.kinds import Addressee, Family, LetterKind, LetterRule, SendBy
from workflow.letters.rows_handling import OPENING, REMEDY, on_both

# Where the 2007 text has no article for an outcome, a reply rests on its article on replies.
_REPLY_2007 = (cite(OGI_2007, 21),)
_REPLY_OPENING = (*OPENING, "corrected_on", "basis")


def _reply(
    kind: LetterKind,
    code: str,
    facts: tuple[str, ...],
    *outcomes: Outcome,
    family: Family = Family.NOTICE,
    of_outcome: dict[tuple[Outcome, Law], tuple[Citation, ...]] | None = None,
) -> LetterRule:
    """Return a letter that answers the request, by the articles of its outcomes."""
    title = "政府信息公开申请答复书" if family is Family.REPLY else "政府信息公开申请告知书"
    laws = rule(outcomes[0]).laws
    basis = {law: rule(outcomes[0]).cited_under(law) or _REPLY_2007 for law in laws}
    return LetterRule(
        kind,
        code,
        title,
        family,
        Addressee.APPLICANT,
        SendBy.ANSWER_DUE,
        basis,
        (*_REPLY_OPENING, *facts, "besides", *REMEDY),
        CASEWORK,
        outcomes,
        of_outcome=of_outcome or {},
    )


_K = LetterKind
_WITHHELD = (
    Outcome.STATE_SECRET,
    Outcome.PROHIBITED_BY_LAW,
    Outcome.ENDANGERS_SECURITY,
    Outcome.THIRD_PARTY_RIGHTS,
    Outcome.INTERNAL_AFFAIRS,
    Outcome.DELIBERATIVE,
    Outcome.ENFORCEMENT_FILE,
)

REPLIES = (
    _reply(
        _K.ALREADY_PUBLIC_REPLY,
        "L13",
        ("published",),
        Outcome.ALREADY_PUBLIC,
        family=Family.REPLY,
    ),
    _reply(
        _K.DISCLOSURE_REPLY,
        "L14",
        ("provided", "provision", "attachments"),
        Outcome.DISCLOSED,
        family=Family.REPLY,
    ),
    _reply(
        _K.PARTIAL_DISCLOSURE_REPLY,
        "L15",
        ("provided", "provision", "withheld", "attachments"),
        Outcome.PARTLY_DISCLOSED,
        family=Family.REPLY,
    ),
    # Each item names the article of its ground; the letter, that by which a refusal is told.
    _reply(
        _K.WITHHOLDING_REPLY,
        "L16",
        ("withheld",),
        *_WITHHELD,
        family=Family.REPLY,
        of_outcome={
            (outcome, law): rule(outcome).cited_under(law)[-1:]
            for outcome in _WITHHELD
            for law in Law
        },
    ),
    _reply(_K.NOT_HELD_REPLY, "L17", ("searches",), Outcome.NOT_HELD, family=Family.REPLY),
    _reply(
        _K.NOT_OURS_REPLY,
        "L18",
        ("reason", "right_organ", "organ_contact"),
        Outcome.NOT_OURS,
        family=Family.REPLY,
    ),
    _reply(_K.REPEATED_NOTICE, "L19", ("earlier_number", "earlier_on"), Outcome.REPEATED),
    _reply(_K.SPECIAL_QUERY_NOTICE, "L20", ("special_rule", "where_to_ask"), Outcome.SPECIAL_QUERY),
    # Information is what was made or obtained and recorded: in 2007 art. 2 alone says so.
    _reply(
        _K.CREATION_NOTICE,
        "L21",
        ("reason",),
        Outcome.NEEDS_CREATION,
        of_outcome={
            (Outcome.NEEDS_CREATION, Law.OGI_2007): (cite(OGI_2007, 2), *_REPLY_2007),
        },
    ),
    _reply(_K.STILL_UNCLEAR_NOTICE, "L22", ("asked_on", "unclear"), Outcome.STILL_UNCLEAR),
    # No article speaks of a request to confirm: it is none for information as art. 2 defines it.
    _reply(
        _K.NOT_A_REQUEST_NOTICE,
        "L23",
        ("outcome", "reason", "proper_channel"),
        Outcome.PETITION,
        Outcome.CONFIRMATION_SOUGHT,
        of_outcome={(Outcome.CONFIRMATION_SOUGHT, Law.OGI_2019): (cite(OGI_2019, 2),)},
    ),
    _reply(_K.PUBLISHED_MATTER_NOTICE, "L24", ("published",), Outcome.PUBLISHED_MATTER),
    _reply(
        _K.EXCESSIVE_NOTICE,
        "L25",
        ("counted_from", "counted_to", "request_count", "reasons_received_on", "reason"),
        Outcome.EXCESSIVE,
    ),
)

CLOSING = (
    # A withdrawal needs no article; under the 2007 text nothing else ends so.
    LetterRule(
        _K.CONCLUSION_NOTICE,
        "L26",
        "政府信息公开申请不再处理告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.AFTER_THE_PERIOD,
        on_both((cite(OGI_2019, 30),), ()),
        (*OPENING, "outcome", "basis", "notice_on", "period_end", "withdrawn_on", *REMEDY),
        LAPSING,
        (Outcome.NOT_CORRECTED, Outcome.NOT_PAID, Outcome.OTHERWISE_CONCLUDED),
        of_outcome={(Outcome.OTHERWISE_CONCLUDED, law): () for law in Law},
    ),
    LetterRule(
        _K.RECORDS_CORRECTION_REPLY,
        "L27",
        "政府信息更正申请答复书",
        Family.REPLY,
        Addressee.APPLICANT,
        SendBy.NO_LIMIT,
        on_both((cite(OGI_2019, 41),), (cite(OGI_2007, 25, 2),)),
        (
            "addressee",
            "you",
            "claimed_on",
            "claim",
            "basis",
            "result",
            "reason",
            "right_organ",
            "organ_contact",
            *REMEDY,
        ),
        APPROVAL,
        remedied_as=Outcome.DISCLOSED,
        needs_request=False,
    ),
    LetterRule(
        _K.SERVICE_RECEIPT,
        "L28",
        "送达回证",
        Family.FORM,
        Addressee.FILE,
        SendBy.AT_SERVICE,
        on_both((cite(SERVICE_2016),), (cite(SERVICE_2016),)),
        (
            "issuer",
            "request_number",
            "recipient",
            "recipient_address",
            "served",
            "delivery",
            "tracking",
            "case_officer",
        ),
        CASEWORK,
    ),
)
