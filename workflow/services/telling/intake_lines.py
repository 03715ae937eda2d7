"""What the page of a request says of how it was made, by whom, and of what is related to it."""

from collections.abc import Iterable, Iterator

from states.statute.application import Lack
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.facts import Intake, PersonalDetails
from workflow.records.relations import Relation
from workflow.wording.entered import masked
from workflow.wording.likeness import RELATED

Lines = Iterator[tuple[Text, str]]


def identity_lines(details: PersonalDetails, lang: Lang) -> Lines:
    """Yield the applicant's document; of its number only the ends can be read."""
    if details.identity_number:
        kind = label("identity_kinds", details.identity_kind, lang)
        yield Text("身份证明", "Identity"), f"{kind}　{masked(details.identity_number)}"
    yield Text("联系人", "Contact person"), details.contact_person


def reached_lines(details: PersonalDetails) -> Lines:
    """Yield where the applicant is reached."""
    yield Text("联系电话", "Telephone"), details.phone
    yield Text("电子邮箱", "Email"), details.email
    yield Text("通信地址", "Address"), f"{details.address}　{details.postcode}".strip()


def made_lines(intake: Intake, lang: Lang) -> Lines:
    """Yield how the request was made, and what was wanted with it."""
    if intake.oral:
        said = Text("口头申请，由{name}代为填写", "oral, taken down by {name}")
        yield Text("申请方式", "Made"), said.say(lang, name=intake.taken_down_by)
    wanted = [
        label(group, code, lang)
        for group, code in (
            ("provision_forms", intake.provision_form),
            ("provision_ways", intake.provision_way),
        )
        if code
    ]
    yield Text("获取信息的形式", "Wanted"), "、".join(wanted)
    if intake.fee_waiver:
        yield Text("减免费用", "Fee waiver"), Text("申请减免", "asked for").say(lang)
    needs = [label("help_needed", code, lang) for code in intake.help_needed.split()]
    yield Text("需要的帮助", "Help needed"), "、".join(needs)
    if intake.purpose:
        yield Text("用途", "Purpose"), label("purposes", intake.purpose, lang)


def lacks_words(lacks: Iterable[Lack], lang: Lang) -> str:
    """Return what an application lacks, as one phrase."""
    return "、".join(label("application_parts", lack.part, lang) for lack in lacks)


def related_lines(relations: Iterable[Relation]) -> Lines:
    """Yield the requests that this one is related to, and since when."""
    for relation in relations:
        reason = f"（{relation.reason}）" if relation.reason else ""
        yield RELATED[relation.kind], f"{relation.number}　{relation.since.isoformat()}{reason}"
