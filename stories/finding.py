"""Lets search find stories: only what is public, in the language asked in, as results of plain values."""

from django.utils.translation import gettext as _

from home.searching import Result, register_source

from .display import language_of, notes_of
from .models import StoryPage


def results_of(keys, language, closed, request) -> dict[int, Result]:
    """Return a result for each of the keys that is a public story of a language; one query."""
    stories = StoryPage.objects.public().exclude(closed).filter(pk__in=keys, locale__language_code=language)
    return {
        story.pk: Result(
            href=story.get_url(request),
            title=story.headline,
            text=_("Story"),
            notes=tuple(_("Mentions %(what)s") % {"what": note.text} for note in notes_of(story)),
            lang=language_of(story),
        )
        for story in stories
    }


register_source(StoryPage, results_of)
