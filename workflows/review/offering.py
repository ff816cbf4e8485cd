"""What a reader sends about the words becomes suggestions: for the author, or as practice. Part of the actions."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from workflows.people.models import User

from .keeping import forget_typed
from .models import Reading, Suggestion


def offer(*, case: UUID, person: User, typed: str, offers: Iterable[Mapping[str, str]]) -> list[Suggestion]:
    """Make suggestions of what was typed under `typed`, and forget that. A learner's are practice: no author sees them.

    Each offer has the fields of a Suggestion. Called inside the transaction that sends them.
    """
    held = list(Reading.objects.held().filter(case=case, champion=person))
    for reading in held:
        forget_typed(reading, typed)
    practice = any(reading.beside for reading in held)
    return [Suggestion.objects.create(case=case, made_by=person, practice=practice, **words) for words in offers]
