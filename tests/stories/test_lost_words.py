"""Lost words: hidden at once on a plausible claim; new words only after proof and 72 hours without an objection."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.actions import take_back
from stories.claims import (
    end_claim,
    forget_old_claims,
    give_new_words,
    hide_for_claim,
    make_claim,
    object_to_claim,
    open_claim,
    prove_claim,
)
from stories.codes import hash_code
from stories.enums import State
from stories.forms.traps import stamp
from stories.lost import Claim, ClaimState
from stories.models import StoryPage
from stories.submission import Submission
from tests.factories import make_person, make_public_story, make_submission
from tests.scan import find_in_database
from workflows.people.enums import Band, Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, CaseKey, Letter
from workflows.review.errors import Late, Refused
from workflows.safeguarding.actions import unfreeze
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

from .room import DOOR, ROOM, enter, keep_words, post, publish, text_of

pytestmark = pytest.mark.django_db
LOST = "/en/my-story/lost/"


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def claim_to(story=None, keeper=None, proved=False):
    claim = make_claim(remembered="A bus stop and a coach.", contact={"value": "01632 960111", "times": ""})
    if story:
        hide_for_claim(claim=claim, person=keeper, story=story)
    if proved:
        prove_claim(claim=claim, person=keeper, how="They told the whole story.")
    claim.refresh_from_db()
    return claim


def later(hours):
    return time_machine.travel(timezone.now() + datetime.timedelta(hours=hours))


def test_a_plausible_claim_hides_the_page_at_once_like_everything_gone(keeper):
    case, gone = publish(), publish()
    address, other = StoryPage.objects.get(translation_key=case).url, StoryPage.objects.get(translation_key=gone).url
    claim_to(case, keeper)
    take_back(case=gone)
    assert is_frozen(case)
    hidden = Client().get(address)
    assert (hidden.status_code, hidden.content) == (410, Client().get(other).content)
    assert Concern.objects.get().get_raised_by_display() == "somebody who lost their ten words"


def test_only_safeguarding_lifts_it(keeper):
    case = publish()
    claim_to(case, keeper)
    with pytest.raises(PermissionDenied):
        unfreeze(case=case, person=make_person(Role.EDITOR), outcome="Up again.")
    unfreeze(case=case, person=keeper, outcome="It was a mistake.")
    assert Client().get(StoryPage.objects.get(translation_key=case).url).status_code == 200


WRONG = {
    "a champion": lambda: make_person(Role.CHAMPION),
    "an editor": lambda: make_person(Role.EDITOR),
    "an administrator": lambda: make_person(Role.ADMINISTRATOR),
    "a superuser": lambda: make_person(is_superuser=True),
}


@pytest.mark.parametrize("who", WRONG.values(), ids=WRONG)
def test_nobody_else_reads_hides_proves_gives_or_ends(who, keeper):
    person, case = who(), make_submission().case
    fresh, proved = claim_to(), claim_to(case, keeper, proved=True)
    for deed in (
        lambda: open_claim(claim=fresh, person=person),
        lambda: hide_for_claim(claim=fresh, person=person, story=case),
        lambda: prove_claim(claim=fresh, person=person, how="Sure."),
        lambda: give_new_words(claim=proved, person=person),
        lambda: end_claim(claim=proved, person=person),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_young_authors_story_needs_the_mark(keeper):
    case, unmarked = make_submission(band=Band.B16_17).case, make_person(Role.SAFEGUARDING, pvg=False)
    with pytest.raises(PermissionDenied):
        hide_for_claim(claim=claim_to(), person=unmarked, story=case)
    assert not is_frozen(case)
    proved = claim_to(case, keeper, proved=True)
    with later(73), pytest.raises(PermissionDenied):
        give_new_words(claim=proved, person=unmarked)


@pytest.mark.parametrize(("hours", "given"), [(0, False), (71, False), (71.99, False), (72.01, True), (500, True)])
def test_new_words_come_72_hours_after_the_proof_and_not_before(keeper, hours, given):
    case = publish()
    keep_words(case)
    before = Submission.objects.get(case=case).code_hash
    claim = claim_to(case, keeper, proved=True)
    with later(hours):
        if given:
            words = give_new_words(claim=claim, person=keeper)
            assert Submission.objects.get(case=case).code_hash == hash_code(words)
        else:
            with pytest.raises(Refused, match="New words can be given from"):
                give_new_words(claim=claim, person=keeper)
            assert Submission.objects.get(case=case).code_hash == before


def test_new_words_open_the_door_the_old_ones_do_not_and_open_sessions_end(client, keeper):
    case = make_submission().case
    old = keep_words(case)
    enter(client, case)
    claim = claim_to(case, keeper, proved=True)
    with later(73):
        new = give_new_words(claim=claim, person=keeper)
        assert client.get(ROOM).headers["Location"] == DOOR
        assert "We don’t know these ten words." in Client().post(DOOR, {"code": old}).text
        assert Client().post(DOOR, {"code": new}).headers["Location"] == ROOM
    assert find_in_database(new) == []
    assert is_frozen(case)


def test_the_old_contact_hears_of_the_proof_and_of_the_new_words(keeper):
    case = make_submission().case
    claim = claim_to(case, keeper)
    asked = Letter.objects.filter(case=case, kind=LetterKind.NEW_WORDS_ASKED)
    assert not asked.exists()
    prove_claim(claim=claim, person=keeper, how="Sure.")
    assert [letter.address for letter in asked] == ["author@example.org"]
    with later(73):
        give_new_words(claim=claim, person=keeper)
    assert asked.all().count() == 2


@pytest.mark.parametrize("proved", [False, True])
def test_who_has_the_words_can_say_that_it_was_not_them(client, keeper, proved):
    case = publish()
    claim = claim_to(case, keeper, proved=proved)
    enter(client, case)
    assert "Somebody asked for new words for this story" in client.get(ROOM).text
    assert "Nobody gets new words." in post(client, "not_me", follow=True).text
    assert "Somebody asked for new words" not in client.get(ROOM).text
    post(client, "not_me")
    with later(100), pytest.raises(Late):
        give_new_words(claim=claim, person=keeper)
    assert is_frozen(case)
    assert Concern.objects.filter(case=case).count() == 2


def test_one_authors_objection_ends_no_claim_to_anothers_story(client, keeper):
    case, other = make_submission().case, make_submission().case
    claim = claim_to(case, keeper)
    enter(client, other)
    post(client, "not_me")
    assert not object_to_claim(case=other)
    claim.refresh_from_db()
    assert claim.state == ClaimState.HIDDEN


def test_each_step_is_taken_once_and_in_order(keeper):
    case = make_submission().case
    claim = claim_to(case, keeper)
    with pytest.raises(Late):
        hide_for_claim(claim=claim, person=keeper, story=case)
    with pytest.raises(Late):
        give_new_words(claim=claim, person=keeper)
    with pytest.raises(Refused, match="how you came to be sure"):
        prove_claim(claim=claim, person=keeper, how=" ")
    prove_claim(claim=claim, person=keeper, how="Sure.")
    with pytest.raises(Late):
        prove_claim(claim=claim, person=keeper, how="Sure.")
    with later(73):
        give_new_words(claim=claim, person=keeper)
        with pytest.raises(Late):
            give_new_words(claim=claim, person=keeper)
    with pytest.raises(Late):
        end_claim(claim=claim, person=keeper)


def test_a_draft_and_what_was_taken_back_are_not_claimed(keeper):
    draft, case = make_submission(state=State.DRAFT).case, make_submission().case
    with pytest.raises(Refused):
        hide_for_claim(claim=claim_to(), person=keeper, story=draft)
    hidden, proved = claim_to(case, keeper), claim_to(case, keeper, proved=True)
    take_back(case=case)
    with pytest.raises(Refused):
        prove_claim(claim=hidden, person=keeper, how="Sure.")
    with later(73), pytest.raises(Refused):
        give_new_words(claim=proved, person=keeper)


def test_an_erased_story_takes_its_claims_and_their_keys_with_it(keeper):
    case = make_submission().case
    claim = claim_to(case, keeper)
    take_back(case=case)
    unfreeze(case=case, person=keeper, outcome="Taken back.")
    assert not Claim.objects.exists()
    assert not CaseKey.objects.filter(case=claim.pk).exists()


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_an_ended_claim_is_forgotten_after_thirty_days_and_a_running_one_is_not(keeper, days, left):
    running, ended = claim_to(), claim_to()
    end_claim(claim=ended, person=keeper)
    with later(24 * days):
        assert forget_old_claims() == 1 - left
    assert Claim.objects.filter(pk=ended.pk).count() == CaseKey.objects.filter(case=ended.pk).count() == left
    assert Claim.objects.filter(pk=running.pk).exists()


def form(**more):
    with later(-1):
        began = stamp()
    return {"remembered": "It was called BUSSTOPCANARY.", "reach": "01632 960111", "began": began} | more


def test_anyone_can_ask_and_hears_the_same_whether_a_story_exists(client):
    make_public_story(headline="BUSSTOPCANARY")
    known = client.post(LOST, form(), follow=True)
    unknown = client.post(LOST, form(remembered="Nothing like it."), follow=True)
    assert "We have your message" in known.text
    assert known.content == unknown.content
    assert Claim.objects.count() == 2
    assert find_in_database("It was called BUSSTOPCANARY") == []
    assert known["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"remembered": ""}, "Write what you remember."),
        ({"reach": " "}, "Write how we can reach you"),
        ({"reach": "x" * 201}, "Please use 200 or fewer"),
        ({"remembered": "a\x00b"}, "hidden character"),
        ({"website": "http://spam"}, "Something filled in a part of this page"),
        ({"began": ""}, "That was very quick"),
    ],
)
def test_what_is_missing_is_explained_and_nothing_is_lost(client, wrong, sentence):
    page = client.post(LOST, form(times="KEPTTIMES") | wrong)
    assert sentence in text_of(page)
    assert "KEPTTIMES" in page.text
    assert not Claim.objects.exists()


def test_a_network_that_asks_too_often_waits(client):
    for _number in range(5):
        assert client.post(LOST, form()).status_code == 302
    assert client.post(LOST, form()).status_code == 429
    assert Claim.objects.count() == 5


def press(client, name, claim, **data):
    return client.post(reverse(f"stories:intake_claim_{name}", args=[claim.pk]), data, follow=True)


def test_safeguarding_goes_the_whole_way_at_its_desk(client, keeper):
    page, claim = make_public_story(), claim_to()
    client.force_login(keeper)
    listed = client.get(reverse("stories:intake")).text
    assert "Somebody lost their ten words" in listed
    assert "A bus stop and a coach." not in listed
    shown = client.get(reverse("stories:intake_claim", args=[claim.pk]))
    assert "A bus stop and a coach." in shown.text
    assert AccessLog.objects.filter(case=claim.pk, what="claim of lost words").count() == 1
    assert "We found no story" in press(client, "hide", claim, address="/en/stories/nothere/").text
    assert "The story is out of sight." in press(client, "hide", claim, address=f"https://x.example{page.url}").text
    assert "Please write something" in press(client, "prove", claim, how="").text
    assert "In 72 hours" in press(client, "prove", claim, how="They knew <b>all</b>.").text
    early = press(client, "give", claim)
    assert early.status_code == 409
    assert "New words can be given from" in early.text
    with later(73):
        client.force_login(keeper)
        given = press(client, "give", claim)
        assert "no-store" in given["Cache-Control"]
        words = " ".join(given.context["words"])
        assert Submission.objects.get(case=page.case).code_hash == hash_code(words)
        assert press(client, "give", claim).status_code == 409


def test_an_intake_address_names_a_story_too_and_a_refusal_is_explained(client, keeper):
    case, draft = make_submission().case, make_submission(state=State.DRAFT).case
    client.force_login(keeper)
    refused, found = claim_to(), claim_to()
    assert "There is no such story any more." in press(client, "hide", refused, address=str(draft)).text
    press(client, "hide", found, address=reverse("stories:intake_story", args=[case]))
    assert is_frozen(case)
    assert press(client, "hide", found, address=str(case)).status_code == 409
    assert "The claim is ended." in press(client, "end", refused).text


@pytest.mark.parametrize("claims", [1, 3])
def test_intake_lists_claims_without_opening_them(client, keeper, claims, django_assert_max_num_queries):
    for _number in range(claims):
        claim_to()
    client.force_login(keeper)
    client.get(reverse("stories:intake"))
    with django_assert_max_num_queries(13):
        text = client.get(reverse("stories:intake")).text
    assert text.count("Somebody lost their ten words") == claims
