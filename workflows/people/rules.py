"""Who may read what: the mark for under-18 stories and the training of champions."""

from .enums import IN_ADMIN, Band, Role, Training


def is_qualified(person, kind: Training) -> bool:
    """Tell whether a person holds a qualification that has not run out. A page that asks often prefetches them."""
    return any(mark.kind == kind and mark.is_current for mark in person.qualifications.all())


def can_read_age(person, age_mark) -> bool:
    """Tell whether a person may read words of an author of this age. Without a mark on the case, nobody may.

    Under 18 needs a current PVG mark, editors and superusers included (design rule 9).
    """
    if age_mark is None or not person.is_active:
        return False
    return age_mark.band == Band.ADULT or is_qualified(person, Training.PVG)


def can_read_as_champion(person, age_mark) -> bool:
    """Tell whether a trained champion may be given a case to read."""
    return person.has_role(Role.CHAMPION) and is_qualified(person, Training.CHAMPION) and can_read_age(person, age_mark)


def is_learning(person) -> bool:
    """Tell whether a champion reads beside others, without counting, until staff say so. Nobody begins otherwise."""
    profile = getattr(person, "champion", None)
    return profile is None or profile.learning


def can_end_learning(person, champion) -> bool:
    """Tell whether somebody may say that a champion counts from now on: safeguarding, and never about themselves."""
    return person.has_role(Role.SAFEGUARDING) and champion.person_id != person.pk


def can_see_unsent_letters(person) -> bool:
    """Tell whether a person may see which letters were given up: safeguarding and administrators."""
    return person.has_role(Role.SAFEGUARDING) or person.has_role(Role.ADMINISTRATOR)


def can_answer_line(person, line) -> bool:
    """Tell whether somebody may read and answer a volunteer's private line: the delivery team, never one's own."""
    return person.has_role(Role.DELIVERY) and line.person_id != person.pk


def can_see_reads(person) -> bool:
    """Tell whether a person may see who opened which unpublished words: safeguarding and administrators."""
    return person.has_role(Role.SAFEGUARDING) or person.has_role(Role.ADMINISTRATOR)


def can_enter_admin(person) -> bool:
    """Tell whether somebody may enter the Wagtail admin, without asking for each of their permissions."""
    return person.is_superuser or any(person.has_role(role) for role in IN_ADMIN)
