"""The letters before the answer, L1 to L12: of receipt, correction, opinions, more time, fees."""

from states.chart.move import APPROVAL, CASEWORK
from states.citation import Citation, cite
from states.statute.instruments import FEE_2020, OGI_2007, OGI_2019
from states.statute.outcomes import Outcome
from states.statute.periods import CORRECTED, EXCLUDED_THIRD_PARTY
from states.statute.versions import Law
from workflow.letters.kinds import Addressee, Family, LetterKind, LetterRule, SendBy

# The opening of every letter on a request, and the office's own address at its end.
OPENING = ("addressee", "you", "request_number", "received_on", "by_channel", "content")
CONTACT = ("contact_office", "phone", "address")
REMEDY = ("remedy", *CONTACT)


def on_both(
    now: tuple[Citation, ...], then: tuple[Citation, ...]
) -> dict[Law, tuple[Citation, ...]]:
    """Return the articles of a letter that both versions know."""
    return {Law.OGI_2007: then, Law.OGI_2019: now}


def only_now(*citations: Citation) -> dict[Law, tuple[Citation, ...]]:
    """Return the articles of a letter that the 2007 text does not know."""
    return {Law.OGI_2019: citations}


_K = LetterKind

INTAKE = (
    LetterRule(
        _K.REGISTRATION_FORM,
        "L1",
        "政府信息公开申请登记表",
        Family.FORM,
        Addressee.FILE,
        SendBy.SAME_DAY,
        on_both(
            (cite(OGI_2019, 29), cite(OGI_2019, 31), cite(OGI_2019, 45)),
            (cite(OGI_2007, 20),),
        ),
        (
            "issuer",
            "request_number",
            "applicant",
            "applicant_kind",
            "identity",
            "contact",
            "channel",
            "submitted_on",
            "arrived_on",
            "confirmed_on",
            "established_on",
            "content",
            "form_wanted",
            "way_wanted",
            "taken_down_by",
            "case_officer",
            "answer_by_law",
        ),
        CASEWORK,
    ),
    LetterRule(
        _K.RECEIPT_SLIP,
        "L2",
        "政府信息公开申请登记回执",
        Family.FORM,
        Addressee.APPLICANT,
        SendBy.SAME_DAY,
        on_both((cite(OGI_2019, 31), cite(OGI_2019, 45)), (cite(OGI_2007, 20),)),
        (
            *OPENING,
            "answer_workdays",
            "answer_due",
            "answer_basis",
            "lookup",
            "lookup_code",
            *CONTACT,
        ),
        CASEWORK,
    ),
)

HANDLING = (
    LetterRule(
        _K.CORRECTION_NOTICE,
        "L3",
        "政府信息公开申请补正告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.CORRECTION_WINDOW,
        on_both((CORRECTED[Law.OGI_2019],), (CORRECTED[Law.OGI_2007],)),
        (*OPENING, "law", "basis", "corrections", "correction_workdays", *CONTACT),
        CASEWORK,
    ),
    LetterRule(
        _K.REASONS_NOTICE,
        "L4",
        "政府信息公开申请说明理由告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.ANSWER_DUE,
        only_now(cite(OGI_2019, 35)),
        (
            *OPENING,
            "basis",
            "counted_from",
            "counted_to",
            "request_count",
            "to_explain",
            "explain_by",
            *CONTACT,
        ),
        CASEWORK,
    ),
    LetterRule(
        _K.EXTENSION_NOTICE,
        "L5",
        "政府信息公开申请延期答复告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.ANSWER_DUE,
        on_both((cite(OGI_2019, 33, 2),), (cite(OGI_2007, 24, 2),)),
        (*OPENING, "basis", "reason", "extension_workdays", "old_due", "new_due", *CONTACT),
        CASEWORK,
    ),
    LetterRule(
        _K.DELAY_NOTICE,
        "L6",
        "政府信息公开申请延迟答复告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.ANSWER_DUE,
        only_now(cite(OGI_2019, 35)),
        (*OPENING, "basis", "reasons_received_on", "reason", "old_due", "new_due", *CONTACT),
        CASEWORK,
    ),
    LetterRule(
        _K.THIRD_PARTY_CONSULTATION,
        "L7",
        "政府信息公开征求第三方意见书",
        Family.CORRESPONDENCE,
        Addressee.THIRD_PARTY,
        SendBy.EARLY,
        on_both((cite(OGI_2019, 15), cite(OGI_2019, 32)), (cite(OGI_2007, 23),)),
        (
            "third_party",
            "you",
            "law",
            "basis",
            "request_number",
            "interest",
            "concerned",
            "opinion_workdays",
            "issuer",
            *CONTACT,
        ),
        CASEWORK,
    ),
    LetterRule(
        _K.CONSULTATION_NOTICE,
        "L8",
        "政府信息公开申请征求意见告知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.EARLY,
        on_both((cite(OGI_2019, 33, 3),), (EXCLUDED_THIRD_PARTY[Law.OGI_2007],)),
        (*OPENING, "basis", "consulted", "consulted_on", *CONTACT),
        CASEWORK,
    ),
    LetterRule(
        _K.CO_PRODUCER_CONSULTATION,
        "L9",
        "政府信息公开征求意见书",
        Family.CORRESPONDENCE,
        Addressee.ORGAN,
        SendBy.EARLY,
        only_now(cite(OGI_2019, 34)),
        (
            "organ",
            "basis",
            "request_number",
            "concerned",
            "tendency",
            "opinion_workdays",
            *CONTACT,
        ),
        CASEWORK,
    ),
    LetterRule(
        _K.ASSISTANCE_LETTER,
        "L10",
        "政府信息公开申请协办函",
        Family.CORRESPONDENCE,
        Addressee.ORGAN,
        SendBy.EARLY,
        only_now(cite(OGI_2019, 11), cite(OGI_2019, 33, 3)),
        ("organ", "basis", "request_number", "content", "to_assist", "answer_by", *CONTACT),
        CASEWORK,
    ),
    LetterRule(
        _K.THIRD_PARTY_NOTICE,
        "L11",
        "政府信息公开第三方告知书",
        Family.NOTICE,
        Addressee.THIRD_PARTY,
        SendBy.WITH_THE_REPLY,
        on_both((cite(OGI_2019, 15), cite(OGI_2019, 32)), (cite(OGI_2007, 23),)),
        (
            "third_party",
            "you",
            "basis",
            "request_number",
            "concerned",
            "opinion_on",
            "reason",
            *REMEDY,
        ),
        APPROVAL,
        remedied_as=Outcome.DISCLOSED,
    ),
    LetterRule(
        _K.FEE_NOTICE,
        "L12",
        "政府信息公开信息处理费收费通知书",
        Family.NOTICE,
        Addressee.APPLICANT,
        SendBy.ANSWER_DUE,
        only_now(cite(OGI_2019, 42), cite(FEE_2020, 6)),
        (
            *OPENING,
            "basis",
            "fee_way",
            "fee_units",
            "fee_before",
            "fee_lines",
            "fee_total",
            "payment_workdays",
            "payment_way",
            *CONTACT,
        ),
        CASEWORK,
    ),
)
