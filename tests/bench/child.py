"""Run a command on a file, and print as JSON how long it took and how much memory it had.

A process counts the memory of the one that started it as its own until it has a program to run,
so that a large one cannot measure its children: this small one can.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter


def main(given: str, *command: str) -> None:
    """Run the command, its answers thrown away."""
    begun = perf_counter()
    with Path(given).open("rb") as lines:
        done = subprocess.run(command, stdin=lines, stdout=subprocess.DEVNULL, check=False)  # noqa: S603 -- the bench's own words
    measured = {
        "seconds": perf_counter() - begun,
        "peak_kib": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
        "status": done.returncode,
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main(*sys.argv[1:])
