"""Of the actions layer: an author takes a topic or a content note off their page. Nobody has to agree."""

from uuid import UUID

from django.db import transaction

from workflows.review.additions import propose_additions
from workflows.review.answering import record_answers
from workflows.review.cases import draft_of, lock_step, page_of
from workflows.review.enums import Answer
from workflows.review.models import AuthorSealTask, Suggestion

from .additions import NOTE


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


def leave_note_out(*, case: UUID, key: str) -> bool:
    """Take a content note off the draft: the answer to it is “Take it out”, as among the suggestions.

    Returns whether it was there; a second press finds it gone. Raises Late outside the author's step, Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        draft = draft_of(page_of(case))
        if key not in draft.notes:
            return False
        propose_additions(step=step)
        row = Suggestion.objects.of_round(step).get(paragraph=NOTE + key, turned_down=False)
        record_answers(step=step, draft=draft, answers={row.pk: (Answer.KEEP, "")})
    return True
