"""Runs what measures and writes down what it said: `make bench`, docs/benchmarks.md. Words choose parts; others stay.

Each part is a program of its own, bounded to a quarter of an hour. Only ratios and counts carry over to another day.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "benchmarks.md"
LONGEST = 15 * 60  # seconds for one part
PARTS = {
    "pages": ("Pages, not kept, beside their budgets", ["bench"]),
    "weight": ("What a first visit weighs", ["bench.page_weight"]),
    "sharing": ("Sharing, and eight who send while eight read", ["bench.sharing"]),
    "desk": ("A year at the desk", ["bench.desk"]),
    "quorum": ("Three champions vote at once", ["bench.quorum"]),
    "safeguarding": ("Rooms of staff with ten thousand cases", ["bench.safeguarding"]),
    "packs": ("A release of 21 sessions and 60 files", ["bench.packs"]),
    "interleavings": ("Many act on one story at once", ["bench.interleavings"]),
    "faults": ("Web, worker and clock killed while stories are sent", ["bench.faults", "400", "60"]),
    "restore": ("A backup under load, restored elsewhere", ["bench.restoring"]),
}
HEAD = """# What was measured

The last output of each part of `make bench`. The machine has two processors and was shared while most of this ran, so
times are too long; queries, bytes and counts are what they are.

## The others, once, on the same kind of machine

Not kept, gunicorn, two workers, small sites of about thirty pages, November 2026.

| | queries | processor ms | first view |
|---|---|---|---|
| a bare page of Wagtail 8 | 8 | 5.0 | |
| bakerydemo: home, index, detail, search | 43, 48, 19, 39 | 40, 33, 17, 38 | 423, 145, 122, 124 kB |
| news-template: home, index, article, search | 157, 276, 63, 39 | 45, 66, 26, 23 | 107, 134, 102 kB |

"""


def main(words: list[str]) -> int:
    """Run the chosen parts, all of them without a word. Returns how many failed."""
    said = dict(re.findall(r"^<!-- (\w+) -->\n(.*?)^<!-- end -->$", _paper(), re.MULTILINE | re.DOTALL))
    failed = 0
    for name in words or PARTS:
        title, command = PARTS[name]
        code, output = run(command)
        failed += code != 0
        database = "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
        said[f"{name}_{database.lower()}"] = (
            f"## {title}: {database}\n\n```\n{output}\n```\n\n{time.strftime('%B %Y')}\n"
        )
        print(output, flush=True)
    parts = "\n".join(f"<!-- {name} -->\n{text}<!-- end -->" for name, text in sorted(said.items()))
    PAPER.write_text(f"{HEAD}{parts}\n")
    return failed


def run(command: list[str]) -> tuple[int, str]:
    """Run a program, not longer than is allowed. Returns its code and what it printed."""
    begun = [sys.executable, "-m", *command]
    try:
        done = subprocess.run(begun, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return 1, f"not done within {LONGEST} s"
    return done.returncode, done.stdout.strip() or done.stderr.strip()[-2_000:]


def _paper() -> str:
    return PAPER.read_text() if PAPER.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
