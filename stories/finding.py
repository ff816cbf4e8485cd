"""Lets search find stories and machines know what they are: only what is public, as plain values."""

from django.utils.translation import gettext as _

from home.searching import Result, register_source
from home.structured import register_structured

from .display import language_of, mentions, notes_of, teaser_of
from .models import StoryPage


def results_of(keys, language, closed, request) -> dict[int, Result]:
    """Return a result for each of the keys that is a public story of a language; one query."""
    stories = StoryPage.objects.public().exclude(closed).filter(pk__in=keys, locale__language_code=language)
    return {
        story.pk: Result(
            href=story.get_url(request),
            title=story.headline,
            text=_("Story"),
            notes=mentions(notes_of(story)),
            lang=language_of(story),
        )
        for story in stories
    }


register_source(StoryPage, results_of)


def described(story) -> dict:
    """Return a story as an article: what link previews may show of it, and a name only where its author chose one."""
    author = {"author": {"@type": "Person", "name": story.byline}} if story.byline else {}
    published = story.first_published_at.date().isoformat()
    return {
        "@type": "Article",
        "headline": story.headline,
        "description": teaser_of(story),
        "datePublished": published,
        "inLanguage": language_of(story),
        **author,
    }


register_structured(StoryPage, described)
