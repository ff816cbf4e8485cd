"""Who may decide on what was sent, and when a story may be accepted."""

from workflows.people.enums import Band, Role
from workflows.people.rules import can_read_age


def can_intake(person, age_mark) -> bool:
    """Tell whether somebody may read and decide on a submission: safeguarding, with the PVG mark under 18."""
    return person.has_role(Role.SAFEGUARDING) and can_read_age(person, age_mark)


def can_handle_complaints(person) -> bool:
    """Tell whether somebody may read and settle complaints about data: administrators, whom no story is before."""
    return person.is_active and person.has_role(Role.ADMINISTRATOR)


def may_be_accepted(submission) -> bool:
    """Tell whether the age rule is met: 13 to 15 needs an adult's recorded agreement, or the reason why none."""
    if submission.band == Band.UNDER_13:
        return False
    return submission.band != Band.B13_15 or submission.agreed_at is not None
