"""The bill of materials: every library this site runs with, its version and its licence. Written by `make bom`."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "bill-of-materials.md"
SETS = {"runtime": "every site", "scale": "PostgreSQL, Redis", "dev": "tests and checks only"}
HEAD = """# Bill of materials

Every library, its version and its licence as the library itself says. Written by `make bom`; versions and checksums are
pinned in `requirements/`. `make upgrade` takes the newest versions and runs everything that must pass.

| Library | Version | Licence | Needed by |
|---|---|---|---|
"""
CLASSIFIER = "License :: OSI Approved :: "


def pins() -> dict[str, tuple[str, str]]:
    """Return version and set of every pinned library, by name; the smallest set that has it."""
    found: dict[str, tuple[str, str]] = {}
    for name in SETS:
        for line in (ROOT / "requirements" / f"{name}.txt").read_text().splitlines():
            if match := re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]+\])?==([^ ;\\]+)", line):
                found.setdefault(match[1], (match[2], name))
    return found


def licence_of(name: str) -> str:
    """Return what an installed library says of its licence; of one that this machine needs not, that it is not here."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return "not needed on this system"
    named = [one.removeprefix(CLASSIFIER) for one in said.get_all("Classifier") or [] if one.startswith(CLASSIFIER)]
    short = (said.get("License-Expression") or "").strip() or ", ".join(named)
    return short or (said.get("License") or "not said").strip().splitlines()[0][:60]


def write() -> str:
    """Return the paper's text."""
    rows = [
        f"| {name} | {version} | {licence_of(name)} | {SETS[of]} |" for name, (version, of) in sorted(pins().items())
    ]
    return HEAD + "\n".join(rows) + "\n"


def listed() -> dict[str, str]:
    """Return name and version of every row of the paper."""
    return dict(re.findall(r"^\| ([\w.-]+) \| (\d[\w.+-]*) \|", PAPER.read_text(), re.MULTILINE))


if __name__ == "__main__":
    PAPER.write_text(write())
