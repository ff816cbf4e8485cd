"""Copies the whole database as it was at one moment, while others write, and makes a database of such a copy."""

import os
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, transaction

NAME = "database"


def copy_database(folder: Path) -> dict[str, int]:
    """Write the database into `folder`. Returns how many rows each table has in the copy.

    Raises OSError on a full disk, CalledProcessError when pg_dump fails.
    """
    return _copy_sqlite(folder / NAME) if connection.vendor == "sqlite" else _copy_postgresql(folder / NAME)


def _copy_sqlite(to: Path) -> dict[str, int]:
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as here, closing(sqlite3.connect(to)) as there:
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")
        names = [name for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: there.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _copy_postgresql(to: Path) -> dict[str, int]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={to}"]
        _run("pg_dump", connection.settings_dict, *options, "--dbname", connection.settings_dict["NAME"])
        return count_rows(connection)


def count_rows(there) -> dict[str, int]:
    """Return how many rows each table of a connection has."""
    with there.cursor() as cursor:
        counts = {}
        for name in there.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {there.ops.quote_name(name)}")  # noqa: S608
            (counts[name],) = cursor.fetchone()
    return counts


def is_empty(there) -> bool:
    """Tell whether a database has no table yet."""
    return not there.introspection.table_names()


def load_database(copy: Path, there) -> None:
    """Make a database of a copy: `there` is a connection to an empty one. Raises CalledProcessError, OSError."""
    if there.vendor == "sqlite":
        there.close()
        shutil.copyfile(copy, there.settings_dict["NAME"])
        return
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    _run("pg_restore", there.settings_dict, *options, "--dbname", there.settings_dict["NAME"], str(copy))


@contextmanager
def trial_database(folder: Path) -> Iterator:
    """Give a connection to an empty database beside the real one, which is gone afterwards."""
    here, name = connection.settings_dict, f"trial_{secrets.token_hex(6)}"
    if connection.vendor == "sqlite":
        name = str(folder / f"{name}.sqlite3")
    else:
        _run("createdb", here, name)
    trial = connection.copy()
    trial.settings_dict["NAME"] = name
    try:
        yield trial
    finally:
        trial.close()
        if connection.vendor != "sqlite":
            _run("dropdb", here, name)


def _run(program: str, settings: dict, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; its password goes in its environment, where no list of processes shows it."""
    names = {"PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"]}
    secret = {"PGPASSWORD": settings["PASSWORD"]}
    given = {name: str(value) for name, value in {**names, **secret}.items() if value}
    command = [program, *arguments]
    subprocess.run(command, env={**os.environ, **given}, check=True, capture_output=True)  # noqa: S603  (no words of others)
