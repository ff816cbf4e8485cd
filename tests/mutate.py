"""Takes one guard away at a time, in a copy of the tree: some test must notice. Run by `make mutate`.

A guard is a file, the text that guards, what stands there without it, and the tests that must fail. Add a line when a
rule gets a new guard; words after `make mutate ARGS=` choose guards by rule or file.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
NOTICED, UNNOTICED = 1, 0  # pytest's exit codes: some test failed, all passed


class Guard(NamedTuple):
    rule: str
    file: str
    text: str
    without: str
    tests: str


REVIEW = "tests/workflows/review"
SEALABLE = "workflows/review/sealable.py"
GUARDS = (
    Guard("2", SEALABLE, "if not (whole and seal and agreed", "if not (whole and agreed", f"{REVIEW}/test_gate.py"),
    Guard("2", SEALABLE, "if result.alias_of_id or result.go_live_at or result.expire_at:", "if False:", REVIEW),
    Guard(
        "2", SEALABLE, "if result.case != case and (stored or AgeMark.of(result.case) is None):", "if False:", REVIEW
    ),
    Guard("2", "workflows/review/finish.py", "if draft.matching_seal() is None:", "if False:", REVIEW),
    Guard(
        "2",
        "workflows/review/guards.py",
        "pre_save.connect(refuse_unsealed_pages, sender=Page)",
        "pass",
        f"{REVIEW}/test_gate.py",
    ),
    Guard(
        "2", "workflows/privacy/models.py", "if self.stands:", "if False:", "tests/workflows/privacy/test_wording.py"
    ),
    Guard(
        "3",
        "workflows/privacy/models.py",
        ".exclude(ends_on__lt=timezone.localdate())",
        "",
        "tests/stories/test_endings.py",
    ),
    Guard("3", "stories/models.py", "| ~agreed).exists()", ").exists()", "tests/stories/test_uses.py"),
    Guard("3", "stories/actions.py", "remove_pages(case)", "None", "tests/stories"),
    Guard("4", "stories/actions.py", "live=False,", "live=True,", "tests/stories tests/workflows/review/test_road.py"),
    Guard("6", "workflows/privacy/actions.py", "    check_ledger()", "", "tests/workflows/privacy/test_ledger.py"),
    Guard("7", SEALABLE, "if is_frozen(result.case):", "if False:", REVIEW),
    Guard("7", "workflows/review/finish.py", "if is_frozen(page.case):", "if False:", REVIEW),
    Guard("7", "workflows/review/cases.py", "if is_frozen(", "if False and is_frozen(", REVIEW),
    Guard("8", "workflows/review/actions.py", ".words_digest() != digest:", ".words_digest() is None:", REVIEW),
    Guard("8", "workflows/review/actions.py", "if draft.digest() != digest:", "if False:", REVIEW),
    Guard(
        "9",
        "workflows/people/rules.py",
        "age_mark.band == Band.ADULT or is_q",
        "True or is_q",
        "tests/workflows/people",
    ),
)


def main(words: list[str]) -> int:
    """Try every chosen guard; print what came of it. Returns how many went unnoticed or are not there any more."""
    chosen = [guard for guard in GUARDS if not words or {guard.rule, guard.file} & set(words)]
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_of_the_tree(Path(folder))
        wrong = 0
        for guard in chosen:
            result = try_without(guard, tree)
            wrong += result != "noticed"
            print(f"rule {guard.rule}  {result:<12}  {guard.file}: {guard.text.strip()}", flush=True)
    return wrong


def copy_of_the_tree(folder: Path) -> Path:
    """Copy what git knows, and nothing this machine wrote."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def try_without(guard: Guard, tree: Path) -> str:
    """Run a guard's tests without it, and put it back. Returns what came of it in a word or two."""
    path = tree / guard.file
    whole = path.read_text()
    if guard.text not in whole:
        return "not there"
    path.write_text(whole.replace(guard.text, guard.without))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *guard.tests.split()]
    code = subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode
    path.write_text(whole)
    return {NOTICED: "noticed", UNNOTICED: "UNNOTICED"}.get(code, f"error {code}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
