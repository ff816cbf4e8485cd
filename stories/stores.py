"""What stories hold of a case: the submission with its messages and its link for an adult, and the pages."""

from uuid import UUID

from workflows.privacy.registry import register, wordless

from .actions import remove_pages
from .claims import forget_claims
from .models import Attachment, Complaint, Submission


def forget_submission(case: UUID) -> None:
    """Delete the submission; its messages and its link go with it."""
    Submission.objects.filter(case=case).delete()


def forget_complaint(case: UUID) -> None:
    """Delete the complaint with this key: it is a case of its own."""
    Complaint.objects.filter(case=case).delete()


def forget_attachments(case: UUID) -> None:
    """Delete the author's picture and recording; no page carries them any more."""
    Attachment.objects.filter(case=case).delete()


register("stories.Complaint", "*", forget_complaint)
register("stories.StoryPage", "*", remove_pages)
register("stories.Attachment", "*", forget_attachments)
register("stories.Submission", "*", forget_submission)
register("stories.Message", "*", forget_submission)
register("stories.AdultLink", "*", forget_submission)
register("stories.Claim", "*", forget_claims)
wordless("eight random symbols", "stories.Gone.slug")
wordless("what the charity decided", "stories.Sharing", "stories.Retention", "stories.Pause")
wordless("a keyed hash of a network, for hours", "stories.Attempt")
