"""Lets search and the map for search engines find packs and lessons: what schools may see, and nothing else."""

from django.utils.translation import gettext as _

from home.maps import TreeMap
from home.searching import Result, register_source
from home.structured import register_structured

from .models import PackPage, PacksIndexPage, PartPage, SessionPage
from .pausing import is_below_a_pause


def packs_of(keys, language, closed, request) -> dict[int, Result]:
    """Return a result for each of the keys that is a live pack of a language; one query."""
    packs = (
        PackPage.objects.live().exclude(closed).filter(~is_below_a_pause(), pk__in=keys, locale__language_code=language)
    )
    return {pack.pk: Result(pack.get_url(request), pack.title, pack.summary) for pack in packs}


def sessions_of(keys, language, closed, request) -> dict[int, Result]:
    """Return a result for each of the keys that is a lesson of a language that may be taught; one query."""
    sessions = SessionPage.objects.teachable().exclude(closed).filter(pk__in=keys, locale__language_code=language)
    return {one.pk: Result(one.get_url(request), one.title, _("Lesson · %s") % one.summary) for one in sessions}


class PacksMap(TreeMap):
    """The index of each language, packs, parts, and every lesson that may be taught."""

    def pages(self):
        above = [kind.objects.live().filter(~is_below_a_pause()) for kind in (PacksIndexPage, PackPage, PartPage)]
        found = [*above, SessionPage.objects.teachable()]
        return [page for pages in found for page in pages.public().select_related("locale").order_by("path")]


register_source(PackPage, packs_of)
register_source(SessionPage, sessions_of)


def described(session) -> dict:
    """Return a lesson as what it is to a teacher who searches for one."""
    return {
        "@type": "LearningResource",
        "name": session.title,
        "description": session.summary,
        "learningResourceType": "lesson plan",
        "timeRequired": f"PT{session.minutes_to_run}M",
        "isAccessibleForFree": True,
    }


register_structured(SessionPage, described)
