"""Tells safeguarding what a case of ours is: a story, and where staff read it."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.review.naming import page_named
from workflows.safeguarding.about import Subject, register

from .enums import State
from .submission import Submission


def story_of(case: UUID) -> Subject | None:
    """Return the story of a case; nobody here looks at what its author is still writing."""
    if not Submission.objects.filter(case=case).exclude(state=State.DRAFT).exists():
        return None
    room = reverse("safeguarding:concern", args=[case])
    return Subject(case, _("the story"), reverse("stories:intake_story", args=[case]), room)


def story_at(address: str) -> Subject | None:
    """Return the story whose page an address or a name like “Story k7m2p9qd” means, live or not."""
    page = page_named(address)
    return story_of(page.case) if page else None


register(story_of, story_at)
