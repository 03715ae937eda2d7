"""The night watch: records that do not verify, and backups overdue, told to the stewards."""

from collections.abc import Iterator
from datetime import date, timedelta

from notifications.messages import Lang
from workflow.bootstrap import Installation, Office
from workflow.clock import legal_date
from workflow.i18n import Lang as WordsIn
from workflow.i18n import Text, say_date
from workflow.recovery.backing_up import last_backup
from workflow.recovery.examining import OVERDUE_AFTER
from workflow.services.problems import Trouble, tell_of_problem
from workflow.services.undelivered import tell_of_break

# The names are part of the keys by which nothing is told twice: the same in every language.
RECORDS, BACKUPS = "记录核验", "备份"

_BROKEN = Text("记录核验不通过", "the records do not verify")
_OVERDUE = Text(
    "最近一次备份在{on}，已超过{days}天", "the last backup is of {on}, over {days} days ago"
)
_NEVER = Text("还没有备份过", "no backup was ever taken")


def watch(installation: Installation, channel: str) -> Iterator[str]:
    """Prove the records of every office and look for its backup; yield the offices at fault."""
    lang = Lang(installation.settings.lang)
    wanting = _wanting(installation, WordsIn(lang.value))
    for office in installation.offices():
        if not office.verify().holds:
            _tell_of_break(office, channel, lang)
            yield office.name
        if wanting:
            trouble = Trouble(BACKUPS, wanting, _first_workday_of_week(office))
            _tell(office, channel, lang, trouble)


def _wanting(installation: Installation, lang: WordsIn) -> str:
    """Return what is wrong with the backups, in words; nothing where one is of this week."""
    last, now = last_backup(installation.settings), installation.clock.now()
    if last is None:
        return _NEVER.say(lang)
    if now - last <= OVERDUE_AFTER:
        return ""
    on = say_date(legal_date(last), lang)
    return _OVERDUE.say(lang, on=on, days=OVERDUE_AFTER.days)


def _tell_of_break(office: Office, channel: str, lang: Lang) -> None:
    """Let it wait on the desk, and leave by the channel too; every day anew until it is mended."""
    words, today = WordsIn(lang.value), legal_date(office.clock.now())
    with office.work() as uow:
        tell_of_break(uow, today, words)
    on = office.calendar.next_workday_on_or_after(today)
    _tell(office, channel, lang, Trouble(RECORDS, _BROKEN.say(words), on))


def _tell(office: Office, channel: str, lang: Lang, trouble: Trouble) -> None:
    with office.work() as uow:
        tell_of_problem(
            uow,
            office.name,
            trouble,
            at=office.clock.now(),
            calendar=office.calendar,
            channel=channel,
            lang=lang,
        )


def _first_workday_of_week(office: Office) -> date:
    """Return the day that what is told once a week is of."""
    today = legal_date(office.clock.now())
    return office.calendar.next_workday_on_or_after(today - timedelta(days=today.weekday()))
