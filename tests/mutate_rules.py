"""Turns each part of each predicate in rules.py around, one at a time, in a copy of the tree: some test must notice.

Run by `make mutate-rules`; words choose files or functions. A mutant drops one part of an "and" or "or", turns a
comparison or a "not" around, or answers always the same. The tests nearest to the file are tried first, and the
permission matrix last.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .mutate import NOTICED, ROOT, copy_of_the_tree

MATRIX = "tests/test_permissions.py"
NEAR = {
    "workflows/people/rules.py": "tests/workflows/people",
    "workflows/review/rules.py": "tests/workflows/review tests/stories/test_keep_part.py",
    "workflows/safeguarding/rules.py": "tests/workflows/safeguarding tests/stories/test_reports.py",
    "stories/rules.py": "tests/stories",
    "toolkits/rules.py": "tests/toolkits",
}
TURNED = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Gt: ast.LtE,
}


def mutants(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr, ast.expr]]:
    """Yield (what is done, the part it is done to, what stands there instead)."""
    for part in ast.walk(function):
        if isinstance(part, ast.BoolOp):
            for number, dropped in enumerate(part.values):
                rest = [value for place, value in enumerate(part.values) if place != number]
                whole = rest[0] if len(rest) == 1 else ast.BoolOp(part.op, rest)
                yield f"without “{ast.unparse(dropped)}”", part, whole
        elif isinstance(part, ast.Compare) and type(part.ops[0]) in TURNED:
            other = ast.Compare(part.left, [TURNED[type(part.ops[0])](), *part.ops[1:]], part.comparators)
            yield f"turned: “{ast.unparse(part)}”", part, other
        elif isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            yield f"turned: “{ast.unparse(part)}”", part, part.operand
        elif isinstance(part, ast.Return) and part.value is not None and not isinstance(part.value, ast.Constant):
            for answer in (True, False):
                yield f"always {answer}: “{ast.unparse(part.value)[:60]}”", part.value, ast.Constant(answer)


def changed(source: str, part: ast.expr, instead: ast.expr) -> str:
    """Return the source with one part of it replaced."""
    lines = source.splitlines(keepends=True)
    start = sum(map(len, lines[: part.lineno - 1])) + _letters(lines[part.lineno - 1], part.col_offset)
    end = sum(map(len, lines[: part.end_lineno - 1])) + _letters(lines[part.end_lineno - 1], part.end_col_offset)
    return f"{source[:start]}({ast.unparse(instead)}){source[end:]}"


def _letters(line: str, octets: int) -> int:
    return len(line.encode()[:octets].decode())


def is_noticed(tree: Path, tests: str) -> bool:
    """Tell whether some of these tests fails, the nearest first."""
    for some in (*tests.split(), MATRIX):
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not browser", some]
        if subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode == NOTICED:
            return True
    return False


def main(words: list[str]) -> int:
    """Try every chosen mutant; print what came of it and the share that was noticed. Returns how many were not."""
    tried = unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_of_the_tree(Path(folder))
        for name, tests in NEAR.items():
            whole = (ROOT / name).read_text()
            for function in (one for one in ast.parse(whole).body if isinstance(one, ast.FunctionDef)):
                if words and not {name, function.name} & set(words):
                    continue
                for what, part, instead in mutants(function):
                    (tree / name).write_text(changed(whole, part, instead))
                    noticed = is_noticed(tree, tests)
                    tried, unnoticed = tried + 1, unnoticed + (not noticed)
                    print(f"{'noticed  ' if noticed else 'UNNOTICED'}  {name} {function.name}: {what}", flush=True)
            (tree / name).write_text(whole)
    print(f"{tried - unnoticed} of {tried} noticed" + (f", {1 - unnoticed / tried:.0%}" if tried else ""))
    return unnoticed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
