"""What the suite ran, measured: rules, actions and models in full, branch by branch; views nearly so.

`make cover` runs the whole suite so and then asks here. It takes half as long again, so CI leaves it out.
"""

import json
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IN_FULL, VIEWS = 100.0, 95.0  # per cent of statements and branches
# What decides: who may, what happens, what is. Views only show it.
DECIDING = (
    "*/actions.py",
    "*/models.py",
    "*/models/*.py",
    "*/rules.py",
    "home/fields.py",
    "home/helplines.py",
    "home/pages.py",
    "home/pictures.py",
    "home/snippets.py",
    "stories/agreeing.py",
    "stories/attempts.py",
    "stories/bringing.py",
    "stories/claims.py",
    "stories/complaining.py",
    "stories/endings.py",
    "stories/promises.py",
    "stories/sending.py",
    "stories/sharing.py",
    "stories/submission.py",
    "stories/talking.py",
    "stories/testers.py",
    "stories/uses.py",
    "toolkits/guards.py",
    "workflows/privacy/casekeys.py",
    "workflows/privacy/encrypted.py",
    "workflows/privacy/letters.py",
    "workflows/privacy/private.py",
    "workflows/privacy/rotation.py",
    "workflows/review/additions.py",
    "workflows/review/answering.py",
    "workflows/review/assignment.py",
    "workflows/review/avoiding.py",
    "workflows/review/cases.py",
    "workflows/review/coverage.py",
    "workflows/review/digest.py",
    "workflows/review/drafting.py",
    "workflows/review/finish.py",
    "workflows/review/forgetting.py",
    "workflows/review/guards.py",
    "workflows/review/promises.py",
    "workflows/review/sealable.py",
    "workflows/review/steps.py",
    "workflows/review/telling.py",
    "workflows/safeguarding/frozen.py",
)
SHOWING = ("*/views.py", "*/views/*.py")


def least(path: str) -> float:
    """Return how much of a file the suite must run, in per cent."""
    if any(fnmatch(path, pattern) for pattern in DECIDING):
        return IN_FULL
    return VIEWS if any(fnmatch(path, pattern) for pattern in SHOWING) else 0


def too_little(files: dict[str, dict]) -> list[str]:
    """Return a line for each file that the suite ran less of than it must, with what was left out."""
    found = []
    for path, file in sorted(files.items()):
        done = file["summary"]["percent_covered"]
        if done < least(path):
            branches = [f"{start} to {end}" for start, end in file["missing_branches"]]
            missing = ", ".join([*map(str, file["missing_lines"]), *branches])
            found.append(f"{path}: {done:.1f} % of {least(path):.0f} %, not {missing}")
    return found


def main() -> int:
    """Judge the last measured run. Returns how many files fall short; all deciding patterns must name a file."""
    report = subprocess.run(
        [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    files = json.loads(report.stdout)["files"]
    short = too_little(files) + [
        f"{pattern}: no such file was run" for pattern in DECIDING if not any(fnmatch(path, pattern) for path in files)
    ]
    print("\n".join(short) or f"{len(files)} files measured: what decides was run in full, branch by branch.")
    return len(short)


if __name__ == "__main__":
    sys.exit(main())
