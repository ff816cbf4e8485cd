"""docs/assurance.md leaves nothing out and names only what is there; the bill of materials is of what is pinned."""

import re

from . import materials

PAPER = (materials.ROOT / "docs" / "assurance.md").read_text()
ROWS = re.findall(r"^\| ([GAR]\d+) \| ([^|]+) \| ([^|]+) \|$", PAPER, re.MULTILINE)


def test_every_goal_abuse_and_requirement_has_its_row():
    due = [f"{kind}{number}" for kind, last in (("G", 27), ("A", 35), ("R", 40)) for number in range(1, last + 1)]
    assert [name for name, _what, _proof in ROWS] == due


def test_every_row_names_a_proof_or_the_month_in_which_it_was_left():
    unproved = [name for name, _what, proof in ROWS if "`" not in proof and not re.search(r"[A-Z][a-z]+ 20\d\d", proof)]
    assert unproved == []


def test_every_verb_and_file_named_is_there():
    verbs = set(re.findall(r"^([a-z-]+):", (materials.ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {verb for verb in re.findall(r"`make ([a-z-]+)`", PAPER) if verb not in verbs} == set()
    named = set(re.findall(r"`((?:tests|docs|site)/[^`]+)`", PAPER))
    assert len(named) > 40
    assert {path for path in named if not (materials.ROOT / path).exists()} == set()


def test_the_bill_of_materials_lists_what_is_pinned():
    pinned = {name: version for name, (version, _set) in materials.pins().items()}
    assert materials.listed() == pinned, "run `make bom`"
    assert len(pinned) > 100
