"""Of the actions layer: an author puts a picture or a recording beside the words, or takes it away again."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.review.errors import Refused

from .attachments import Attachment
from .enums import AttachedKind, State
from .files import Cleaned
from .holding_off import last_day_of_drafts
from .rewriting import lock_undecided, note_change
from .submission import Submission


def attach(
    *, case: UUID, kind: AttachedKind, cleaned: Cleaned | None, text: str = "", in_words: bool = False
) -> Attachment | None:
    """Keep a cleaned file, encrypted, in the place of an earlier one, or only its words where it stays.

    A draft lives 30 days from now; what was sent is marked as changed. What staff wrote of a file goes with the file,
    and where its author writes it anew. Raises Late once the story is accepted or decided, Frozen. Returns None when
    there is no file.
    """
    with transaction.atomic(durable=True):
        submission = _locked(case)
        attachment = Attachment.objects.filter(case=case, kind=kind).first()
        before = attachment and (attachment.text, attachment.in_words)
        if cleaned:
            if attachment:
                attachment.delete()
            attachment, before = Attachment(case=case, kind=kind, **vars(cleaned)), None
        if attachment is None:
            return None
        if before == (text.strip(), in_words):
            return attachment
        attachment.text, attachment.in_words, attachment.text_by = text.strip(), in_words, None
        attachment.save()
        _keep(submission)
    return attachment


def detach(*, case: UUID, kind: AttachedKind) -> None:
    """Erase a picture or a recording that is not on a page yet.

    Raises Late once the story is accepted, Frozen, Refused where nothing of a story that was sent would be left.
    """
    with transaction.atomic(durable=True):
        submission = _locked(case)
        others = Attachment.objects.filter(case=case).exclude(kind=kind)
        if submission.state != State.DRAFT and not submission.words.strip() and not others.exists():
            raise Refused(_("Nothing would be left of your story. Write some words first, or take your story back."))
        if Attachment.objects.filter(case=case, kind=kind).delete()[0]:
            _keep(submission)


def _locked(case: UUID) -> Submission:
    draft = Submission.objects.select_for_update().filter(case=case, state=State.DRAFT).first()
    return draft or lock_undecided(case)


def _keep(submission: Submission) -> None:
    if submission.state != State.DRAFT:
        note_change(submission)
    else:
        submission.expires_on = last_day_of_drafts()
        submission.save(update_fields=["expires_on"])
