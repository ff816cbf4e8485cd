"""Django's SQLite, with a queue before the one writer, so that nobody waits much longer than the others.

SQLite lets one process write at a time. The others sleep and try anew, each time longer, so that one of them may lose
for seconds while another writes on and on. Here each first stands at the head of the queue, and only from there takes
the turn. Both are locks on files beside the database: the kernel ends them when a process is killed.
"""

import fcntl
import os
import time

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

PAUSE = 0.001  # seconds between two looks


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn before it opens a transaction.

    At the head of the queue it waits for OPTIONS["timeout"] seconds at most.
    """

    _turn: int | None = None

    def _start_transaction_under_autocommit(self):
        if self._turn is None and not self.is_in_memory_db():
            self._wait_for_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._give_turn()
            raise

    def _wait_for_turn(self):
        head = self._open("head")
        try:
            fcntl.flock(head, fcntl.LOCK_EX)
            self._turn = self._open("turn")
            self._take_turn(until=time.monotonic() + self.settings_dict["OPTIONS"].get("timeout", 5))
        finally:
            os.close(head)

    def _take_turn(self, until: float):
        """Look again and again, as only the head of the queue does: a wait in the kernel would have no end."""
        while not _is_locked(self._turn):
            if time.monotonic() > until:
                self._give_turn()
                raise OperationalError("database is locked")
            time.sleep(PAUSE)

    def _open(self, name: str) -> int:
        return os.open(f"{self.settings_dict['NAME']}-{name}", os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600)

    def _commit(self):
        super()._commit()
        self._give_turn()

    def _rollback(self):
        super()._rollback()
        self._give_turn()

    def _close(self):
        super()._close()
        self._give_turn()

    def _give_turn(self):
        turn, self._turn = self._turn, None
        if turn is not None:
            os.close(turn)


def _is_locked(place: int) -> bool:
    """Try to lock a file for ourselves; tell whether we have it now."""
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
