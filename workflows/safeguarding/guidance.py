"""What the national guidance asks at an age: child protection, adult protection, and both at 16 and 17."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from workflows.people.enums import Band


class Guidance(NamedTuple):
    """What the national guidance asks of whoever holds the worry."""

    title: str
    text: str


CHILD = Guidance(
    _("Under 18: child protection"),
    _(
        "If a child may be harmed, tell social work or the police, without delay. You do not have to be sure, and "
        "you do not need anybody’s yes. Is a life in danger? Call 999 first."
    ),
)
ADULT = Guidance(
    _("16 and over: adult protection"),
    _(
        "Tell the council if all three may be true: they can’t keep themselves safe, they are at risk of harm, and an "
        "illness, a disability or their mental health makes them more likely to be harmed. A mental health problem "
        "alone is not enough. Is a life in danger? Call 999 first."
    ),
)


def guidance_for(band: str) -> tuple[Guidance, ...]:
    """Return what applies at an age: both at 16 and 17, and both where nobody knows the age (requirement 45)."""
    only = {Band.B13_15: (CHILD,), Band.UNDER_13: (CHILD,), Band.ADULT: (ADULT,)}
    return only.get(Band(band), (CHILD, ADULT)) if band else (CHILD, ADULT)
