"""Of the actions layer: an author puts a picture or a recording beside the words, or takes it away again."""

from uuid import UUID

from django.db import transaction

from .attachments import Attachment
from .enums import AttachedKind, State
from .files import Cleaned
from .sending import AlreadySent
from .submission import Submission, draft_ends


def attach(
    *, case: UUID, kind: AttachedKind, cleaned: Cleaned | None, text: str = "", in_words: bool = False
) -> Attachment | None:
    """Keep a cleaned file of a draft, encrypted, in the place of an earlier one, or only its words where it stays.

    The draft lives 30 days from now. Raises AlreadySent once the story was sent. Returns None when there is no file.
    """
    with transaction.atomic(durable=True):
        submission = _locked_draft(case)
        attachment = Attachment.objects.filter(case=case, kind=kind).first()
        if cleaned:
            if attachment:
                attachment.delete()
            attachment = Attachment(case=case, kind=kind, **vars(cleaned))
        if attachment is None:
            return None
        attachment.text, attachment.in_words = text.strip(), in_words
        attachment.save()
        submission.expires_on = draft_ends()
        submission.save(update_fields=["expires_on"])
    return attachment


def detach(*, case: UUID, kind: AttachedKind) -> None:
    """Erase the picture or the recording of a draft. Raises AlreadySent once the story was sent."""
    with transaction.atomic(durable=True):
        _locked_draft(case)
        Attachment.objects.filter(case=case, kind=kind).delete()


def _locked_draft(case: UUID) -> Submission:
    submission = Submission.objects.select_for_update().get(case=case)
    if submission.state != State.DRAFT:
        raise AlreadySent
    return submission
