"""Of the actions layer: the link for an adult, made for a story that was sent, and the adult's answer to it.

Next: stories/actions.py
"""

import uuid
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workflows.people.models import AgeMark, User
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.errors import Late

from .adult_links import AdultLink, hash_token, link_ends
from .enums import UNDECIDED
from .rules import can_intake
from .submission import Submission


def make_adult_link(*, case: UUID, person: User | None = None) -> AdultLink:
    """Make the link of a story that waits, for its author or for safeguarding; one made before stops working.

    Raises PermissionDenied for staff who may not read the story, Late once it is decided, taken back or agreed to,
    and where no adult is asked for.
    """
    with transaction.atomic(durable=True):
        if person and not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        return fresh_link(locked_asking(case))


def locked_asking(case: UUID) -> Submission:
    """Lock a story that waits for an adult, inside the caller's transaction. Raises Late where none is asked for."""
    submission = Submission.objects.select_for_update().filter(case=case, taken_back_at=None).first()
    if submission is None or submission.state not in UNDECIDED or submission.agreed_at or not submission.asks_adult:
        raise Late
    return submission


def fresh_link(submission: Submission) -> AdultLink:
    """Give a story a link with a new token, inside the caller's transaction. Its old answer goes with the old one."""
    link = AdultLink.objects.filter(submission=submission).first() or AdultLink(submission=submission)
    link.seed, link.ends_on, link.answered_at, link.agrees = uuid.uuid4(), link_ends(), None, None
    link.token_hash = hash_token(link.token)
    link.save()
    return link


def answer_adult_link(*, token: str, agrees: bool) -> bool:
    """Write down what an adult answered, once; a yes is the agreement, with how and when, for safeguarding to judge.

    Returns False, and writes nothing, where the token opens nothing (any more).
    """
    with transaction.atomic(durable=True):
        link = AdultLink.objects.behind(token).first()
        submission = link and Submission.objects.select_for_update().filter(case=link.submission_id).first()
        link = AdultLink.objects.behind(token).first()  # again, now that nobody else can answer
        if not (link and submission):
            return False
        link.answered_at, link.agrees = timezone.now(), agrees
        link.save(update_fields=["answered_at", "agrees"])
        Letter.objects.filter(case=submission.case, kind=LetterKind.ADULT_ASKED).delete()  # with the address in it
        if agrees and not submission.agreed_at:
            submission.agreement, submission.agreed_at = _said(link), link.answered_at
            submission.save(update_fields=["agreement", "agreed_at"])
        return True


def _said(link: AdultLink) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        at = date_format(timezone.localtime(link.answered_at), "j F Y, H:i")
        return _("An adult agreed by link on %(at)s. Nobody checked who pressed.") % {"at": at}
