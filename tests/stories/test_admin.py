"""A story in the Wagtail admin: editors prepare it, and the words stay the author's. Requirement 49."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from home.lists import reasons_in
from home.models import ContentNote
from stories.actions import accept
from stories.models import StoryPage
from tests.factories import make_person, make_submission
from workflows.people.enums import Band, Role
from workflows.review.actions import cast_vote
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Verdict
from workflows.review.models import AuthorSealTask, Reading, Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_person(Role.EDITOR)


@pytest.fixture
def story():
    """A story that both champions said yes to: it is at Prepare."""
    keeper = make_person(Role.SAFEGUARDING)
    for _number in range(2):
        make_person(Role.CHAMPION)
    story = accept(case=make_submission(band=Band.B16_17).case, person=keeper)
    digest = draft_of(story).words_digest()
    for reading in Reading.objects.filter(case=story.case):
        cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.FINE)
    return story


def edit_url(story):
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def test_editor_sees_the_words_and_no_field_for_them(client, editor, story):
    client.force_login(editor)
    html = client.get(edit_url(story)).content.decode()
    assert "The bus was late." in html
    assert 'name="headline"' not in html
    assert 'name="body-count"' not in html
    assert 'name="byline"' not in html


def test_forged_words_in_a_post_change_nothing(client, editor, story):
    client.force_login(editor)
    before = draft_of(story).words_digest()
    ContentNote.objects.create(key="anxiety", text="anxiety")
    data = {"headline": "Forged", "byline": "Forged", "body": "[]", "title": "Forged", "slug": "forged"}
    client.post(
        edit_url(story), data | {"notes": ["anxiety"], "pull": "", "picture": "", "picture_alt": "", "tags": ""}
    )
    draft = draft_of(StoryPage.objects.get(pk=story.pk))
    assert draft.words_digest() == before
    assert draft.slug == story.slug
    assert draft.notes == ["anxiety"]


def test_a_quotation_must_stand_in_the_words(client, editor, story):
    client.force_login(editor)
    response = client.post(
        edit_url(story), {"pull": "It was never said.", "picture": "", "picture_alt": "", "tags": ""}
    )
    assert "do not stand in the story" in response.content.decode()


def test_editor_suggests_and_hands_over(client, editor, story):
    client.force_login(editor)
    key, text = story.paragraphs[1]
    url = reverse("story_suggest", args=[story.pk, key])
    assert text in client.get(url).content.decode()
    client.post(
        url, {"before": text, "after": "My coach never asked.", "reason": "It names a club.", "kind": "suggestion"}
    )
    assert Suggestion.objects.get().made_by == editor
    step = step_of(story.case)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "ready", step.pk]))
    assert isinstance(step_of(story.case).task.specific, AuthorSealTask)


def test_an_editor_gives_a_reason_from_the_list_of_the_readers(client, editor, story):
    client.force_login(editor)
    key, text = story.paragraphs[1]
    url, listed = reverse("story_suggest", args=[story.pk, key]), reasons_in("en")[0]
    assert listed in client.get(url).text
    data = {"before": text, "after": "My coach never asked.", "kind": "suggestion"}
    assert "Select a valid choice" in client.post(url, data | {"listed": "Because."}).text
    client.post(url, data | {"listed": listed, "reason": "It names a club."})
    assert Suggestion.objects.get().reason == f"{listed}\nIt names a club."


def test_a_stale_suggestion_is_explained_and_given_back(client, editor, story):
    client.force_login(editor)
    url = reverse("story_suggest", args=[story.pk, story.paragraphs[1][0]])
    data = {"before": "Other words", "after": "Mine", "reason": "Why", "kind": "suggestion"}
    html = client.post(url, data).content.decode()
    assert "This has changed since you opened it" in html
    assert "Mine" in html


def test_a_paragraph_that_is_not_there_is_not_found(client, editor, story):
    client.force_login(editor)
    url = reverse("story_suggest", args=[story.pk, "no-such"])
    assert client.get(url, follow=True).status_code == 404


def test_preview_shows_the_page(client, editor, story):
    client.force_login(editor)
    client.post(reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk]), {"pull": "", "tags": ""})
    html = client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])).content.decode()
    assert "The bus was late." in html


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.SAFEGUARDING, Role.TRANSLATOR, Role.ADMINISTRATOR, None])
def test_nobody_else_opens_the_editor(client, story, role):
    person = make_person(role, is_superuser=role is None)
    client.force_login(person)
    response = client.get(edit_url(story))
    assert b"The bus was late." not in response.content
    assert response.status_code == 302
    if role != Role.SAFEGUARDING:
        assert client.get(reverse("story_suggest", args=[story.pk, "headline"])).status_code in (302, 403)


def test_safeguarding_suggests_from_intake_while_champions_read_and_editors_prepare(client, story):
    keeper = make_person(Role.SAFEGUARDING)
    client.force_login(keeper)
    key, text = story.paragraphs[1]
    url = reverse("story_suggest", args=[story.pk, key])
    assert url in client.get(reverse("stories:intake_story", args=[story.case])).content.decode()
    data = {"before": text, "after": "My coach never asked.", "reason": "It names a club.", "kind": "must"}
    answer = client.post(url, data)
    assert answer["Location"] == reverse("stories:intake_story", args=[story.case])
    assert Suggestion.objects.get().made_by == keeper
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    assert client.get(url).status_code in (302, 403)
    assert url not in client.get(reverse("stories:intake_story", args=[story.case])).content.decode()


def test_safeguarding_without_the_mark_suggests_nothing(client, story):
    client.force_login(make_person(Role.SAFEGUARDING, pvg=False))
    assert client.get(reverse("story_suggest", args=[story.pk, "headline"])).status_code in (302, 403)


def test_editor_without_the_pvg_mark_does_not_read_an_under_18_story(client, story):
    client.force_login(make_person(Role.EDITOR, pvg=False))
    assert b"The bus was late." not in client.get(edit_url(story), follow=True).content


def test_editor_sets_the_day_in_the_admin(client, editor, story):
    client.force_login(editor)
    step = step_of(story.case)
    step.task.specific.on_action(step, editor, "ready")
    from workflows.review.actions import seal

    seal(case=story.case, digest=draft_of(page_of(story.case)).digest())
    step = step_of(story.case)
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "schedule", step.pk])
    soon = (timezone.localtime() + datetime.timedelta(hours=2)).strftime("%Y-%m-%d %H:%M")
    client.post(url, {"day": soon})
    step.refresh_from_db()
    assert step.publish_on is None
    later = timezone.localtime() + datetime.timedelta(hours=30)
    client.post(url, {"day": later.strftime("%Y-%m-%d %H:%M")})
    step.refresh_from_db()
    assert timezone.localtime(step.publish_on).hour == later.hour
    assert "locked" in client.get(edit_url(story)).content.decode().lower()


def test_a_part_of_several_lines_takes_a_suggestion_and_a_quotation(client, editor):
    """Browsers send two signs for one end of line; the words are stored with one."""
    keeper = make_person(Role.SAFEGUARDING)
    for _number in range(2):
        make_person(Role.CHAMPION)
    story = accept(case=make_submission(words="One line,\nand another.\n\nThe end.").case, person=keeper)
    digest = draft_of(story).words_digest()
    for reading in Reading.objects.filter(case=story.case):
        cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.FINE)
    client.force_login(editor)
    data = {"before": "One line,\r\nand another.", "after": "One\r\nline.", "reason": "Shorter.", "kind": "suggestion"}
    client.post(reverse("story_suggest", args=[story.pk, story.paragraphs[0][0]]), data)
    suggestion = Suggestion.objects.get(case=story.case)
    assert (suggestion.before, suggestion.after) == ("One line,\nand another.", "One\nline.")
    quotation = {"notes": [], "pull": "One line,\r\nand another.", "picture": "", "picture_alt": "", "tags": ""}
    client.post(edit_url(story), quotation)
    assert draft_of(page_of(story.case)).pull == "One line,\nand another."
