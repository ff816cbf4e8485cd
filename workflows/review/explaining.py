"""Why this reader, in one sentence for staff. What is private stays so: see obstacles.py."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .candidates import Candidate
from .models import Reading
from .obstacles import Story, obstacle


def why_asked(reading: Reading) -> str:
    """Return why somebody was asked, from what was so at that moment."""
    if reading.appointed:
        return _("Asked by a person here, because no other trained reader was free.")
    if reading.in_hand is None:
        return _("Asked by a person here.")
    if reading.beside:
        return _("Asked in order to learn: reads beside the others, and is not counted.")
    return _("Asked because %(others)s, %(least)s, and %(longest)s.") % {
        "others": ngettext("one reader was free", "%(n)s readers were free", reading.free) % {"n": reading.free},
        "least": _("nobody had fewer stories in hand (%(n)s)") % {"n": reading.in_hand},
        "longest": _longest(reading),
    }


def why_not(person: Candidate, story: Story) -> str:
    """Return why somebody else was not asked, or that they are free and come later."""
    kind = obstacle(person, story)
    return kind.label if kind else _("free: has more in hand, or was asked more lately")


def _longest(reading: Reading) -> str:
    if reading.asked_before is None:
        return _("this one was never asked before")
    return _("this one was not asked since %(day)s") % {"day": date_format(reading.asked_before, "j F")}
