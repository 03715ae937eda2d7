"""The request table of one year from a file of records: the process whose memory is taken."""

import sys

from tests.bench.million import OFFICE, YEAR
from workflow.records.engine import reading_engine
from workflow.records.figures import Figures
from workflow.reports.catalogue import form_for
from workflow.reports.cells import Basis, Year, count_cells


def main(path: str) -> None:
    """Count the table."""
    engine = reading_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        cells = count_cells(
            Figures(connection),
            (OFFICE,),
            form_for(YEAR),
            Year(YEAR),
            Basis(),
            tables=["requests"],
        )
    print(sum(cell.value for cell in cells.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
