"""What a page tells of its making: by its author's sealed tick and their standing yes, and at once by their no."""

import pytest

from stories.models import StoryPage
from stories.uses import say_no
from tests.factories import make_public_story, make_wording
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.review.answering import tell_details
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import Answer
from workflows.review.errors import Frozen, Late, NotSealed, Stale
from workflows.review.models import Seal
from workflows.review.telling import page_with_details, tell_on_page

from .room import ROOM, answer_all, enter, freeze, post, publish, say_yes
from .room import make_story_with_author as with_author

pytestmark = pytest.mark.django_db
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")
TOLD = "One suggestion was made; the author used 1 of them."
TELL = "/en/my-story/uses/tell/"


def story(case):
    return StoryPage.objects.get(translation_key=case)


@pytest.fixture
def case():
    return published(details=False)


def published(*, details: bool):
    """Bring a story with one used suggestion to the world, telling details or not."""
    from datetime import timedelta

    import time_machine

    from tests.stories.room import set_day
    from workflows.review.actions import publish_due

    case = with_author(CLUB)
    answer_all(case, Answer.USE)
    if details:
        tell_details(case=case, wording=make_wording(Use.DETAILS))
    say_yes(case)
    with time_machine.travel(set_day(case) + timedelta(minutes=1)):
        assert publish_due(case=case)
    return case


def wording():
    return make_wording(Use.DETAILS)


def test_a_no_takes_the_details_off_the_page_at_once_and_a_yes_brings_them_back_unsealed_anew(client):
    case = published(details=True)
    assert TOLD in client.get(story(case).url).text
    say_no(case=case, use=Use.DETAILS)
    page = client.get(story(case).url)
    assert (page.status_code, TOLD in page.text) == (200, False)
    tell_on_page(case=case, digest=page_with_details(case).digest(), wording=wording())
    assert TOLD in client.get(story(case).url).text
    assert Seal.objects.filter(case=case).count() == 1


def test_a_yes_alone_tells_nothing_without_the_sealed_tick(client, case):
    Consent.objects.create(case=case, use=Use.DETAILS, wording=wording())
    assert TOLD not in client.get(story(case).url).text


def test_telling_more_later_is_the_authors_own_press_on_what_will_be_told(client, case):
    enter(client, case)
    shown = client.get(TELL)
    assert TOLD in shown.text
    assert TOLD not in client.get(story(case).url).text
    post(client, "tell", {"digest": shown.context["digest"], "wording": wording().pk})
    page = story(case)
    assert TOLD in client.get(page.url).text
    assert page.is_public()
    assert page.sealed_with == shown.context["digest"] == Seal.objects.filter(case=case).order_by("at").last().digest
    assert draft_of(page).digest() == page.digest()


@pytest.mark.parametrize("forged", [{"digest": "0" * 64}, {"wording": "0"}, {"digest": "", "wording": ""}])
def test_a_press_on_something_else_tells_nothing(client, case, forged):
    enter(client, case)
    data = {"digest": client.get(TELL).context["digest"], "wording": wording().pk}
    assert "This changed since you opened it." in post(client, "tell", data | forged).text
    assert not story(case).thread_details
    assert not Consent.objects.filter(case=case, use=Use.DETAILS).exists()


def test_while_another_draft_is_open_the_page_is_not_touched(client, case):
    digest = page_with_details(case).digest()
    draft = draft_of(page_of(case))
    draft.byline = "Kit"
    draft.save_revision()
    with pytest.raises(Late):
        tell_on_page(case=case, digest=digest, wording=wording())
    enter(client, case)
    assert client.get(TELL).headers["Location"] == ROOM


@pytest.mark.parametrize("before", ["nothing", "a draft"])
def test_what_is_not_out_tells_nothing(before):
    case = with_author() if before == "a draft" else "0" * 32
    with pytest.raises(Late):
        tell_on_page(case=case, digest="", wording=wording())


def test_a_paused_page_and_one_without_a_yes_to_publishing_stay_as_they_are(case):
    digest = page_with_details(case).digest()
    freeze(case)
    with pytest.raises(Frozen):
        tell_on_page(case=case, digest=digest, wording=wording())
    other = publish()
    say_no(case=other, use=Use.PUBLISH)
    with pytest.raises(NotSealed):
        tell_on_page(case=other, digest=page_with_details(other).digest(), wording=wording())
    assert not Consent.objects.filter(use=Use.DETAILS).exists()


def test_a_stale_page_is_refused():
    page = make_public_story()
    with pytest.raises(Stale):
        tell_on_page(case=page.case, digest=page.digest(), wording=wording())


def test_a_language_without_words_for_it_leads_back(client, case):
    enter(client, case)
    assert client.get(TELL.replace("/en/", "/gd/")).headers["Location"] == "/gd/my-story/uses/"


def test_uses_lead_to_where_details_are_decided(client, case):
    enter(client, case)
    assert TELL in client.get("/en/my-story/uses/").text
    assert post(client, "uses", {"use": "details", "answer": "yes"}).headers["Location"] == TELL
