"""Letters to authors: only to an address they gave for it, in their language."""

from workflows.privacy.actions import write_letter
from workflows.privacy.enums import LetterKind

from .enums import Reach
from .submission import Submission


def write_to_author(submission: Submission, kind: LetterKind) -> None:
    """Write a letter if the author chose email; those reached another way are listed for staff."""
    address = submission.contact.get("value", "")
    if submission.reach == Reach.EMAIL and address:
        write_letter(case=submission.case, address=address, kind=kind, language=submission.language)
