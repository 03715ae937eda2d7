"""Steps of drafting: what is decided on each item, on what evidence, and putting it forward."""

from states.statute.decisions import Decision
from states.statute.decisions import open_to as decisions_open_to
from states.statute.grounds import Ground
from states.statute.grounds import open_to as grounds_open_to
from workflow.i18n import Text
from workflow.services.drafting.deciding import (
    DecideItem,
    WithdrawItem,
    decide_item,
    withdraw_item,
)
from workflow.services.drafting.evidence import (
    CiteEarlierReply,
    RecordSearch,
    cite_earlier_reply,
    record_search,
)
from workflow.services.drafting.reviewing import SubmitDraft, submit_draft
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import CHOOSE, reason
from workflow.web.steps.step_form import (
    Context,
    StepForm,
    Taker,
    many,
    on_day,
    only_choice,
    said,
)

_GROUP = Text("拟稿", "Drafting")
_ITEMS = Text("涉及哪几项", "Which items")
_ALL = Text("都不选则为全部。", "None chosen: all of them.")


def _decide_fields(context: Context) -> tuple[Field, ...]:
    case, draft = context.file.case, context.file.reply.draft
    item = draft.item(context.asked.get("item", ""))
    if item is None and draft.reopened:
        item = draft.reopened[0]
    known = None if item is None else item.decided
    grounds = grounds_open_to(
        case.received_on or context.today, revised_from=case.practice.revised_from
    )
    consulted = context.consultations(lambda _one: True)
    return (
        Field("item", Text("哪一项信息", "Item"), Kind.CHOICE, choices=context.items(),
              blank=Text("新的一项", "a new one"), value=known.item if known else ""),
        Field("title", Text("信息名称", "Title"), longest=500,
              value=known.title if known else "" if draft.items else context.row.content[:500],
              help=Text("不填则沿用原名或者申请内容。", "Left blank: as it was.")),
        Field("decision", Text("处理意见", "Decision"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=context.choices("decisions", decisions_open_to(context.law)),
              value=known.decision.value if known else ""),
        Field("ground", Text("不予公开的情形", "Ground for withholding"), Kind.CHOICE,
              choices=context.choices("grounds", grounds), blank=Text("不涉及", "none"),
              value=known.ground.value if known and known.ground else "",
              help=Text("不予公开、区分处理的必选。", "For withholding or severing.")),
        on_day(context, Text("拟稿日期", "Drafted on")),
        Field("part", Text("不予公开的部分", "Part withheld"), Kind.AREA,
              help=Text("区分处理的必填。", "For severing."), value=known.part if known else ""),
        Field("reason", Text("理由", "Reason"), Kind.AREA, value=known.reason if known else ""),
        Field("where", Text("获取的方式、途径，或者办理依据", "Where to get it"), Kind.AREA,
              value=known.where if known else ""),
        Field("public_interest", Text("第三方不同意而仍予公开的理由", "Despite an objection"),
              Kind.AREA, value=known.public_interest if known else ""),
        Field("consulted", Text("涉及的征求意见", "Consultations on it"), Kind.MANY,
              choices=consulted,
              value=tuple(one.code for one in consulted
                          if known and one.code.partition(":")[2] in known.consulted)),
    )  # fmt: skip


def _decide(filled: Filled, taker: Taker) -> DecideItem:
    ground = said(filled, "ground")
    refs = dict.fromkeys(code.partition(":")[2] for code in many(filled, "consulted"))
    return DecideItem(
        **taker,
        decision=Decision(filled["decision"]),
        item=said(filled, "item"),
        title=said(filled, "title"),
        ground=Ground(ground) if ground else None,
        part=said(filled, "part"),
        reason=said(filled, "reason"),
        where=said(filled, "where"),
        public_interest=said(filled, "public_interest"),
        consulted=tuple(refs),
    )


def _undecide_fields(context: Context) -> tuple[Field, ...]:
    items = context.items()
    return (
        Field("item", Text("撤下哪一项", "Item"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=items, value=only_choice(items)),
        reason(Text("撤下的理由", "Reason")),
        on_day(context),
    )  # fmt: skip


def _undecide(filled: Filled, taker: Taker) -> WithdrawItem:
    return WithdrawItem(**taker, item=said(filled, "item"), reason=said(filled, "reason"))


def _search_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("where", Text("检索范围", "Where"), required=True, longest=500,
              help=Text("如 档案室、电子公文系统。", "Such as the archive.")),
        Field("keywords", Text("检索用的关键词", "Keywords"), required=True, longest=500),
        Field("searched_by", Text("检索人", "By"), longest=100,
              help=Text("不填则为登记的人。", "Left blank: yourself.")),
        Field("period", Text("检索的年份或者时段", "Of which years"), longest=200),
        Field("found", Text("检索到了相关信息", "Something was found"), Kind.CHECK, value=False),
        Field("result", Text("检索结果的说明", "Result"), Kind.AREA),
        Field("items", _ITEMS, Kind.MANY, choices=context.items(), value=(), help=_ALL),
        on_day(context, Text("检索日期", "Searched on")),
    )  # fmt: skip


def _search(filled: Filled, taker: Taker) -> RecordSearch:
    return RecordSearch(
        **taker,
        where=filled["where"],
        keywords=filled["keywords"],
        searched_by=said(filled, "searched_by"),
        period=said(filled, "period"),
        result=said(filled, "result"),
        found=filled["found"],
        items=many(filled, "items"),
    )


def _earlier_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("letter_number", Text("此前答复的文号", "Number of the earlier reply"),
              required=True, longest=100),
        Field("replied_on", Text("此前答复的日期", "Its date"), Kind.DAY, required=True),
        Field("items", _ITEMS, Kind.MANY, choices=context.items(), value=(), help=_ALL),
        on_day(context),
    )  # fmt: skip


def _earlier(filled: Filled, taker: Taker) -> CiteEarlierReply:
    return CiteEarlierReply(
        **taker,
        letter_number=filled["letter_number"],
        replied_on=filled["replied_on"],
        items=many(filled, "items"),
    )


def _submit_fields(context: Context) -> tuple[Field, ...]:
    return (on_day(context, Text("送审日期", "Put forward on")),)


def _submit(_filled: Filled, taker: Taker) -> SubmitDraft:
    return SubmitDraft(**taker)


def _has_items(context: Context) -> bool:
    return bool(context.file.reply.draft.items)


STEPS = (
    StepForm("decide", Text("拟定处理意见", "Decide on an item"), _GROUP,
             ("decide_item",), _decide_fields, _decide, decide_item),
    StepForm("undecide", Text("撤下一项信息", "Take an item off"), _GROUP,
             ("withdraw_item",), _undecide_fields, _undecide, withdraw_item, applies=_has_items,
             lacking=Text("清单上还没有信息项。", "There is no item on the list yet.")),
    StepForm("search-record", Text("登记检索情况", "Record a search"), _GROUP,
             ("record_search",), _search_fields, _search, record_search),
    StepForm("earlier-reply", Text("引用此前的答复", "Cite an earlier reply"), _GROUP,
             ("cite_earlier_reply",), _earlier_fields, _earlier, cite_earlier_reply),
    StepForm("submit", Text("送审", "Put the draft forward"), _GROUP,
             ("submit_draft",), _submit_fields, _submit, submit_draft),
)  # fmt: skip
