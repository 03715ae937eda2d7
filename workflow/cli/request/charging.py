"""Fees from the terminal: computed by either tariff, notified, delivered, paid, and listed."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from states.statute.fees import FeeBasis
from states.terms import label
from workflow.cli.desk import Desk, console, opened_desk, print_json
from workflow.cli.help import command_group
from workflow.cli.request.fee_pages import calculation_lines, fees_page, quotes_page
from workflow.cli.request.options import (
    AcknowledgeOption,
    JsonOption,
    KeyOption,
    NumberArgument,
    OnOption,
    SentByOption,
    TrackingOption,
    VersionOption,
    filled,
    taker,
)
from workflow.cli.request.performing import perform
from workflow.i18n import Lang, Text
from workflow.records.beside import Delivered, told
from workflow.records.fee_register import FeeRegister, Total, fee_register
from workflow.records.fees import fee_file
from workflow.services.handling.charging import (
    DeliverFeeNotice,
    NotifyFee,
    PayFee,
    deliver_fee_notice,
    notify_fee,
    pay_fee,
)
from workflow.services.handling.overview import plain_fee, plain_fee_lines
from workflow.services.handling.quoting import (
    Pieces,
    Quote,
    pieces_before,
    quote_by_pages,
    quote_by_pieces,
)
from workflow.services.worklist import mask

app = command_group("信息处理费。")

_BASES = {"piece": FeeBasis.PIECES, "page": FeeBasis.PAGES}
_NO_BASIS = Text(
    "--by “{value}”不在可选范围内；可选：piece（按件计收）、page（按量计收）。",
    "--by “{value}” is not one of: piece, page.",
)
_PAGES_MISSING = Text(
    "按量计收须写明页数（--pages）。", "By page the number of pages is needed (--pages)."
)
_NO_SUM = Text(
    "--amount “{value}”不是金额；请写成 200 或者 30.50 的样子。",
    "--amount “{value}” is no sum; write it as 200 or 30.50.",
)
_NO_FEES = Text("{year}年没有收费记录。", "No fee was notified, paid or abandoned in {year}.")

ByOption = Annotated[str, typer.Option("--by", help="piece 按件计收，page 按量计收。")]
PiecesOption = Annotated[
    int, typer.Option("--pieces", min=1, help="按件计收时，这件申请计几件（一事一申请）。")
]
PagesOption = Annotated[int, typer.Option("--pages", min=0, help="按量计收时的页数。")]


@app.command("fee", help="计算信息处理费：两种标准逐行列出；只计算，不收费。")
def fee(
    ctx: typer.Context,
    number: NumberArgument,
    by: ByOption = "",
    pages: PagesOption = 0,
    pieces: PiecesOption = 1,
    *,
    as_json: JsonOption = False,
) -> None:
    """Compute what a request would cost, by one tariff or by both."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        basis = _basis(by, desk.lang) if by else None
        if basis is FeeBasis.PAGES and not pages:
            raise typer.BadParameter(_PAGES_MISSING.say(desk.lang))
        row, counted = view.requests.find(number), pieces_before(view, number)
        quotes = []
        if basis is not FeeBasis.PAGES:
            quotes.append(quote_by_pieces(counted, pieces))
        if basis is not FeeBasis.PIECES and pages:
            quotes.append(quote_by_pages(pages))
        if as_json:
            print_json(_plain(number, counted, quotes))
        else:
            console().print(quotes_page(row, counted, quotes, desk.lang))


@app.command("fee-notify", help="登记发出收费通知：写明标准、计算过程和金额，由经办人决定。")
def notify(
    ctx: typer.Context,
    number: NumberArgument,
    by: ByOption,
    pages: PagesOption = 0,
    pieces: PiecesOption = 1,
    pay_to: Annotated[str, typer.Option("--pay-to", help="缴费方式和账户。")] = "",
    sent_by: SentByOption = "",
    tracking: TrackingOption = "",
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record that a fee notice was sent, with its calculation."""
    with opened_desk(ctx) as desk:
        basis = _basis(by, desk.lang)
        if basis is FeeBasis.PAGES and not pages:
            raise typer.BadParameter(_PAGES_MISSING.say(desk.lang))
        command = NotifyFee(
            **taker(desk, number, on, acknowledge, version, key),
            basis=basis,
            units=pieces if basis is FeeBasis.PIECES else pages,
            pay_to=pay_to,
            sent_by=sent_by,
            tracking=tracking,
        )
        perform(desk, notify_fee, command, as_json=as_json)
        if not as_json:
            _say_calculation(desk, number)


@app.command("fee-delivered", help="登记收费通知送达：缴费期限二十个工作日，自次日起算。")
def delivered(
    ctx: typer.Context,
    number: NumberArgument,
    proof: Annotated[str, typer.Option("--proof", help="送达凭证。")] = "",
    on: OnOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """Record the delivery of a fee notice."""
    with opened_desk(ctx) as desk:
        command = DeliverFeeNotice(
            **taker(desk, number, on, None, version, key), delivered=Delivered(proof=proof)
        )
        perform(desk, deliver_fee_notice, command, as_json=as_json)


@app.command("fee-pay", help="登记缴费：金额、日期、财政票据号码；缴清之后期限重新计算。")
def pay(
    ctx: typer.Context,
    number: NumberArgument,
    amount: Annotated[str, typer.Option("--amount", help="缴纳的金额（元）。")],
    receipt: Annotated[str, typer.Option("--receipt", help="财政票据号码。")],
    on: OnOption = None,
    acknowledge: AcknowledgeOption = None,
    version: VersionOption = -1,
    key: KeyOption = "",
    *,
    part: Annotated[bool, typer.Option("--part", help="只缴了一部分。")] = False,
    excess: Annotated[bool, typer.Option("--excess", help="多缴了，多缴部分应当退还。")] = False,
    as_json: JsonOption = False,
) -> None:
    """Record a payment."""
    with opened_desk(ctx) as desk:
        command = PayFee(
            **taker(desk, number, on, acknowledge, version, key),
            amount=_yuan(amount, desk.lang),
            receipt_number=filled(receipt, "--receipt", desk.lang),
            part=part,
            excess=excess,
        )
        perform(desk, pay_fee, command, as_json=as_json)


@app.command("fees", help="一年的收费台账：通知、缴纳、视为放弃的件数和金额。")
def fees(
    ctx: typer.Context,
    year: Annotated[int, typer.Option("--year", help="年度；不写则为今年。", min=0)] = 0,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the fees of a year with their totals."""
    with opened_desk(ctx) as desk, desk.office.read() as view:
        of_year = year or desk.today.year
        found = fee_register(view, of_year, desk.office.calendar)
        if as_json:
            print_json(_plain_register(found))
        elif found.entries:
            console().print(fees_page(found, desk.lang))
        else:
            typer.echo(_NO_FEES.say(desk.lang, year=of_year))


def _say_calculation(desk: Desk, number: str) -> None:
    """Print the calculation as it was entered with the notice."""
    with desk.office.read() as view:
        case = view.requests.case(number)
        found = fee_file(case, told(view.requests, number), desk.office.calendar)
    basis = None if found is None else found.notice.fee_basis
    if found is not None and basis is not None:  # pragma: no branch - they were entered just now
        for line in calculation_lines(basis, found.notice.fee_lines, desk.lang):
            typer.echo(line)


def _basis(words: str, lang: Lang) -> FeeBasis:
    """Return the tariff that is named: piece, page, or as the glossary calls it."""
    for short, basis in _BASES.items():
        names = {short, basis.value, label("fee_bases", basis), label("fee_bases", basis, "en")}
        if words.strip() in names:
            return basis
    raise typer.BadParameter(_NO_BASIS.say(lang, value=words))


def _yuan(words: str, lang: Lang) -> Decimal:
    try:
        amount = Decimal(words.strip())
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount <= 0 or amount != amount.quantize(Decimal("0.01")):
        raise typer.BadParameter(_NO_SUM.say(lang, value=words))
    return amount


def _plain(number: str, counted: Pieces, quotes: list[Quote]) -> dict[str, Any]:
    return {
        "number": number,
        "month": f"{counted.month:%Y-%m}",
        "already": counted.already,
        "counted": [
            {"number": one.number, "received_on": one.received_on, "pieces": one.pieces}
            for one in counted.earlier
        ],
        "quotes": [
            {
                "basis": quote.basis,
                "units": quote.units,
                "lines": plain_fee_lines(quote.lines),
                "amount": quote.amount,
                "article": quote.citation.short,
            }
            for quote in quotes
        ],
        "charged": False,
    }


def _plain_register(found: FeeRegister) -> dict[str, Any]:
    totals = {"notified": found.notified, "paid": found.paid, "abandoned": found.abandoned}
    return {
        "year": found.year,
        "totals": {name: _plain_total(total) for name, total in totals.items()},
        "fees": [
            {
                "number": entry.number,
                "applicant": mask(entry.applicant, entry.applicant_kind),
                **plain_fee(entry.fee),
            }
            for entry in found.entries
        ],
    }


def _plain_total(total: Total) -> dict[str, object]:
    return {"count": total.count, "amount": f"{total.amount:.2f}", "unknown": total.unknown}
