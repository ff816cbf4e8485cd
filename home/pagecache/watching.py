"""Sees every change of a row a page may show, however it is made, and begins a new generation once it is committed.

It reads statements, because `update()`, bulk writes and raw SQL send no signal. What it does not know counts as a
change that shows; `PAGE_CACHE_UNSEEN` names the tables no public page reads.
"""

import re
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db.backends.signals import connection_created

from .generation import generation

HARMLESS = (
    "SELECT",
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "PRAGMA",
    "EXPLAIN",
    "SET ",
    "SHOW",
    "DECLARE",
    "FETCH",
)
CHANGED = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM|INSERT OR IGNORE INTO|INSERT OR REPLACE INTO) "(\w+)"')


@cache
def unseen_tables() -> frozenset[str]:
    """Return the tables of the models that no public page reads."""
    return frozenset(apps.get_model(label)._meta.db_table for label in settings.PAGE_CACHE_UNSEEN)


def may_show(statement: str) -> bool:
    """Tell whether a statement may change what a public page shows."""
    if statement.startswith(HARMLESS):
        return False
    table = CHANGED.match(statement)
    return table is None or table[1] not in unseen_tables()


def watch(execute, sql, params, many, context):
    """Run a statement; if a page may show what it changed, renew the generation when its transaction is committed."""
    result = execute(sql, params, many, context)
    if may_show(sql):
        renew_on_commit(context["connection"])
    return result


def renew_on_commit(connection) -> None:
    """Ask for a new generation at the end of the transaction, once; at once outside of one."""
    if not connection.in_atomic_block:
        _renew()
    elif all(waiting[1] is not _renew for waiting in connection.run_on_commit):
        connection.on_commit(_renew)


def _renew() -> None:
    generation().renew()


def watch_connection(connection, **kwargs):
    """Put the watch on a connection."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)


connection_created.connect(watch_connection, dispatch_uid="watch_for_changes")
