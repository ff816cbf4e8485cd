"""Of the actions layer: what a picture shows and a recording says is said in words too, before anybody else reads."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from workflows.people.models import AgeMark, User
from workflows.privacy.models import AccessLog
from workflows.review.errors import Late, Refused

from .attachments import Attachment
from .enums import UNDECIDED, AttachedKind, State
from .rules import can_intake
from .submission import Submission


def open_attachment(*, case: UUID, person: User, kind: AttachedKind) -> Attachment:
    """Return a picture or recording for safeguarding to see or hear, and log who opened it.

    Raises DoesNotExist where there is none or its author is still writing, PermissionDenied for anyone else.
    """
    Submission.objects.exclude(state=State.DRAFT).get(case=case)
    if not can_intake(person, AgeMark.of(case)):
        raise PermissionDenied
    attachment = Attachment.objects.latest(case, kind=kind)
    if attachment is None:
        raise Attachment.DoesNotExist
    AccessLog.objects.create(case=case, person=person, what=attachment.kind)
    return attachment


def write_down(*, case: UUID, person: User, kind: AttachedKind, text: str, in_words: bool = False) -> Attachment:
    """Let safeguarding say in words what a picture shows or a recording says, where its author did not.

    The author reads it in the very page before the yes. Raises PermissionDenied, Late once the story is decided or
    where its author has written it already, Refused without words.
    """
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().filter(case=case, taken_back_at=None).first()
        if not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        attachment = Attachment.objects.filter(case=case, kind=kind).first()
        if submission is None or submission.state not in UNDECIDED or attachment is None:
            raise Late
        if attachment.is_told and attachment.text_by is None:
            raise Late
        if not (text.strip() or in_words):
            raise Refused(_("Write what it shows or says, for people who can’t see or hear it."))
        attachment.text, attachment.in_words, attachment.text_by = text.strip(), in_words, person
        attachment.save(update_fields=["text", "in_words", "text_by"])
    return attachment


def told_in_words(submission: Submission) -> tuple[list[str], dict]:
    """Return a story's paragraphs, a recording's words among them, and what its page carries beside them.

    A picture without any story is told by its description, which then stands below it for everybody and is not read
    out twice. Raises Refused while something is not yet said in words: nobody may be left out.
    """
    paragraphs, beside = _paragraphs(submission.words), {}
    for attachment in Attachment.objects.filter(case=submission.case).order_by("-kind"):  # the recording first
        if not attachment.is_told:
            raise Refused(_("First write down what the picture shows or what the recording says."))
        if attachment.kind == AttachedKind.SOUND:
            beside["sound"] = attachment
            paragraphs += _paragraphs(attachment.text)
        else:
            beside["author_picture"] = attachment
            beside["author_picture_alt"] = attachment.text if paragraphs else ""
            paragraphs = paragraphs or _paragraphs(attachment.text)
    return paragraphs, beside


def forget_texts(case: UUID) -> None:
    """Empty what was said of the files: it stands on the page now."""
    for attachment in Attachment.objects.filter(case=case):
        attachment.text, attachment.waiting = "", False
        attachment.save(update_fields=["text", "waiting"])


def _paragraphs(words: str) -> list[str]:
    return [part.strip() for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()]
