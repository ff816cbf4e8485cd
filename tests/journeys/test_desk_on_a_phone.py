"""Champions on a phone without JavaScript: one learns, one hands back, one may know the author, one reads third."""

import pytest
from django.urls import reverse

from tests.answered import found_for
from tests.factories import make_person, make_plea, make_story_being_read
from tests.journeys.hands import PhoneHands
from tests.workflows.review.desks import make_learner
from workflows.people.confiding import write_on_line
from workflows.people.enums import Role
from workflows.review.actions import cast_vote
from workflows.review.cases import step_of
from workflows.review.enums import Answer, ReadingState, Verdict
from workflows.review.models import PrepareTask, Reading, Suggestion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "java_script_enabled": False}
DESK = "/en/desk/"


def look_away(page):
    """Stand in for axe on pages that other tests have shown to it."""


@pytest.fixture
def someone(live_server, new_context, axe):
    def come(person, looks=look_away, **how):
        hands = PhoneHands(new_context(**PHONE, **how).new_page(), live_server.url, looks, set())
        hands.come_in_as(person)
        return hands

    return come


def answer(champion, verdict):
    for group in champion.page.get_by_label("Nothing here").all():
        group.check()
    champion.choose(verdict)
    champion.press("Send my answer")


def test_a_learner_reads_beside_the_others_and_counts_for_nothing(someone):
    learner = make_learner()
    story = make_story_being_read()
    champion = someone(learner)
    champion.go(DESK)
    assert "What you say is kept, and does not count yet." in champion.text()
    champion.press("Open")
    assert "My coach at Kilbrannoch club never asked." in champion.text()
    answer(champion, "Fine as it is")
    assert "Thank you for reading." in champion.text()
    reading = Reading.objects.get(champion=learner)
    assert (reading.beside, reading.vote.verdict) == (True, Verdict.FINE)
    assert Reading.objects.held().counted().filter(case=story.case).count() == 2


def test_one_story_is_handed_back_and_from_another_a_champion_steps_away(someone, axe):
    person = make_person(Role.CHAMPION)
    for others in (1, 0):  # nobody else is there who could be asked instead
        make_story_being_read(champions=others)
    first, second = Reading.objects.for_reader(person).order_by("due_on", "offered_at")
    for _other in range(2):
        make_person(Role.CHAMPION)
    champion = someone(person)
    champion.go(DESK)
    champion.press("Hand back")
    assert "Somebody else will read it, and nobody is told why." in champion.text()
    champion.press("Open")
    champion.press("I think I know who this is")
    assert "You don’t have to be sure." in champion.text()
    axe(champion.page)
    champion.press("Step away from this story")
    assert "Nothing is waiting for you today." in champion.text()
    states = [Reading.objects.get(pk=reading.pk).state for reading in (first, second)]
    assert states == [ReadingState.HANDED_BACK, ReadingState.STEPPED_AWAY]
    for reading in (first, second):
        others = Reading.objects.held().filter(case=reading.case).exclude(champion=person)
        assert others.count() == 2


def test_after_one_not_now_a_third_reader_decides(someone):
    story = make_story_being_read()
    third = make_person(Role.CHAMPION)
    for reading, verdict in zip(Reading.objects.filter(case=story.case), (Verdict.FINE, Verdict.NOT_NOW), strict=True):
        found = found_for(verdict)
        cast_vote(reading=reading, person=reading.champion, digest=story.words_digest(), verdict=verdict, found=found)
    champion = someone(third)
    champion.go(DESK)
    champion.press("Open")
    assert "ot ready" not in champion.page.locator("article").inner_text()  # nobody sees what another said
    answer(champion, "Fine as it is")
    assert "Thank you for reading." in champion.text()
    assert isinstance(step_of(story.case).task.specific, PrepareTask)


def test_a_part_its_author_would_keep_is_let_stay_in_the_dark_and_from_right_to_left(someone, axe):
    plea = make_plea()
    first, second = (asked.reader for asked in plea.readers.order_by("pk"))
    champion = someone(first, axe, color_scheme="dark")
    champion.go(DESK)
    champion.press("Open")
    champion.choose("Yes, it can stay")
    champion.press("Send my answer")
    assert "Nothing is waiting for you today." in champion.text()
    other = someone(second, axe)
    other.go(reverse("review:stay", args=[plea.readers.get(reader=second).pk]).replace("/en/", "/ar/"))
    other.page.locator("input[value=yes]").check()
    other.page.locator("main form .btn").first.click()
    other.page.wait_for_url("**/ar/desk/")
    assert Suggestion.objects.get(case=plea.case).answer == Answer.KEEP


def test_rooms_of_readers_and_of_care_in_the_dark_and_from_right_to_left(someone, axe):
    story = make_story_being_read()
    champion = someone(Reading.objects.filter(case=story.case).first().champion, axe, color_scheme="dark")
    write_on_line(person=make_person(Role.CHAMPION), text="It was a lot.")
    for path in ("care", "line", "choices", "hours"):
        champion.go(f"/ar/desk/{path}/")
        assert champion.page.locator("html").get_attribute("dir") == "rtl"
    keeper = someone(make_person(Role.SAFEGUARDING), axe, color_scheme="dark")
    for path in ("/ar/desk/readers/", f"/ar/desk/readers/{story.case}/", "/ar/desk/talks/"):
        keeper.go(path)
    team = someone(make_person(Role.DELIVERY), axe, color_scheme="dark")
    team.go("/ar/volunteers/")
