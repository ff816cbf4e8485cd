"""Words of concern in a story: help is shown, a way is asked for once more, it goes all the same, first in line.

Requirement 10.
"""

import pytest
from django.urls import reverse

from home.models import ConcernWord
from stories.actions import accept
from stories.enums import Reach, State
from stories.models import Submission
from stories.sending import AlreadySent, asked_for_a_way, save_answers, send_story
from tests.factories import make_person, make_story_being_read, make_submission
from tests.scan import find_in_database
from tests.stories.sharing import begin, fill, send, url, with_code, words
from workflows.people.enums import Role
from workflows.privacy.models import Letter
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
HARD = "Last winter I wanted to die.\n\nThen I told Gran."
HELP = "You don’t have to wait for us"
NOBODY = {"reach": "none"}


def text_of(answer) -> str:
    return answer.content.decode()


def test_help_is_shown_at_once_before_sending_and_after(client):
    begin(client)
    page = text_of(client.post(url("words"), words(words=HARD), follow=True))
    assert HELP in page
    assert "It is not perfect, and nobody watches it." in page
    assert 'href="tel:08001111"' in page.split(HELP)[1]
    send(client, words=words(words=HARD))
    assert HELP in text_of(client.get(url("sent")))


def test_other_stories_show_no_such_help(client):
    fill(client)
    assert HELP not in text_of(client.get(url("name"))) + text_of(client.get(url("check")))


def test_a_title_counts_and_taking_the_words_out_ends_it(client):
    draft = fill(client, words=words(headline="Suicidal"))
    assert draft.marked == {"words": ["suicidal"]}
    assert save_answers(case=draft.case, headline="Better").marked == {"words": []}


def test_other_answers_change_no_mark(client):
    draft = fill(client, words=words(words=HARD))
    ConcernWord.objects.all().delete()
    assert save_answers(case=draft.case, byline="x").marked == {"words": ["wanted to die"]}


def test_the_story_goes_all_the_same_with_what_the_list_says_then(client):
    ConcernWord.objects.create(phrase="told gran")
    story, _code = send(client, words=words(words=HARD))
    assert (story.state, story.words) == (State.SENT, HARD)
    assert story.marked == {"words": ["told gran", "wanted to die"]}


def test_no_mark_lies_in_plain_nor_goes_out_in_a_letter(client):
    make_person(Role.SAFEGUARDING)
    ConcernWord.objects.create(phrase="zebrafinch")
    send(client, words=words(words="A zebrafinch."))
    assert find_in_database("zebrafinch") == ["home_concernword.phrase"]
    assert set(Letter.objects.values_list("kind", flat=True)) == {"story_sent", "story_received"}


def test_who_left_no_way_is_asked_once(client):
    draft = fill(client, words=words(words=HARD), contact=NOBODY)
    assert client.post(url("check")).headers["Location"] == url("reach-you")
    page = text_of(client.get(url("reach-you")))
    assert "If you’re in danger, we’d want to be able to reach you." in page
    assert page.count('class="btn plain"') == 2
    assert client.post(url("reach-you"), {"do": "no"}).headers["Location"] == url("ten-words")
    assert Submission.objects.get(case=draft.case).marked["asked"] is True
    assert client.post(url("check")).headers["Location"] == url("ten-words")
    assert client.get(url("reach-you")).headers["Location"] == url("check")
    client.post(url("ten-words"), {"do": "send"})
    assert Submission.objects.get(case=draft.case).reach == Reach.NONE


def test_who_says_yes_adds_a_way_and_is_not_asked_again(client):
    draft = fill(client, words=words(words=HARD), contact=NOBODY)
    assert client.post(url("reach-you"), {"do": "add"}).headers["Location"] == url("contact")
    client.post(url("contact") + "?change", {"reach": "text", "text": "07700 900123"})
    save_answers(case=draft.case, words=HARD + " Truly.")
    assert client.post(url("check")).headers["Location"] == url("ten-words")


@pytest.mark.parametrize("answers", [{"contact": NOBODY}, {"words": words(words=HARD)}])
def test_nobody_else_is_asked(client, answers):
    fill(client, **answers)
    assert client.post(url("check")).headers["Location"] == url("ten-words")
    assert client.get(url("reach-you")).headers["Location"] == url("check")


def test_an_answer_that_is_neither_asks_again(client):
    fill(client, words=words(words=HARD), contact=NOBODY)
    assert "One more question" in text_of(client.post(url("reach-you"), {"do": "maybe"}))


def test_after_sending_nobody_is_asked(client):
    story, _code = send(client, words=words(words=HARD), contact=NOBODY)
    assert story.state == State.DRAFT
    client.post(url("reach-you"), {"do": "no"})
    client.post(url("ten-words"), {"do": "send"})
    assert client.get(url("reach-you")).headers["Location"] == url("sent")
    with pytest.raises(AlreadySent):
        asked_for_a_way(case=story.case)


def test_marked_stories_come_first_and_safeguarding_sees_why(client):
    first, marked = make_submission(), make_submission(words=HARD)
    Submission.objects.filter(case=first.case).update(due_on="2026-01-01")
    marked.marked = {"words": ["wanted to die"]}
    marked.save()
    client.force_login(make_person(Role.SAFEGUARDING))
    page = text_of(client.get(reverse("stories:intake")))
    places = [page.index(reverse("stories:intake_story", args=[one.case])) for one in (marked, first)]
    assert places == sorted(places)
    assert page.count("Words from the concern list") == 1
    assert "wanted to die" not in page
    assert "“wanted to die”" in text_of(client.get(reverse("stories:intake_story", args=[marked.case])))


def test_the_desk_never_shows_the_mark_and_acceptance_forgets_it(client):
    for _number in range(2):
        make_person(Role.CHAMPION)
    story = make_submission(words=HARD)
    story.marked = {"words": ["wanted to die"]}
    story.save()
    accept(case=story.case, person=make_person(Role.SAFEGUARDING))
    assert Submission.objects.get(case=story.case).marked == {}
    reading = Reading.objects.filter(case=story.case).first()
    client.force_login(reading.champion)
    pages = [client.get(reverse("review:desk")), client.get(reverse("review:reading", args=[reading.pk]))]
    assert ["concern list" in text_of(page) for page in pages] == [False, False]


def test_its_author_sees_what_was_marked(client):
    send(client, words=words(words=HARD))
    held = text_of(client.get(reverse("stories:everything")))
    assert "Words for which we showed you help" in held


def test_sending_marks_what_came_in_by_another_way(client):
    draft, _code = with_code(client)
    draft.words = HARD
    draft.save()
    assert send_story(case=draft.case).marked == {"words": ["wanted to die"]}
    assert make_story_being_read().live is False
