"""Import one book into new records: the process whose time and memory are taken."""

import sys
from pathlib import Path

from tests.bench.offices import ACTOR, AT, StillClock
from workflow.bootstrap import open_installation
from workflow.clock import legal_date
from workflow.ledger.book import read_book
from workflow.records.facts import OfficeProfile
from workflow.services.importing import ImportBook, import_book
from workflow.settings import Settings


def main(path: str, records: str) -> None:
    """Read the book, and write all of it in one unit of work."""
    book = read_book(Path(path), today=legal_date(AT))
    settings = Settings(database_url=f"sqlite:///{records}")
    with open_installation(settings, StillClock()) as installation:
        office = installation.establish(OfficeProfile(name="测速镇人民政府"), actor=ACTOR)
        with office.work() as uow:
            command = ImportBook(actor=ACTOR)
            done = import_book(command, book, uow, at=AT, calendar=office.calendar)
    if not done.is_written:
        sys.exit(f"not imported: {done.faults[:3]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
