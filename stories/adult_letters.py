"""Of the actions layer: staff have the link mailed to the adult; the address is forgotten with the answer."""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from workflows.people.models import AgeMark, User
from workflows.privacy.actions import write_letter
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, Letter

from .adult_links import AdultLink
from .agreeing import fresh_link, locked_asking
from .rules import can_intake

TWICE = datetime.timedelta(minutes=10)  # within which the same address is the same press


def mail_adult_link(*, case: UUID, person: User, address: str) -> None:
    """Mail the link of a story that waits to the adult its author named, without a name or a word of the story.

    In order: a link, where there is none that works; the letter, with its address under the case's key; the log. The
    same press twice is one letter. Raises PermissionDenied outside safeguarding, Late where no adult is asked for.
    """
    with transaction.atomic(durable=True):
        if not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        submission = locked_asking(case)
        link = AdultLink.objects.filter(submission=submission).first()
        if not (link and link.works):
            fresh_link(submission)
        lately = adult_letters(case).filter(created_at__gte=timezone.now() - TWICE)
        if any(letter.address == address for letter in lately):
            return
        write_letter(case=case, address=address, kind=LetterKind.ADULT_ASKED, language=submission.language)
        AccessLog.objects.create(case=case, person=person, what="adult’s address")


def adult_letters(case: UUID):
    """Return the letters to the adult of a case."""
    return Letter.objects.filter(case=case, kind=LetterKind.ADULT_ASKED)


def link_in_letter(case: UUID) -> str:
    """Return the path of a case's link as it is when the letter goes out; nothing where it works no more."""
    link = AdultLink.objects.filter(submission=case).first()
    works = link and AdultLink.objects.behind(link.token).exists()
    return reverse("stories:adult_link", args=[link.token]) if works else ""


def forget_old_addresses() -> int:
    """Forget the addresses of adults whose link does nothing any more: answered, too old, decided. Returns how many."""
    letters = Letter.objects.filter(kind=LetterKind.ADULT_ASKED)
    over = [case for case in letters.values_list("case", flat=True).distinct() if not link_in_letter(case)]
    return letters.filter(case__in=over).delete()[0]
