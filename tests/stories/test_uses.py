"""Each use on its own switch: a yes and a no count at once, and a page without a yes to publishing is gone.

Requirement 4.
"""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from stories.enums import State
from stories.models import Gone, StoryPage
from stories.status import Place, status_of
from stories.submission import Submission
from stories.uses import renew, say_no, say_yes
from tests.factories import make_submission, make_wording
from workflows.privacy.enums import LATER, Use
from workflows.privacy.models import Consent, ConsentWording
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .room import ROOM, enter, freeze, post, publish, text_of

pytestmark = pytest.mark.django_db
USES = "/en/my-story/uses/"
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")


def standing(case):
    return set(Consent.objects.standing().filter(case=case).values_list("use", flat=True))


def press(client, use, answer, **more):
    data = {"use": use, "answer": answer, "wording": make_wording(use).pk, **more}
    return post(client, "uses", data, follow=True)


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def address(case):
    return StoryPage.objects.get(translation_key=case).url


@pytest.mark.parametrize("use", [use for use in LATER if use != Use.DETAILS])
def test_a_switch_counts_at_once_both_ways_and_touches_no_other(client, use):
    case = make_submission().case
    enter(client, case)
    assert f"You said yes to: {use.label}." in text_of(press(client, use, "yes"))
    assert standing(case) == {Use.HEALTH, Use.PUBLISH, use}
    assert f"You said no to: {use.label}." in text_of(press(client, use, "no"))
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}


def test_yes_and_no_have_one_weight_and_nothing_is_chosen_before(client):
    enter(client, make_submission().case)
    page = client.get(USES).text
    assert page.count('<button class="btn plain" name="answer" value="yes"') == len(Use) - 2
    assert page.count('<button class="btn plain" name="answer" value="no"') == len(Use) - 2
    assert "checked" not in page
    assert text_of(client.get(USES)).count("Now: yes") == 2


def test_words_of_a_use_say_what_ending_it_does_and_which_version_they_are(client):
    enter(client, make_submission().case)
    said = text_of(client.get(USES))
    wording = make_wording(Use.PACK)
    assert f"{wording.text} If you change your mind: {wording.ending} Now: no These words are version 1." in said


def test_a_yes_to_words_that_were_replaced_meanwhile_is_asked_again(client):
    case = make_submission().case
    enter(client, case)
    old = make_wording(Use.PACK)
    make_wording(Use.PACK, version=2)
    page = press(client, Use.PACK, "yes", wording=old.pk)
    assert "We changed these words since you opened the page." in text_of(page)
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}


@pytest.mark.parametrize("wording", ["", "x", "٣", "-1", "9" * 30, "0"])
@pytest.mark.parametrize("use", ["pack", "publish", "nothing", "", "PACK\x01"])
def test_a_forged_press_changes_nothing(client, use, wording):
    case = make_submission().case
    say_no(case=case, use=Use.PUBLISH)
    enter(client, case)
    assert post(client, "uses", {"use": use, "answer": "yes", "wording": wording}).status_code in (200, 400)
    assert standing(case) == {Use.HEALTH}


def test_the_wording_of_another_use_is_no_yes(client):
    case = make_submission().case
    with pytest.raises(Stale):
        say_yes(case=case, use=Use.PACK, wording=make_wording(Use.PRESS).pk)
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}


def test_a_use_nobody_can_be_asked_about_in_this_language_is_a_no(client):
    enter(client, make_submission().case)
    page = client.get(USES.replace("/en/", "/gd/")).text
    assert page.count('name="use" value="publish"') == 1  # what was agreed to is shown in the words agreed to
    assert 'name="use" value="pack"' not in page


def test_ending_the_yes_to_health_is_taking_back(client):
    case = make_submission().case
    enter(client, case)
    assert "/en/my-story/take-back/" in client.get(USES).text
    press(client, Use.HEALTH, "no")
    with pytest.raises(Refused):
        say_no(case=case, use=Use.HEALTH)
    assert Use.HEALTH in standing(case)


def test_a_page_whose_author_says_no_to_publishing_is_gone_at_once_and_back_with_their_yes(client):
    case = publish()
    url = address(case)
    other = publish()
    freeze(other)
    enter(client, case)
    press(client, Use.PUBLISH, "no")
    gone = client.get(url)
    assert gone.status_code == 410
    assert gone.content == client.get(address(other)).content
    assert list(StoryPage.objects.public()) == []
    assert not Gone.objects.exists()
    assert place(case) == Place.NOT_AGREED
    press(client, Use.PUBLISH, "yes")
    assert client.get(url).status_code == 200
    assert place(case) == Place.PUBLISHED


@pytest.mark.parametrize("path", ["/en/stories/", "/en/feed/", "/sitemap.xml", "/en/search/?q=question"])
def test_no_list_names_a_page_without_a_yes_to_publishing(client, path):
    case = publish()
    page = StoryPage.objects.get(translation_key=case)
    get_search_backend().add(page)  # the task that does so is run by hand in the suite
    slug = page.slug
    assert slug in client.get(path).text
    say_no(case=case, use=Use.PUBLISH)
    assert slug not in client.get(path).text


def test_the_room_says_that_the_yes_has_ended_and_asks_again(client):
    case = publish()
    say_no(case=case, use=Use.PUBLISH)
    enter(client, case)
    room = text_of(client.get(ROOM))
    assert "Your yes to publishing has ended" in room
    assert "Do you want your story here again?" in room
    post(client, "longer", {"answer": "yes", "wording": make_wording(Use.PUBLISH).pk})
    assert place(case) == Place.PUBLISHED


def test_a_story_before_its_page_stops_without_a_yes_to_publishing(client):
    case = make_submission().case
    say_no(case=case, use=Use.PUBLISH)
    assert place(case) == Place.NOT_AGREED
    declined = make_submission(state=State.DECLINED).case
    say_no(case=declined, use=Use.PUBLISH)
    assert place(declined) == Place.NOT_PUBLISHED


def test_a_paused_story_takes_a_no_and_no_yes(client):
    case = make_submission().case
    say_yes(case=case, use=Use.PACK, wording=make_wording(Use.PACK).pk)
    raise_concern(case=case, raised_by=RaisedBy.AUTHOR)
    enter(client, case)
    post(client, "uses", {"use": "pack", "answer": "no"})
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}
    assert post(client, "uses", {"use": "press", "answer": "yes"}).headers["Location"] == ROOM
    with pytest.raises(Frozen):
        say_yes(case=case, use=Use.PRESS, wording=make_wording(Use.PRESS).pk)
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}


@pytest.mark.parametrize("state", ["draft", "taken back"])
def test_there_is_no_yes_before_sending_or_after_taking_back(state):
    case = make_submission(state=State.DRAFT if state == "draft" else State.SENT).case
    if state == "taken back":
        Submission.objects.filter(case=case).update(taken_back_at=timezone.now())
    for act in (lambda: say_yes(case=case, use=Use.PACK, wording=1), lambda: renew(case=case, wording=1)):
        with pytest.raises(Late):
            act()


def test_three_later_yeses_take_as_many_questions_of_the_database_as_one(client, django_assert_max_num_queries):
    case = make_submission().case
    enter(client, case)
    client.get(USES)
    counts = []
    for uses in ((Use.PACK,), (Use.PRESS, Use.SOCIAL)):
        for use in uses:
            say_yes(case=case, use=use, wording=make_wording(use).pk)
        with django_assert_max_num_queries(40) as asked:
            client.get(USES)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_details_are_decided_on_the_page_and_not_by_a_switch(client):
    case = make_submission().case
    enter(client, case)
    press(client, Use.DETAILS, "yes")
    assert standing(case) == {Use.HEALTH, Use.PUBLISH}


def test_a_copy_of_what_was_agreed_names_dates_and_versions_and_nothing_else_of_the_story(client):
    submission = make_submission()
    consent = Consent.objects.get(case=submission.case, use=Use.PUBLISH)
    Consent._base_manager.filter(pk=consent.pk).update(ends_on=datetime.date(2031, 5, 4))
    say_yes(case=submission.case, use=Use.PACK, wording=make_wording(Use.PACK).pk)
    say_no(case=submission.case, use=Use.PACK)
    enter(client, submission.case)
    page = client.get("/en/my-story/uses/copy/")
    said = text_of(page)
    for part in (consent.wording.text, "to version 1 of these words. It holds until 4 May 2031.", "It ended on"):
        assert part in said
    for part in (str(submission.case), submission.headline, "author@example.org", "Kilbrannoch"):
        assert part not in page.text


def test_a_renewed_yes_has_the_words_and_the_last_day_of_today(client):
    submission = make_submission()
    newest = make_wording(Use.PUBLISH, version=2)
    enter(client, submission.case)
    old = Consent.objects.get(case=submission.case, use=Use.PUBLISH)
    Consent._base_manager.filter(pk=old.pk).update(ends_on=timezone.localdate() + datetime.timedelta(days=9))
    room = text_of(client.get(ROOM))
    assert "Do you still want your story here?" in room
    assert f"These words are new since you said yes: {newest.text}" in room
    said = text_of(post(client, "longer", {"answer": "yes", "wording": old.wording_id}, follow=True))
    assert "We changed these words since you opened the page." in said
    post(client, "longer", {"answer": "yes", "wording": newest.pk})
    new = Consent.objects.standing().get(case=submission.case, use=Use.PUBLISH)
    assert (new.wording, new.ends_on.year - timezone.localdate().year, new.asked_again) == (newest, 2, False)
    assert "Do you still want your story here?" not in text_of(client.get(ROOM))


def test_a_no_to_longer_changes_nothing_today(client):
    case = make_submission().case
    before = list(Consent.objects.values())
    enter(client, case)
    assert "Nothing changes today." in text_of(post(client, "longer", {"answer": "no"}, follow=True))
    assert list(Consent.objects.values()) == before


def test_a_yes_that_ends_soon_is_asked_about_in_a_language_that_has_no_words_yet(client):
    case = make_submission().case
    Consent._base_manager.filter(case=case, use=Use.PUBLISH).update(ends_on=timezone.localdate())
    enter(client, case)
    page = client.get(ROOM.replace("/en/", "/gd/"))
    assert ConsentWording.objects.current("gd") == {}
    assert 'name="wording"' not in page.text


def test_a_yes_far_from_its_end_is_not_asked_about(client):
    case = make_submission().case
    Consent._base_manager.filter(case=case).update(ends_on=timezone.localdate() + datetime.timedelta(days=43))
    enter(client, case)
    assert "Do you still want your story here?" not in text_of(client.get(ROOM))
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        enter(client, case)
        assert "Do you still want your story here?" in text_of(client.get(ROOM))
