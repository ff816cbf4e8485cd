"""A story's draft in the editor's preview, as the public and as its author will see it."""

import pytest
from django.urls import reverse

from home.models import ContentNote
from tests.factories import make_person, make_story_with_author
from tests.workflows.review.roads import superuser
from workflows.people.enums import Role
from workflows.review.cases import page_of

pytestmark = pytest.mark.django_db
WORDS = "The bus was late."
AUTHORS = "Here the author answers"


@pytest.fixture
def story():
    """A story at Prepare."""
    return page_of(make_story_with_author(until="prepare"))


def preview(client, story, **mode):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    client.post(address, {"pull": "", "picture": "", "picture_alt": "", "notes": ["anxiety"], "tags": []})
    return client.get(address, mode, follow=True).text


def test_an_editor_chooses_between_the_two(client, story):
    client.force_login(make_person(Role.EDITOR))
    ContentNote.objects.create(key="anxiety", text="mentions of worry")
    html = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).text
    assert ("As the public sees it" in html, "As its author sees it" in html) == (True, True)
    public, authors = preview(client, story), preview(client, story, mode="author")
    assert (WORDS in public, AUTHORS in public) == (True, False)
    assert (WORDS in authors, AUTHORS in authors, "mentions of worry" in authors) == (True, True, True)
    assert "<form" not in authors.split("<main")[1]


@pytest.mark.parametrize("mode", ["", "author"])
@pytest.mark.parametrize("role", [role for role in Role if role != Role.EDITOR] + [None])
def test_nobody_else_previews_a_story(client, story, role, mode):
    client.force_login(make_person(role) if role else superuser())
    html = preview(client, story, mode=mode)
    assert (WORDS in html, AUTHORS in html) == (False, False)


def test_a_preview_keeps_what_the_editor_was_to_be_told(client, story):
    client.force_login(make_person(Role.EDITOR))
    address = reverse("story_suggest", args=[story.pk, story.paragraphs[1][0]])
    words = {"before": story.paragraphs[1][1], "after": "Mine.", "reason": "Why.", "kind": "suggestion"}
    client.post(address, words)
    preview(client, story, mode="author")
    assert "The author will decide." in client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).text
