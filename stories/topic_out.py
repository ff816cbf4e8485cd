"""Of the actions layer: an author takes a topic off their page before the yes. Nobody has to agree."""

from uuid import UUID

from django.db import transaction

from workflows.review.cases import draft_of, lock_step, page_of
from workflows.review.models import AuthorSealTask


def leave_topic_out(*, case: UUID, topic: int) -> bool:
    """Take a topic (its id) off the draft; the seal does not cover topics. Returns whether it was there.

    A second press finds it gone. Raises Late outside the author's step, Frozen.
    """
    with transaction.atomic(durable=True):
        lock_step(case, AuthorSealTask)
        draft = draft_of(page_of(case))
        topics = list(draft.tags.all())
        others = [one for one in topics if one.pk != topic]
        if others != topics:
            draft.tags.set(others)
            draft.save_revision()
    return others != topics
