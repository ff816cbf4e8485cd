"""Who may decide on what was sent, and when a story may be accepted."""

from workflows.people.enums import PAUSING, Band, Role
from workflows.people.rules import can_read_age


def can_intake(person, age_mark) -> bool:
    """Tell whether somebody may read and decide on a submission: safeguarding, with the PVG mark under 18."""
    return person.has_role(Role.SAFEGUARDING) and can_read_age(person, age_mark)


def can_handle_complaints(person) -> bool:
    """Tell whether somebody may read and settle complaints about data: administrators, whom no story is before."""
    return person.is_active and person.has_role(Role.ADMINISTRATOR)


def can_pause_new(person) -> bool:
    """Tell whether somebody may stop new stories for a while: safeguarding, editors, administrators."""
    return any(person.has_role(role) for role in PAUSING)


def may_be_accepted(submission) -> bool:
    """Tell whether the age rule is met: an adult's recorded agreement, or the reason why none.

    13 to 15 always needs it, whatever else is set; 16 and 17 where the charity asks for an adult at that age.
    """
    if submission.band == Band.UNDER_13:
        return False
    needs_adult = submission.band == Band.B13_15 or submission.asks_adult
    return submission.agreed_at is not None or not needs_adult
