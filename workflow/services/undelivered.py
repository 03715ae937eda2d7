"""What went wrong with telling, or with the records, waits on the desk of the head of office."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from notifications.ports import IN_APP, Notice, OutboxItem, Recipient
from states.steps import Role
from workflow.clock import Clock, legal_date
from workflow.i18n import Lang
from workflow.records.outbox import on_desk
from workflow.records.people import on_duty
from workflow.records.unit_of_work import UnitOfWork
from workflow.wording.telling import (
    BROKEN,
    BROKEN_BODY,
    CHANNELS,
    UNDELIVERED,
    UNDELIVERED_BODY,
    answer_words,
)

RULE = "undelivered"
BROKEN_RULE = "records_broken"
_NOBODY = Recipient("", "")


def tell_of_undelivered(
    uow: UnitOfWork, item: OutboxItem, error: str, *, clock: Clock, lang: Lang
) -> None:
    """Tell the heads of office, or everybody where there is none, of what was given up."""
    today = legal_date(clock.now())
    which = sha256(item.key.encode()).hexdigest()[:16]
    said = {
        "subject": item.message.subject,
        "name": item.message.recipient.name or item.message.recipient.address,
        "channel": CHANNELS[item.channel].say(lang),
        "attempts": item.attempts,
        "why": answer_words(error, lang),
        "key": item.key,
    }
    _tell_heads(
        uow,
        Notice(
            f"{RULE}-{which}-{today.isoformat()}",
            item.message.reference,
            item.message.due_on or today,
            _NOBODY,
            IN_APP,
            UNDELIVERED.say(lang, **said),
            UNDELIVERED_BODY.say(lang, **said),
        ),
    )


def tell_of_break(uow: UnitOfWork, today: date, lang: Lang) -> None:
    """Tell them that the records do not verify, once a day for as long as that is so."""
    subject, body = BROKEN.say(lang), BROKEN_BODY.say(lang)
    _tell_heads(uow, Notice(BROKEN_RULE, "", today, _NOBODY, IN_APP, subject, body))


def _tell_heads(uow: UnitOfWork, notice: Notice) -> None:
    """Let a notice wait on the desk of each head of office; of everybody, where there is none."""
    people = on_duty(uow.store)
    heads = [person for person in people if person.role == Role.HEAD_OF_OFFICE.value]
    told = [replace(notice, recipient=on_desk(person.name)) for person in heads or people]
    uow.outbox.add(told)
