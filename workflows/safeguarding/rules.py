"""Who may end a worry."""

from workflows.people.enums import Role


def can_unfreeze(person) -> bool:
    """Only safeguarding unfreezes; being a superuser is not enough (design rule 7)."""
    return person.has_role(Role.SAFEGUARDING)


def can_see_concerns(person) -> bool:
    """Concerns are seen by safeguarding alone."""
    return person.has_role(Role.SAFEGUARDING)


def can_settle_reports(person) -> bool:
    """Reports of passers-by are read and settled by safeguarding."""
    return person.has_role(Role.SAFEGUARDING)
