"""`manage.py tick`: do what has come due; with `--every 60`, each minute until it is ended."""

import datetime
import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from workflows.privacy.actions import check_before_serving, end_turn, take_turn
from workflows.privacy.signals import minute

log = logging.getLogger(__name__)
TURN = datetime.timedelta(minutes=10)  # a tick that was killed keeps others out no longer than this


def tick() -> bool:
    """Send `minute` once, unless another process is at it. Each failure is logged by its class; none stops the rest."""
    if not take_turn(name="tick", length=TURN):
        return False
    try:
        for receiver, answer in minute.send_robust(sender=None, now=timezone.now()):
            if isinstance(answer, Exception):
                log.error("%s failed: %s", receiver.__qualname__, type(answer).__name__)
    finally:
        end_turn(name="tick")
    return True


class Command(BaseCommand):
    help = "Send letters, publish what is due, destroy what has expired; --every SECONDS repeats."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on until ended, at this pace")

    def handle(self, *, every, **options):
        check_before_serving()
        if every is None:
            tick()
            return
        ended = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: ended.set())
        while not ended.is_set():
            self._try_tick()
            ended.wait(every)

    def _try_tick(self):
        """A database that is away for a minute ends this tick, not the ones after it."""
        try:
            tick()
        except Exception as error:  # noqa: BLE001
            log.error("tick failed: %s", type(error).__name__)  # noqa: TRY400  (a traceback may quote words)
        finally:
            close_old_connections()
