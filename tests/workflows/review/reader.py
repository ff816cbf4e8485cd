"""A champion with a story before them, as the tests of the reading view need it."""

from django.urls import reverse

from tests.answered import answered
from tests.factories import make_story_being_read
from workflows.review.cases import draft_of, page_of
from workflows.review.models import Reading


def begin(client, **fields) -> Reading:
    """Return one of two champions' readings; its reader is signed in."""
    page = make_story_being_read(**fields)
    found = Reading.objects.filter(case=page.case).select_related("champion").order_by("pk").first()
    client.force_login(found.champion)
    return found


def url(name, reading) -> str:
    return reverse(f"review:{name}", args=[reading.pk])


def digest_of(reading) -> str:
    return draft_of(page_of(reading.case)).words_digest()


def paragraph(reading, place=1):
    """Return (key, words) of a paragraph."""
    return draft_of(page_of(reading.case)).paragraphs[place]


def send_vote(client, reading, verdict="fine", **changed):
    return client.post(
        url("vote", reading), {**answered(verdict), "digest": digest_of(reading), **changed}, follow=True
    )


def change_words(reading, words="My coach never asked at all.", place=1) -> None:
    """Change a paragraph under the reader, as a draft."""
    draft = draft_of(page_of(reading.case))
    draft.put_paragraph(draft.paragraphs[place][0], words)
    draft.save_revision()
