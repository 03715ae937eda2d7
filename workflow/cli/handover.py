"""`disclosure handover`: all the work of one person passes to another, with a list to sign."""

from collections.abc import Sequence
from typing import Annotated

import typer

from workflow.cli.desk import Desk, opened_desk, print_json
from workflow.cli.document_files import OutOption, check_endings, write_or_show
from workflow.cli.help import command_group
from workflow.cli.register.pages import plain_due
from workflow.cli.request.options import JsonOption, KeyOption
from workflow.i18n import Text
from workflow.services.duties import Duty, duties_of
from workflow.services.duty import check_on_duty
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.handover_list import HandoverList, handover_document

_HELP = "交接：把一人的全部未办结工作一次移交给另一人，并打印移交清单。"

app = command_group(_HELP)

_DONE = Text(
    "已移交 {n} 项：{giver} → {receiver}；其中已逾期 {late} 项，仍为逾期。",
    "Handed over {n} matter(s): {giver} → {receiver}; {late} overdue, and still so.",
)
_NOTHING = Text("{giver}没有需要移交的事项。", "{giver} has nothing to hand over.")
_REPEATED = Text("这一交接已经办过，没有再移交。", "This was handed over before; nothing moved.")
_NO_RECEIVER = Text(
    "请用 --to 写明接收人；只看清单用 --list-only。",
    "Name with --to who receives it; for the list alone use --list-only.",
)


@app.command(help=_HELP)
def handover(
    ctx: typer.Context,
    giver: Annotated[str, typer.Option("--from", help="移交人。")],
    receiver: Annotated[str, typer.Option("--to", help="接收人，须在岗。")] = "",
    note: Annotated[str, typer.Option("--note", help="交接说明，写入清单。")] = "",
    out: OutOption = None,
    key: KeyOption = "",
    *,
    list_only: Annotated[
        bool, typer.Option("--list-only", help="只列出移交清单，不移交。")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Hand everything over in one step, or list what would pass."""
    with opened_desk(ctx) as desk:
        check_endings(out, desk.lang)
        if list_only:
            duties = _duties(desk, giver, receiver)
        elif not receiver:
            raise typer.BadParameter(_NO_RECEIVER.say(desk.lang))
        else:
            command = HandOver(
                giver=giver,
                receiver=receiver,
                actor=desk.actor,
                role=desk.role,
                note=note,
                idempotency_key=key or None,
            )
            with desk.office.work() as uow:
                done = hand_over(command, uow, at=desk.now, calendar=desk.office.calendar)
            duties = done.duties
            if done.is_repeated:
                typer.echo(_REPEATED.say(desk.lang), err=True)
        _tell(desk, giver, receiver, duties, list_only=list_only, as_json=as_json)
        if duties or out:
            said = HandoverList(desk.office.name, giver, receiver, desk.today, duties, note)
            write_or_show(handover_document(said, desk.lang), out, desk.lang, quiet=as_json)


def _duties(desk: Desk, giver: str, receiver: str) -> Sequence[Duty]:
    with desk.office.read() as view:
        if receiver:
            check_on_duty(view, receiver, desk.today)
        return duties_of(view, giver, desk.today, desk.office.calendar, desk.office.practice)


def _tell(
    desk: Desk,
    giver: str,
    receiver: str,
    duties: Sequence[Duty],
    *,
    list_only: bool,
    as_json: bool,
) -> None:
    if as_json:
        print_json(
            {
                "from": giver,
                "to": receiver,
                "handed_over": not list_only,
                "matters": [_plain(duty) for duty in duties],
            }
        )
    elif not duties:
        typer.echo(_NOTHING.say(desk.lang, giver=giver))
    elif not list_only:
        late = sum(duty.next_due is not None and duty.next_due.is_late for duty in duties)
        words = _DONE.say(desk.lang, n=len(duties), giver=giver, receiver=receiver, late=late)
        typer.echo(words)


def _plain(duty: Duty) -> dict[str, object]:
    return {
        "register": duty.subject,
        "reference": duty.reference,
        "title": duty.title,
        "state": None if duty.line is None else duty.line.state,
        "next_step": duty.next_step,
        **plain_due(duty.next_due),
        "clocks": [
            {"clock": due.deadline.key, "due": due.on, "left": due.left} for due in duty.dues
        ],
        "left_to_do": [{"duty": left.kind, "ref": left.ref} for left in duty.left_to_do],
    }
