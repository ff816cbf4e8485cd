"""Tags that bring stories to pages that are not theirs."""

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from stories.display import cards_of
from stories.enums import UNDECIDED
from stories.hours import people_there, read_by, read_on_duty
from stories.listing import Wish, chosen
from stories.models import AdultLink, StoriesIndexPage, StoryPage
from stories.quoting import quotation_of
from stories.sharing import Sharing
from stories.subjects import Subjects, subjects_of, subjects_of_draft
from workflows.safeguarding import duty
from workflows.safeguarding.rota import Rota

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_stories(context, number=6, picked=()):
    """Return public stories as cards, and where the rest are: the picked ones, else the newest of this language."""
    request = context.get("request")
    index = StoriesIndexPage.objects.live().filter(locale__language_code=get_language()).first()
    if index is None:
        return {"cards": [], "index_url": ""}
    stories = _picked([page.pk for page in picked or () if page])
    if not stories:
        stories = chosen(StoryPage.objects.public().filter(locale=index.locale_id), Wish())[:number]
    return {"cards": cards_of(stories, request), "index_url": index.get_url(request)}


def _picked(keys) -> list:
    """Return the public ones of some stories, in the order of their keys."""
    found = {story.pk: story for story in StoryPage.objects.public().filter(pk__in=keys)} if keys else {}
    return [found[key] for key in keys if key in found]


@register.simple_tag(takes_context=True)
def quotation(context, value):
    """Return the words a quotation block names, or None where they may not be shown."""
    return quotation_of(value.get("story"), value.get("paragraph"), context.get("request"))


@register.simple_tag(takes_context=True)
def who_is_there(context):
    """Return when people read, and whether somebody does now, as two sentences."""
    request = getattr(context, "request", None)
    shifts = duty.shifts_from(timezone.now()) if Rota.load(request).kept else None
    return people_there(Sharing.load(request), shifts=shifts)


@register.simple_tag(takes_context=True)
def opened_by(context):
    """Return by when a worry will have been opened: by the rota where one is kept, else by the hours in Settings."""
    request = getattr(context, "request", None)
    if Rota.load(request).kept:
        return read_on_duty(duty.opened_by(timezone.now()))
    return read_by(Sharing.load(request))


@register.simple_tag(takes_context=True)
def person_to_talk_to(context):
    """Return name, number and hours of the charity's person to talk to, as the setting holds them."""
    return Sharing.load(getattr(context, "request", None))


@register.simple_tag(takes_context=True)
def adult_link_of(context, submission):
    """Return the link for an adult of a story that waits for one, with its address; nothing where none is needed."""
    if not submission.asks_adult or submission.state not in UNDECIDED:
        return None
    link = AdultLink.objects.filter(submission=submission).first()
    href = reverse("stories:adult_link", args=[link.token]) if link else ""
    return {"link": link, "href": context.request.build_absolute_uri(href)}


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


@register.filter
def as_time(seconds):
    """Return a length as minutes and seconds, as players show it."""
    return f"{seconds // 60}:{seconds % 60:02d}"


@register.inclusion_tag("stories/beside/for_reader.html")
def beside_the_words(draft, reading=None):
    """Return what an author put beside the words, for a champion's reading or an editor in the admin."""
    return {"draft": draft, "reading": reading}
