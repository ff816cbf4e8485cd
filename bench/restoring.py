"""A backup made while people write, restored elsewhere: rows and files are alike, and what was erased stays erased.

`make restore-check`: a site of its own in a folder that is thrown away; its writers go on meanwhile.
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

from bench.sharing import ready_draft
from bench.throwaway import ROOT, throwaway

BEFORE, FILES = 60, 40  # drafts and files that are there before


def main() -> int:
    """Write, back up while writing goes on, erase one case, restore elsewhere, compare. Returns how much is wrong."""
    with throwaway() as folder:
        os.environ |= {"BACKUP_PATH": f"{folder}/backups", "BACKUP_SEAL_PATH": f"{folder}/seal"}
        key = manage("make_backup_key").split("AGE-SECRET-KEY-")[1].split()[0]
        (folder / "key").write_text(f"AGE-SECRET-KEY-{key}")
        cases = [ready_draft() for _number in range(BEFORE)]
        before, files = rows_of(folder / "bench.sqlite3"), write_files(folder / "media")
        enough, written = threading.Event(), []
        writer = threading.Thread(target=write_on, args=(enough, written), daemon=True)
        writer.start()
        began = time.monotonic()
        manage("backup")
        backed_up = time.monotonic() - began
        enough.set()
        writer.join()
        erase_one(cases[0])
        began = time.monotonic()
        there = restore_elsewhere(folder)
        wrong = compare(there, before, cases[0].hex, files, len(rows_of(folder / "bench.sqlite3")) + 1)
        print(
            f"backup {backed_up:.1f} s while {len(written)} more were written; restore {time.monotonic() - began:.1f} s"
        )
        print(f"wrong: {wrong or 'nothing'}")
        return len(wrong)


def manage(*words: str, **values: str) -> str:
    """Run a management command. Returns what it printed."""
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    done = subprocess.run(command, env=os.environ | values, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


def write_files(media: Path) -> dict[str, str]:
    """Write files of many sizes. Returns their checksums by name."""
    media.mkdir(exist_ok=True)
    for number in range(FILES):
        (media / f"{number}.bin").write_bytes(os.urandom(1 + 7_919 * number))
    return checksums(media)


def checksums(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def write_on(enough: threading.Event, written: list) -> None:
    """Write drafts until told that it is enough."""
    while not enough.is_set():
        written.append(ready_draft())


def erase_one(case) -> None:
    """Take one draft back, as its author does, and erase it."""
    from workflows.privacy.actions import erase  # noqa: PLC0415

    erase(case=case)


def restore_elsewhere(folder: Path) -> Path:
    """Restore the backup into an empty place, with the key ring and the ledger of today put back first."""
    there = folder / "there"
    there.mkdir()
    backup = next((folder / "backups").glob("*.age"))
    elsewhere = {"DATABASE_URL": f"sqlite:///{there}/db.sqlite3", "MEDIA_ROOT": f"{there}/media"}
    manage("restore", str(backup), "--key", str(folder / "key"), **elsewhere)
    return there


def rows_of(database: Path) -> dict[str, str]:
    """Return a checksum of each story's whole row and of its key's row, as they lie in a database, by case."""
    with closing(sqlite3.connect(database)) as there:
        found: dict[str, str] = {}
        for table in ("stories_submission", "privacy_casekey"):
            names = [name for _number, name, *_rest in there.execute(f"PRAGMA table_info({table})")]
            for row in there.execute(f"SELECT * FROM {table}"):
                case = row[names.index("case" if "case" in names else "case_id")]
                found[case] = found.get(case, "") + hashlib.sha256(repr(row).encode()).hexdigest()
        found["integrity"] = there.execute("PRAGMA integrity_check").fetchone()[0]
        return found


def compare(there: Path, before: dict[str, str], erased: str, files: dict[str, str], now: int) -> list[str]:
    """Return what is not as it must be in the restored copy."""
    found = rows_of(there / "db.sqlite3")
    kept = {case: row for case, row in before.items() if case != erased}
    alike = sum(found.get(case) == row for case, row in kept.items())
    facts = {
        "rows alike": (alike, len(kept)),
        "the erased story": (erased in found, False),
        "stories without their key, or keys without their story": (sum(len(r) != 128 for r in found.values()) - 1, 0),
        "files alike": (checksums(there / "media") == files, True),
        "no more than was written": (len(found) <= now, True),
    }
    return [f"{name}: {one}, not {due}" for name, (one, due) in facts.items() if one != due]


if __name__ == "__main__":
    sys.exit(main())
