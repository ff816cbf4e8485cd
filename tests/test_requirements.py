"""Requirements name a lower bound, and their locks hold hashes and no address."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "requirements"
SETS = ("runtime", "scale", "dev")


@pytest.mark.parametrize("name", SETS)
def test_every_line_has_a_lower_bound(name):
    lines = (FOLDER / f"{name}.in").read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert [
        line for line in wanted if not re.fullmatch(r"[a-z0-9-]+(\[[a-z,-]+\])?>=[0-9][0-9.]*(,<[0-9.]+)?", line)
    ] == []


@pytest.mark.parametrize("name", SETS)
def test_locks_have_no_address(name):
    assert re.findall(r"://|index-url|find-links|trusted-host", (FOLDER / f"{name}.txt").read_text()) == []


@pytest.mark.parametrize("name", SETS)
def test_every_locked_version_has_a_hash(name):
    locked = re.split(r"\n(?=[a-z0-9])", (FOLDER / f"{name}.txt").read_text())
    pins = [block for block in locked if "==" in block.splitlines()[0]]
    assert len(pins) > 40
    assert [block.splitlines()[0] for block in pins if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", ["scale", "dev"])
def test_locks_agree_on_versions(name):
    def versions(which):
        return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", (FOLDER / f"{which}.txt").read_text(), re.MULTILINE))

    runtime, other = versions("runtime"), versions(name)
    assert {package: other.get(package) for package in runtime} == runtime
