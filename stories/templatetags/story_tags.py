"""Tags that bring stories to pages that are not theirs."""

from django import template
from django.utils.translation import get_language

from stories.display import cards_of
from stories.listing import Wish, chosen
from stories.models import StoriesIndexPage, StoryPage
from stories.subjects import Subjects, subjects_of, subjects_of_draft

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_stories(context, number=6):
    """Return the newest public stories of the language now spoken, as cards, and where the rest are."""
    request = context.get("request")
    index = StoriesIndexPage.objects.live().filter(locale__language_code=get_language()).first()
    if index is None:
        return {"cards": [], "index_url": ""}
    stories = chosen(StoryPage.objects.public().filter(locale=index.locale_id), Wish("", (), None))[:number]
    return {"cards": cards_of(stories, request), "index_url": index.get_url(request)}


@register.filter
def pull_after(words):
    """Return after how many paragraphs the quotation stands: in the middle, never before the first."""
    return max(1, len(words) // 2)


@register.simple_tag
def rows_with_subjects(rows):
    """Return (row, what its story is about) for rows about a case each: the desk knows the process, not the content."""
    found = subjects_of([row.case for row in rows])
    return [(row, found.get(row.case, Subjects())) for row in rows]


@register.simple_tag
def draft_subjects(draft):
    """Return what one draft is about, for its reader."""
    return subjects_of_draft(draft)
