"""Who reads what, as staff see it: by role, without a word of a story and without anybody's private reasons."""

import pytest
from django.urls import reverse

from tests.factories import make_person, make_story_being_read
from workflows.people.actions import avoid_subjects
from workflows.people.enums import Role
from workflows.people.models import Champion
from workflows.review.actions import give_back
from workflows.review.enums import ReadingState
from workflows.review.models import Placement, Reading, StepState
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .desks import make_learner, own_profile

pytestmark = pytest.mark.django_db
READERS = reverse("review:readers")


@pytest.fixture
def keeper(client):
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


def main_of(answer) -> str:
    return answer.text.split("<main")[1].split("</main>")[0]


def address(name, page):
    return reverse(f"review:{name}", args=[page.case])


def test_staff_see_who_carries_what_and_no_word_of_a_story(client, keeper):
    make_story_being_read()
    html = main_of(client.get(READERS))
    for champion in Champion.objects.all():
        assert f"With {champion.person} until" in html
    for private in ("bus stop question", "Kilbrannoch", "16 or 17"):
        assert private not in html


def test_a_story_without_readers_and_a_near_promise_are_named(client, keeper):
    make_story_being_read(champions=1)
    html = main_of(client.get(READERS))
    assert "No free reader since" in html
    assert "The promise is near" not in html

    StepState.objects.update(due_on=Reading.objects.get().offered_at.date())
    assert "The promise is near" in main_of(client.get(READERS))


@pytest.mark.parametrize("stories", [1, 3, 50])
def test_the_page_asks_the_database_as_often_for_one_story_as_for_fifty(
    client, keeper, stories, django_assert_num_queries
):
    make_learner()
    for _number in range(2):
        own_profile(make_person(Role.CHAMPION), weekly_limit=99)
    for _number in range(stories):
        make_story_being_read(champions=0)
    client.get(READERS)
    with django_assert_num_queries(13):
        html = client.get(READERS).text
    assert html.count("Who, and why") == stories


def test_one_story_says_why_each_reader_and_why_nobody_else(client, keeper):
    page = make_story_being_read()
    resting, avoiding, unmarked = (make_person(Role.CHAMPION) for _number in range(3))
    own_profile(resting, paused=True)
    avoid_subjects(person=avoiding, keys=["note:self-harm"])
    unmarked.qualifications.all().delete()
    html = main_of(client.get(address("one_story", page)))
    assert html.count("Asked because 2 readers were free") == 2
    assert f"{resting}: not available." in html
    assert f"{unmarked}: not qualified for this story today." in html
    for private in ("break", "self-harm", "rather not", "Kilbrannoch"):
        assert private not in html


def test_why_a_reading_was_given_back_is_told_to_no_one(client, keeper):
    page = make_story_being_read()
    first, second = Reading.objects.filter(case=page.case)
    give_back(reading=first, person=first.champion, state=ReadingState.STEPPED_AWAY)
    give_back(reading=second, person=second.champion, state=ReadingState.HANDED_BACK)
    html = main_of(client.get(address("one_story", page)))
    for reading in (first, second):
        assert f"{reading.champion}: was asked for this story already." in html
    for private in ("handed back", "stepped", "know who"):
        assert private not in html


def test_safeguarding_asks_somebody_else_with_a_reason(client, keeper):
    page = make_story_being_read()
    third = make_person(Role.CHAMPION)
    first = Reading.objects.filter(case=page.case).first()
    data = {"instead_of": str(first.pk), "reader": third.pk, "reason": "She is ill.", "seen": 2}
    answer = client.post(address("place", page), data, follow=True)
    assert f"{third} is asked to read it." in answer.text
    assert f"asked {third} instead of {first.champion}." in main_of(answer)
    assert "She is ill." in main_of(answer)


def test_without_a_reason_nothing_is_done_and_the_form_says_so(client, keeper):
    page = make_story_being_read()
    make_person(Role.CHAMPION)
    answer = client.post(address("place", page), {"instead_of": "more", "reason": " ", "seen": 2})
    assert "Please say why, in a few words." in answer.text
    assert not Placement.objects.exists()


@pytest.mark.parametrize(
    "data", [{"instead_of": ""}, {"instead_of": "x"}, {"reader": "x"}, {"reader": "99999"}, {"seen": "x"}]
)
def test_a_choice_nobody_offered_is_refused(client, keeper, data):
    page = make_story_being_read()
    answer = client.post(address("place", page), {"instead_of": "more", "reason": "Why.", "seen": 2} | data)
    assert answer.status_code == 200
    assert not Placement.objects.exists()


def test_an_old_screen_is_explained_and_its_reason_given_back(client, keeper):
    page = make_story_being_read()
    for _number in range(2):
        make_person(Role.CHAMPION)
    for _press in range(2):
        answer = client.post(address("place", page), {"instead_of": "more", "reason": "She is ill.", "seen": 2})
    assert (answer.status_code, Placement.objects.count()) == (409, 1)
    assert "She is ill." in answer.text


def test_a_paused_story_is_not_given_to_anybody(client, keeper):
    page = make_story_being_read()
    make_person(Role.CHAMPION)
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    assert (
        client.post(address("place", page), {"instead_of": "more", "reason": "She is ill.", "seen": 2}).status_code
        == 409
    )


def test_a_story_that_is_not_being_read_has_no_such_page(client, keeper):
    missing = reverse("review:one_story", args=["00000000-0000-0000-0000-000000000001"])
    assert client.get(missing).status_code == 404


def test_editors_see_it_and_decide_nothing(client):
    page = make_story_being_read()
    make_person(Role.CHAMPION)
    learner = make_learner()
    Placement.objects.create(case=page.case, reason="Between us.")
    client.force_login(make_person(Role.EDITOR))
    assert client.get(READERS).status_code == 200
    html = main_of(client.get(address("one_story", page)))
    assert "Ask somebody" not in html
    assert "Between us." not in html
    assert "Counts from now on" not in main_of(client.get(READERS))
    assert client.post(address("place", page), {"reason": "Why.", "seen": 2}).status_code == 403
    assert client.post(reverse("review:learned", args=[learner.champion.pk])).status_code == 403


def test_safeguarding_says_that_somebody_has_learned_it(client, keeper):
    learner = make_learner()
    answer = client.post(reverse("review:learned", args=[learner.champion.pk]), follow=True)
    assert f"{learner} counts as a reader from now on." in answer.text
    assert not Champion.objects.get(person=learner).learning


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.TRANSLATOR, Role.DELIVERY, Role.ADMINISTRATOR])
def test_others_see_nothing_of_it(client, role):
    page = make_story_being_read()
    names = [champion.person.first_name for champion in Champion.objects.all()]
    client.force_login(make_person(role, name="Somebody"))
    for where in (READERS, address("one_story", page)):
        answer = client.get(where)
        assert answer.status_code == 403
        assert not [name for name in names if name in answer.text]
