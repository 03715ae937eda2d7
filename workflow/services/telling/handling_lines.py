"""What goes on beside the reply of a request, in lines: duties, opinions, matters in hand."""

from collections.abc import Iterable, Iterator

from states.citation import Citation
from states.clock.lapsing import Lapse
from states.clock.objections import ThirdPartyNotice
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.beside import Reason, Told
from workflow.records.fees import FeeFile
from workflow.services.handling.consulting import ConsultationFile
from workflow.services.handling.correcting import CorrectionFile
from workflow.services.handling.duties import Duty
from workflow.services.handling.excess import ExcessFile
from workflow.services.handling.extending import ExtensionFile
from workflow.services.handling.overview import Handling
from workflow.wording.facts import FACTS
from workflow.wording.handling import DUTIES, NOTICES, opinion_leads_to, silence_words


def opinion_lines(file: ConsultationFile, lang: Lang) -> Iterator[str]:
    """Yield the opinion with its reasons, what it leads to, and by which article."""
    standing, one = file.standing, file.standing.consultation
    if one.opinion is not None:
        late = Text("（逾期）", " (late)").say(lang) if standing.is_late else ""
        reasons = f"：{file.given.reasons}" if file.given.reasons else ""
        yield f"{label('opinions', one.opinion, lang)}{late}{reasons}"
    leads = opinion_leads_to(standing, file.given.reasonable, lang)
    words = leads or ("" if one.answered_on else silence_words(standing, lang))
    if words:
        yield f"{words}{in_brackets(standing.rule.citation, lang)}"
    if file.notice is not ThirdPartyNotice.NOT_DUE:
        yield NOTICES[file.notice].say(lang)


def duty_lines(duties: Iterable[Duty], lang: Lang) -> Iterator[str]:
    """Yield what is to be done, each with its article."""
    for duty in duties:
        ref = f"[{duty.ref}] " if duty.ref else ""
        yield f"• {ref}{DUTIES[duty.kind.value].say(lang)}{in_brackets(duty.citation, lang)}"


def matter_lines(found: Handling, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield each matter in hand beside the reply: what it is, and how it stands."""
    if found.correction is not None:
        yield Text("补正", "Correction").say(lang), "\n".join(_correction(found.correction, lang))
    if found.lapse is not None:
        yield Text("视为放弃", "Lapse").say(lang), _lapse(found.lapse, lang)
    if found.extension is not None:
        yield Text("延长", "Extension").say(lang), "\n".join(_extension(found.extension, lang))
    if found.excess is not None:
        yield Text("说明理由", "Reasons").say(lang), "\n".join(_excess(found.excess, lang))
    if found.fee is not None:
        yield Text("收费", "Fee").say(lang), "\n".join(_fee(found.fee, lang))
    if found.right_office is not None:
        named = found.right_office
        contact = "　".join(filter(None, (named.office_contact, named.office_address)))
        words = f"{named.office_name}　{contact}".rstrip("　")
        yield Text("负责公开的机关", "Organ responsible").say(lang), words
    if found.withdrawal is not None:
        gone = found.withdrawal
        form = gone.withdrawal.form
        written = label("written_forms", form, lang) if form else ""
        words = "　".join(filter(None, (gone.on.isoformat(), written, gone.withdrawal.reason)))
        yield Text("撤回", "Withdrawal").say(lang), words


def _correction(file: CorrectionFile, lang: Lang) -> Iterator[str]:
    yield Text(
        "{on} 告知，{n} 个工作日，至 {by}",
        "asked for on {on}, {n} working days, by {by}",
    ).say(lang, on=file.asked_on, n=file.workdays, by=file.correct_by)
    for found in file.asked.defects:
        said = "；".join(filter(None, (found.unclear, found.supply)))
        yield f"· {label('defects', found.defect, lang)}：{said}"
    if file.received_on is not None:
        late = Text("（逾期，有正当理由）", " (late, for a good reason)").say(lang)
        words = Text("{on} 收到{late}", "received on {on}{late}")
        reason = f"：{file.received.reason}" if file.received.reason else ""
        yield words.say(lang, on=file.received_on, late=late if file.is_late else "") + reason


def _lapse(lapse: Lapse, lang: Lang) -> str:
    return Text(
        "{after} 之后可以视为放弃（调休上班日计入为 {counted}，不计为 {uncounted}；{article}）",
        "may be deemed abandoned after {after} ({counted} with worked weekends, {uncounted} "
        "without; {article})",
    ).say(
        lang,
        after=lapse.after,
        counted=lapse.readings.counted,
        uncounted=lapse.readings.uncounted,
        article=article_words(lapse.citation, lang),
    )


def _extension(file: ExtensionFile, lang: Lang) -> Iterator[str]:
    for fact in (file.asked, file.decided, file.told):
        if fact is not None:
            yield _act(fact, lang)


def _excess(file: ExcessFile, lang: Lang) -> Iterator[str]:
    for fact in (file.asked, file.received, file.judged, file.delayed):
        if fact is not None:
            yield _act(fact, lang)


def _act(fact: Told, lang: Lang) -> str:
    """Return what was done when and by whom, for how long, and why."""
    event = fact.event
    words = [event.on.isoformat(), FACTS[event.kind.value].say(lang), fact.actor]
    if event.workdays:
        words.append(Text("{n} 个工作日", "{n} working days").say(lang, n=event.workdays))
    if event.new_due is not None:
        words.append(f"→ {event.new_due.isoformat()}")
    words.append(fact.beside(Reason).reason)
    return "　".join(filter(None, words))


def _fee(fee: FeeFile, lang: Lang) -> Iterator[str]:
    notice = fee.notice
    basis = "" if notice.fee_basis is None else label("fee_bases", notice.fee_basis, lang)
    yield Text("{on} 通知　{basis} {amount}", "notified on {on}  {basis} {amount}").say(
        lang, on=fee.notified_on, basis=basis, amount=_yuan(fee.amount, lang)
    )
    if fee.pay_by is not None:
        yield Text("{on} 送达，{by} 前缴纳", "delivered on {on}, to be paid by {by}").say(
            lang, on=fee.delivered_on, by=fee.pay_by
        )
    for line in fee.payments:
        words = f"{line.paid_on.isoformat()}　{_yuan(line.amount, lang)}　{line.receipt_number}"
        if line.to_refund:
            refund = _yuan(line.to_refund, lang)
            words += Text("　应退 {sum}", "  to refund: {sum}").say(lang, sum=refund)
        yield words.rstrip("　")
    if fee.payments and fee.outstanding:
        yield Text("尚欠 {sum}", "outstanding: {sum}").say(lang, sum=_yuan(fee.outstanding, lang))


def _yuan(amount: object, lang: Lang) -> str:
    if amount is None:
        return Text("（金额未登记）", "(no sum recorded)").say(lang)
    return Text("{sum:.2f} 元", "{sum:.2f} yuan").say(lang, sum=amount)


def in_brackets(citation: Citation | None, lang: Lang) -> str:
    """Return an article as it follows a sentence; nothing where there is none."""
    if citation is None:
        return ""
    return f"（{citation.short}）" if lang is Lang.ZH else f" ({citation.english})"


def article_words(citation: Citation, lang: Lang) -> str:
    """Return an article as a list shows it."""
    return citation.short if lang is Lang.ZH else citation.english
