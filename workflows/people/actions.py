"""What people change about their own reading, and the word of staff that somebody has learned it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from workflows.privacy.casekeys import destroy_key, mint_key

from .models import Champion, SubjectsToAvoid, User
from .rules import can_end_learning


def take_a_break(*, person: User, paused: bool) -> Champion:
    """Pause or take up reading again: no new story is offered meanwhile, and nobody asks why."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"paused": paused})
    return champion


def choose_pace(*, person: User, weekly_limit: int) -> Champion:
    """Set how many stories a week a champion is offered at most; what is with them already stays."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"weekly_limit": weekly_limit})
    return champion


def choose_languages(*, person: User, languages: list[str]) -> Champion:
    """Set the languages in which a champion reads; none means the language of their letters."""
    champion, _made = Champion.objects.update_or_create(person=person, defaults={"languages": sorted(set(languages))})
    return champion


@transaction.atomic
def avoid_subjects(*, person: User, keys: list[str]) -> None:
    """Set what a champion would rather not read about. What is with them already stays; nobody is told.

    With nothing chosen, the row and its key are destroyed.
    """
    User.objects.select_for_update().get(pk=person.pk)
    row = SubjectsToAvoid.objects.filter(person=person).first()
    if row and not keys:
        SubjectsToAvoid.objects.filter(pk=row.pk).delete()
        destroy_key(row.case)
    elif keys:
        if row is None:
            row = SubjectsToAvoid(person=person)
            mint_key(row.case)
        row.subjects = {"keys": sorted(set(keys))}
        row.save()


@transaction.atomic(durable=True)
def end_learning(*, champion: Champion, person: User) -> Champion:
    """Let a champion's readings count from the next one on. Pressed twice it stays so. Raises PermissionDenied."""
    champion = Champion.objects.select_for_update().get(pk=champion.pk)
    if not can_end_learning(person, champion):
        raise PermissionDenied
    champion.learning = False
    champion.save(update_fields=["learning"])
    return champion
