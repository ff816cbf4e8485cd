"""What the demonstration tells its visitor: the accounts' password and the author codes, in one file of mode 600."""

import json
import os
import secrets
from pathlib import Path

from django.conf import settings

from workflows.people.demo import PEOPLE


def _path() -> Path:
    return Path(settings.DEMO_RECORD)


def read_record() -> dict:
    """Return {"password": …, "stories": [[title, state, code], …]}; a new password where there is no record yet."""
    try:
        return json.loads(_path().read_text())
    except FileNotFoundError:
        return {"password": secrets.token_urlsafe(12), "stories": []}


def write_record(record: dict) -> None:
    """Keep the record, and beside it the same for people to read; both readable by their owner alone."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    for target, text in ((path, json.dumps(record)), (path.with_suffix(".txt"), as_text(record))):
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)


def as_text(record: dict) -> str:
    """Return what a newcomer needs at the terminal: the walk, the accounts, the authors' ten words."""
    people = "\n".join(f"    {login}@goldenthread.example  {role.label}" for login, _f, _l, role in PEOPLE)
    codes = "\n".join(f"    {title} ({state}): {code}" for title, state, code in record["stories"])
    return (
        f"  The walk   /demo/\n\n  Accounts, each with the password {record['password']}\n{people}\n\n"
        f"  The authors' ten words\n{codes}\n"
    )
