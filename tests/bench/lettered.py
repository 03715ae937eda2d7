"""Set many letters as PDF, each different: the process whose memory is taken."""

import sys

from tests.workflow.documents import samples
from workflow.documents.pdf import to_pdf


def main(count: str) -> None:
    """Set so many letters one after another."""
    for number in range(int(count)):
        to_pdf(samples.letter(f"第{number}件：{samples.REASON}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
