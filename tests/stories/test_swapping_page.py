"""The page on which an author leaves a picture or recording out, or gives another."""

import pytest
from django.urls import reverse

from stories.enums import AttachedKind
from stories.models import Attachment
from tests.factories import make_story_with_author
from workflows.review.cases import draft_of, page_of

from .room import enter, post, text_of
from .samples import picture, upload

pytestmark = pytest.mark.django_db
PICTURE = "/en/my-story/change/picture/"


@pytest.fixture
def case(client):
    case = make_story_with_author(beside=list(AttachedKind))
    enter(client, case)
    return case


def test_one_press_leaves_it_out_and_one_puts_it_back(client, case):
    assert "See or change your picture" in client.get(reverse("stories:change")).text
    assert "It is left out." in post(client, "change_picture", {"do": "out"}, follow=True).text
    assert draft_of(page_of(case)).author_picture is None
    assert "Put back what was there" in client.get(PICTURE).text
    post(client, "change_picture", {"do": "back"})
    assert draft_of(page_of(case)).author_picture is not None


def test_another_is_made_anew_and_its_author_reads_who_has_it(client, case):
    data = {"file": upload(picture()), "text": "A drawing of mine."}
    assert "Our staff and one volunteer look at it" in post(client, "change_picture", data, follow=True).text
    assert "The new one is with our safeguarding staff." in text_of(client.get(PICTURE))
    assert Attachment.objects.filter(case=case, kind=AttachedKind.PICTURE).count() == 2
    assert client.get("/en/my-story/picture/").status_code == 200


def test_other_words_for_the_same_picture_are_read_as_well(client, case):
    assert "A red kite." in client.get(PICTURE).text
    post(client, "change_picture", {"text": "My red kite."})
    assert "with our safeguarding staff" in text_of(client.get(PICTURE))
    assert Attachment.objects.filter(case=case, kind=AttachedKind.PICTURE).count() == 1


def test_what_cannot_be_taken_is_explained(client, case):
    page = post(client, "change_picture", {"file": upload(b"no picture"), "text": "KEPTWORDS"})
    assert page.status_code == 200
    assert "KEPTWORDS" in page.text
    sound = post(client, "change_sound", {})
    assert "Select a recording" in text_of(sound)
    assert "Change the words on your page first" in text_of(sound)
