"""Known vulnerabilities of the pinned dependencies: 1 if there are any, 3 if nobody could be asked.

Asked is the advisory database OSV, by name and version of each line of `.constraints.txt`; no index
of packages is. What follows `--` is run instead of pip-audit, for the tests.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CONSTRAINTS = Path(__file__).parents[1] / ".constraints.txt"
SOUND, VULNERABLE, BROKEN, UNREACHABLE = 0, 1, 2, 3
_NO_ANSWER = re.compile(r"\b(ConnectionError|ConnectTimeout|ReadTimeout|ServiceError|SSLError)\b")
_BROKEN = "没有查成：查验程序出错。\nNot audited: the audit itself failed."
_UNREACHABLE = (
    "没有查成：漏洞库联系不上（退出码 3）。有网络时再运行 make audit。\n"
    "Not audited: the advisory service could not be reached (exit code 3)."
)


def main(program: list[str]) -> int:
    """Audit, say what was found, and return the exit code."""
    with TemporaryDirectory() as folder:
        written = Path(folder) / "audit.json"
        done = subprocess.run(  # noqa: S603 - our own tool, our own words
            [
                *program,
                *("--requirement", str(CONSTRAINTS), "--no-deps", "--disable-pip"),
                *("--strict", "--vulnerability-service", "osv", "--progress-spinner", "off"),
                *("--format", "json", "--output", str(written)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        found = _read(written)
    if found is None:
        *_, last = ["", *done.stderr.strip().splitlines()]
        is_away = _NO_ANSWER.search(last) is not None
        sys.stderr.write(f"{last[-500:]}\n{_UNREACHABLE if is_away else _BROKEN}\n")
        return UNREACHABLE if is_away else BROKEN
    faults = [
        f"{one['name']} {one['version']}: {each['id']}"
        f" → {', '.join(each['fix_versions']) or '尚无修复 no fix yet'}\n"
        for one in found
        for each in one.get("vulns", [])
    ]
    skipped = [f"{one['name']}: {one['skip_reason']}\n" for one in found if "skip_reason" in one]
    sys.stdout.write(
        f"{''.join(faults + skipped)}"
        f"{len(found)} 个依赖，{len(faults)} 个已知漏洞 known vulnerabilities\n"
    )
    return VULNERABLE if faults or skipped or not found else SOUND


def _read(written: Path) -> list[dict[str, Any]] | None:
    """Return what was found of each dependency, or None where the audit did not come to its end."""
    try:
        kept: list[dict[str, Any]] = json.loads(written.read_text("utf-8"))["dependencies"]
    except (OSError, ValueError, KeyError):
        return None
    return kept


if __name__ == "__main__":
    _, *rest = sys.argv
    sys.exit(main(rest[1:] if rest[:1] == ["--"] else [sys.executable, "-m", "pip_audit"]))
