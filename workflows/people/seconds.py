"""The outside second: somebody named beforehand who has no account, and confirms by a link that comes by mail."""

from uuid import UUID

from django.core import signing

from workflows.privacy.actions import post_letter
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter

SALT = "people.second"
WEEK = 7 * 86_400


def write_to_second(recovery: UUID) -> None:
    """Write the letter that asks them. Its link is made when it is sent and stored nowhere."""
    post_letter(Letter.objects.create(case=recovery, kind=LetterKind.RECOVERY_SECOND, language="en"))


def token_for(recovery: UUID) -> str:
    """Return what stands in the link; it opens one recovery, for a week, until that is confirmed or stopped."""
    return signing.dumps(str(recovery), salt=SALT)


def recovery_of(token: str) -> UUID | None:
    """Return which recovery a link is about, or None for one that is too old or made up."""
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=WEEK))
    except (signing.BadSignature, ValueError):
        return None
