"""Sending letters: one claimed at a time, outside any transaction, tried again with growing pauses.

A letter's template is `emails/<kind>.txt`; all share the subject in `emails/subject.txt`, because a phone shows it to
whoever is near.
"""

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from .casekeys import keys_held
from .enums import LetterKind
from .models import PAUSES, Letter

LINKS: dict[LetterKind, Callable[[UUID], str]] = {}  # kind: what makes its link as it goes out, "" for none any more
SECONDS = 40  # a tick stops taking up letters after this: the next one comes within the minute


@task()
def deliver_letter(pk: str) -> None:
    """Try to send one letter now, if it is due and nobody else has taken it up.

    In order: claim it (one more try, the next one after a pause), send it, mark it sent; one with a link that is not
    needed any more is deleted instead. Nothing is raised, because a
    failed task keeps its traceback: of a failure only the error's class is stored. Killed between sending and marking,
    it is sent a second time; that is better than never.
    """
    letter = _claim(UUID(pk))
    if letter is None:
        return
    failure = ""
    try:
        with keys_held(), translation.override(letter.language):
            link = LINKS[letter.kind](letter.case) if letter.kind in LINKS else None
            mail = _mail(letter, link)
        if link == "":
            letter.delete()
            return
        _send(mail)
    except Exception as error:  # noqa: BLE001  (whatever a mail server or an address can do to us)
        failure = type(error).__name__
    done = {"failure": failure} if failure else {"failure": "", "sent_at": timezone.now()}
    Letter.objects.filter(pk=letter.pk).update(**done)


def deliver_due(*, seconds: float = SECONDS) -> int:
    """Try every letter that is due, the longest waiting first, for at most so many seconds. Returns how many."""
    stop = time.monotonic() + seconds
    tried = 0
    for pk in Letter.objects.due().values_list("pk", flat=True):
        if time.monotonic() >= stop:
            break
        deliver_letter.func(str(pk))
        tried += 1
    return tried


def _claim(pk: UUID) -> Letter | None:
    """Take a due letter up, or return None when another process has it. No lock is held while it is sent."""
    letter = Letter.objects.due().filter(pk=pk).first()
    if letter is None:
        return None
    taken = {"tries": F("tries") + 1, "next_try_at": timezone.now() + PAUSES[letter.tries]}
    claimed = Letter.objects.due().order_by().filter(pk=pk, tries=letter.tries).update(**taken)
    return letter if claimed else None


def _send(mail: EmailMessage) -> None:
    """Send a mail within three times EMAIL_TIMEOUT, which bounds each answer of the server but not their number.

    Raises what went wrong, or TimeoutError: then a thread of its own stays with the server until one of them gives up.
    """
    outcome: SimpleQueue[Exception | None] = SimpleQueue()

    def try_it():
        try:
            mail.send()
        except Exception as error:  # noqa: BLE001  (it is raised again, for whoever waits)
            outcome.put(error)
        else:
            outcome.put(None)

    Thread(target=try_it, daemon=True).start()
    try:
        error = outcome.get(timeout=3 * settings.EMAIL_TIMEOUT)
    except Empty:
        raise TimeoutError from None
    if error:
        raise error


def _mail(letter: Letter, link: str | None = None) -> EmailMessage:
    """Return the mail in the language now active. It holds no word of a story, no name and no key of a case."""
    values = {"site_name": settings.SITE_NAME, "site": settings.WAGTAILADMIN_BASE_URL, "letter": letter, "link": link}
    subject = " ".join(render_to_string("emails/subject.txt", values).split())
    return EmailMessage(subject, render_to_string(f"emails/{letter.kind}.txt", values), to=[_address(letter)])


def _address(letter: Letter) -> str:
    if letter.kind == LetterKind.RECOVERY_SECOND:
        return settings.OUTSIDE_SECOND
    return letter.person.email if letter.person_id else letter.address
