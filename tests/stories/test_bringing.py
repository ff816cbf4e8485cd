"""A story that safeguarding brings in for its author: from paper to ten words in the author's hand."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from stories.actions import accept, record_agreement, take_back
from stories.bringing import bring_story, hand_over, open_ten_words
from stories.codes import hash_code
from stories.enums import Appear, Brought, Reach, State
from stories.models import Submission
from stories.sending import TooYoung
from tests.factories import WORDS, make_brought_story, make_person, make_submission
from tests.scan import find_in_database
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark
from workflows.privacy.actions import erase
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import AccessLog, CaseKey, Consent, ConsentWording, Letter
from workflows.review.errors import Late, Refused

pytestmark = pytest.mark.django_db
BRING = "/en/desk/intake/bring/"
PAPER = datetime.date(2026, 11, 2)


def ticks() -> dict:
    return {use.value: ConsentWording.objects.get(use=use, language="en", version=1).pk for use in AT_SENDING}


def typed(**other) -> dict:
    given = {
        "case": str(uuid.uuid4()),
        "how": "post",
        "band": "16-17",
        "language": "pl",
        "headline": "A letter",
        "words": WORDS,
        "reach": "none",
        "paper_on": "2026-11-02",
    }
    return {**given, **dict.fromkeys(ticks(), "on"), **other}


def page_of(answer) -> str:
    return answer.content.decode()


def words_page(case) -> str:
    return reverse("stories:intake_ten_words", args=[case])


@pytest.fixture
def keeper(client):
    """Somebody of safeguarding, signed in."""
    person = make_person(Role.SAFEGUARDING)
    client.force_login(person)
    return person


def test_a_letter_becomes_a_story_that_waits_like_any_other(client, keeper):
    answer = client.post(BRING, typed(byline="Mirren", reach="call", value="01632 960123"))
    story = Submission.objects.get()
    assert answer.headers["Location"] == words_page(story.case)
    assert (story.state, story.band, story.language, story.words) == (State.SENT, "16-17", "pl", WORDS)
    assert (story.appear, story.byline, story.reach) == (Appear.CHOSEN, "Mirren", Reach.CALL)
    assert story.contact == {"value": "01632 960123"}
    assert (story.brought_by, story.brought_how, story.paper_on) == (keeper, Brought.POST, PAPER)
    assert AgeMark.of(story.case).band == Band.B16_17
    given = Consent.objects.standing().filter(case=story.case)
    assert {(one.use, one.wording_id, timezone.localdate(one.given_at)) for one in given} == {
        (use, pk, PAPER) for use, pk in ticks().items()
    }
    assert [letter.person for letter in Letter.objects.filter(kind="story_sent")] == [keeper]
    assert accept(case=story.case, person=keeper)


@pytest.mark.parametrize(
    ("paper_ends_on", "ends_on"),
    [(None, datetime.date(2031, 11, 2)), (datetime.date(2027, 5, 3), datetime.date(2027, 5, 3))],
)
def test_the_yes_to_publish_ends_as_the_paper_says_or_as_for_anybody(paper_ends_on, ends_on):
    story = make_brought_story(paper_on=PAPER, paper_ends_on=paper_ends_on)
    assert Consent.objects.get(case=story.case, use="publish").ends_on == ends_on
    assert Consent.objects.get(case=story.case, use="health").ends_on is None


def test_intake_says_that_it_was_brought_in_by_whom_and_how(client, keeper):
    story = make_brought_story(person=keeper, how=Brought.EARLIER, paper_ends_on=datetime.date(2031, 5, 3))
    assert "Brought in</span>" in page_of(client.get(reverse("stories:intake")))
    page = page_of(client.get(reverse("stories:intake_story", args=[story.case])))
    facts = ("An earlier story, from a former site", str(keeper), "Agreed on paper on", "It holds until 3 May 2031.")
    assert [fact for fact in facts if fact not in page] == []


def test_the_ten_words_are_printed_until_they_are_handed_over(client, keeper):
    story = make_brought_story(person=keeper)
    page = page_of(client.get(words_page(story.case)))
    assert [word for word in story.code.split() if f"<li>{word}</li>" not in page] == []
    assert "<title>Golden Thread</title>" in page
    assert AccessLog.objects.filter(case=story.case, person=keeper, what="ten words").count() == 1
    client.post(words_page(story.case))
    assert Submission.objects.get().code == ""
    again = client.get(words_page(story.case), follow=True)
    assert again.redirect_chain[0][0] == reverse("stories:intake_story", args=[story.case])
    assert "Nobody here knows them." in page_of(again)


def test_their_author_opens_my_story_with_them_and_takes_it_back(client, keeper):
    story = make_brought_story()
    assert story.code_hash == hash_code(story.code)
    client.logout()
    assert client.post("/en/my-story/", {"code": story.code}).headers["Location"] == "/en/my-story/room/"
    assert Submission.objects.get().code == ""
    assert "By post" in page_of(client.get(reverse("stories:everything")))
    take_back(case=story.case)
    assert not CaseKey.objects.filter(case=story.case).exists()


def test_the_same_press_twice_brings_one_story(client, keeper):
    data = typed()
    assert client.post(BRING, data).headers["Location"] == client.post(BRING, data).headers["Location"]
    assert Submission.objects.count() == 1
    assert Consent.objects.count() == 2


def test_a_key_of_another_story_or_of_an_erased_one_is_refused():
    other = make_submission(band=Band.ADULT).case
    with pytest.raises(Late):
        make_brought_story(case=other)
    erase(case=other)
    with pytest.raises(Late):
        make_brought_story(case=other)
    assert Submission.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"how": ""}, "how", "This is needed."),
        ({"band": "under-13"}, "band", "Select a valid choice. under-13 is not one of the available choices."),
        ({"paper_on": "2999-01-01"}, "paper_on", "This day is still to come. Check the paper."),
        ({"how": "earlier"}, "paper_ends_on", "Write until when their consent holds."),
        ({"paper_ends_on": "2020-01-01"}, "paper_ends_on", "This consent has ended. Ask the author again first."),
        ({"how": "earlier", "paper_ends_on": "soon"}, "paper_ends_on", "Enter a valid date."),
        ({"reach": "text"}, "value", "Write the number, address or person."),
        ({"reach": "email", "value": "a@"}, "value", "Write an email address in full, like name@example.org."),
        ({"reach": "text", "value": "x" * 201}, "value", "That is too long. Use 200 characters or fewer."),
        ({"health": ""}, "health", "Without this yes we may not bring it in."),
        ({"publish": ""}, "publish", "Without this yes we may not bring it in."),
        ({"words": ""}, "words", "This field is required."),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, keeper, changed, field, said):
    answer = client.post(BRING, typed(**changed))
    assert answer.context["form"].errors == {field: [said]}
    assert "A letter" in page_of(answer)
    assert Submission.objects.count() == 0


def test_nothing_is_ticked_or_chosen_beforehand(client, keeper):
    assert "checked" not in page_of(client.get(BRING)).split("<main")[1]


def test_under_18_needs_the_pvg_mark(client):
    person = make_person(Role.SAFEGUARDING, pvg=False)
    client.force_login(person)
    assert list(client.post(BRING, typed()).context["form"].errors) == ["band"]
    with pytest.raises(PermissionDenied):
        make_brought_story(person=person, band=Band.B16_17)
    assert client.post(BRING, typed(band="adult")).status_code == 302


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHAMPION, Role.ADMINISTRATOR])
def test_nobody_else_brings_prints_or_hands_over(role):
    story, person = make_brought_story(), make_person(role)
    with pytest.raises(PermissionDenied):
        make_brought_story(person=person)
    for act in (open_ten_words, hand_over):
        with pytest.raises(PermissionDenied):
            act(case=story.case, person=person)
    assert Submission.objects.get().code == story.code


def test_the_words_of_a_story_sent_by_its_author_are_never_printed(keeper):
    case = make_submission().case
    for act in (open_ten_words, hand_over):
        with pytest.raises(PermissionDenied):
            act(case=case, person=keeper)


def test_nobody_under_13_is_brought_in():
    with pytest.raises(TooYoung):
        make_brought_story(band=Band.UNDER_13)
    assert CaseKey.objects.count() == 0


def test_13_to_15_waits_for_an_adult_here_too(keeper):
    story = make_brought_story(band=Band.B13_15)
    with pytest.raises(Refused):
        accept(case=story.case, person=keeper)
    record_agreement(case=story.case, person=keeper, text="Her gran signed below.")
    assert accept(case=story.case, person=keeper)


def test_nothing_of_it_lies_in_plain_and_words_of_concern_count():
    story = make_brought_story(words="A zebrafinch. I wanted to die.")
    assert story.marked == {"words": ["wanted to die"]}
    assert find_in_database("zebrafinch") == []
    assert find_in_database(story.code) == []


def test_an_author_who_chose_email_hears_of_it():
    make_brought_story(reach=Reach.EMAIL, contact={"value": "author@example.org"})
    assert Letter.objects.get(kind="story_received").address == "author@example.org"


def test_bringing_says_what_it_needs():
    with pytest.raises(TypeError):
        bring_story(person=make_person(Role.SAFEGUARDING))
