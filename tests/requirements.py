"""Writes into docs/requirements.md which tests prove each requirement: `python -m tests.requirements`.

A test says so in its docstring, or its module in its own, as in "requirement 13" or "requirements 18 and 19".
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "requirements.md"
NAMED = re.compile(r"\brequirements? (\d+(?:(?:, | and | to )\d+)*)", re.IGNORECASE)
ROW = re.compile(r"^\| (?P<numbers>\d[\d, ]*) \| (?P<asked>[^|]+) \| (?P<where>[^|]+) \|(?: [^|]*\|)?$")

HEADS = {
    "| | Asked | Where it stands |": "| | Asked | Where it stands | Proved by |",
    "|---|---|---|": "|---|---|---|---|",
}


def main() -> None:
    """Bring the paper up to date."""
    PAPER.write_text(written(PAPER.read_text(), proofs()))


def proofs() -> dict[int, list[str]]:
    """Return, by requirement, the tests that name it: a module, or one test of it."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").glob("**/test_*.py")):
        name = str(path.relative_to(ROOT))
        tree = ast.parse(path.read_text())
        for number in numbers_in(ast.get_docstring(tree)):
            found[number].append(f"`{name}`")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for number in numbers_in(ast.get_docstring(node)):
                    found[number].append(f"`{name}` {node.name.removeprefix('test_').replace('_', ' ')}")
    return found


def numbers_in(text: str | None) -> list[int]:
    """Return the numbers that a docstring names, "to" meaning all between."""
    numbers: list[int] = []
    for named in NAMED.findall(text or ""):
        for part in re.split(r", | and ", named):
            first, _to, last = part.partition(" to ")
            numbers += range(int(first), int(last or first) + 1)
    return numbers


def written(paper: str, found: dict[int, list[str]]) -> str:
    """Return the paper with its last column anew."""
    return "".join(f"{_line(line, found)}\n" for line in paper.splitlines())


def _line(line: str, found: dict[int, list[str]]) -> str:
    row = ROW.match(line)
    if row is None:
        return HEADS.get(line, line)
    numbers = [int(number) for number in row["numbers"].split(",")]
    tests = dict.fromkeys(test for number in numbers for test in found.get(number, []))
    return f"| {row['numbers']} | {row['asked']} | {row['where']} | {'; '.join(tests) or '–'} |"


if __name__ == "__main__":
    main()
