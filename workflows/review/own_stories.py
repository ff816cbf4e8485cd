"""What a champion's own stories are called where they must not be mixed up: a worry freezes the one that is chosen."""

from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.people.models import AgeMark
from workflows.people.rules import can_read_as_champion
from workflows.safeguarding.frozen import frozen_cases

from .enums import GIVEN_BACK, HELD
from .waiting import about, pages_of


def names_of(readings, person) -> dict[UUID, str]:
    """Return a name for each of a person's own readings, by its key; as many queries for one as for three.

    The title stands in it only where they may read the story today. What they gave back, what is paused and what
    they may no longer read is told apart by its length and its day.
    """
    readings = list(readings)
    prefetch_related_objects([person], "qualifications")
    cases = [reading.case for reading in readings]
    pages, marks = pages_of(cases), AgeMark.objects.in_bulk(cases)
    frozen = set(frozen_cases().filter(case__in=cases).values_list("case", flat=True))

    def may_read(case: UUID) -> bool:
        return case not in frozen and can_read_as_champion(person, marks.get(case))

    return {reading.pk: _name(reading, pages.get(reading.case), may_read(reading.case)) for reading in readings}


def _name(reading, page, may_read: bool) -> str:
    facts = {"day": date_format(reading.offered_at, "j F, H:i"), "story": _story(reading, page, may_read)}
    if reading.state in HELD:
        return _("%(story)s Offered to you on %(day)s, with you now.") % facts
    return _("%(story)s Offered to you on %(day)s, no longer with you.") % facts


def _story(reading, page, may_read: bool) -> str:
    if page is None:
        return _("A story that is not here any more.")
    minutes, language = about(page)
    length = ngettext("about one minute", "about %(minutes)s minutes", minutes) % {"minutes": minutes}
    facts = {"title": page.headline, "length": length, "language": language}
    if may_read and reading.state not in GIVEN_BACK:
        return _("“%(title)s”, %(length)s, %(language)s.") % facts
    return _("A story of %(length)s, %(language)s.") % facts
