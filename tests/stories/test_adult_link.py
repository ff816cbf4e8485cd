"""The link with which an adult says yes or no: what it shows, how long it works, what safeguarding learns of it.

Requirement 5.
"""

import datetime
import logging
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.actions import accept, record_agreement, take_back
from stories.adult_links import AdultLink, hash_token
from stories.agreeing import answer_adult_link, make_adult_link
from stories.enums import State
from stories.models import Submission
from stories.rules import may_be_accepted
from stories.sharing import Sharing
from tests.factories import make_person, make_submission
from tests.scan import find_in_database
from tests.stories.sharing import HEADLINE, STORY, fill, send, url
from workflows.people.enums import Band, Role
from workflows.privacy.actions import erase
from workflows.review.errors import Late, Refused
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
ENDED, THANKS = "/en/share/adult-ended/", "/en/share/adult-thanks/"
BY_LINK = {"asked": "parent", "by": "link"}
INTAKE = "stories:intake_story"


def young(**fields) -> Submission:
    submission = make_submission(band=Band.B13_15, **fields)
    submission.contact = {"value": "author@example.org", "adult": BY_LINK}
    submission.save()
    return submission


def address(link) -> str:
    return reverse("stories:adult_link", args=[link.token])


def press(link, do, client=None):
    return (client or Client()).post(reverse("stories:adult_answer"), {"token": link.token, "do": do})


@pytest.fixture
def link():
    return make_adult_link(case=young().case)


def test_sending_with_a_link_shows_it_once_sent_and_in_my_story(client):
    story, _code = send(client, band="13-15", adult=BY_LINK)
    link = AdultLink.objects.get(submission=story.case)
    for page in (client.get(url("sent")), client.get(reverse("stories:my_story"))):
        assert f'value="http://testserver{address(link)}"' in page.content.decode()
    assert (link.ends_on - timezone.localdate()).days == 30


def test_sending_with_a_call_makes_no_link(client):
    send(client, band="13-15")
    assert AdultLink.objects.count() == 0
    assert "link for your adult" not in client.get(url("sent")).content.decode()


def test_the_page_tells_nothing_of_the_story(link):
    answer = Client().get(address(link))
    page = answer.content.decode()
    assert "Somebody you know wants to share a story" in page
    submission = link.submission
    private = (submission.headline, "bus was late", "author@example.org", str(submission.case), "13 to 15", "13-15")
    assert [text for text in private if text in page] == []
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert page.count('class="btn plain"') == 2


def test_the_page_says_who_can_be_called(link):
    Sharing.objects.update(contact_name="Ishbel", contact_number="0131 496 0000", contact_hours="Monday to Friday")
    page = Client().get(address(link)).content.decode()
    assert [text for text in ("Ishbel", "tel:01314960000", "Monday to Friday") if text not in page] == []


def test_opening_the_link_answers_nothing(link):
    Client().get(address(link))
    link.refresh_from_db()
    assert (link.answered_at, link.agrees) == (None, None)


def test_a_yes_is_the_recorded_agreement(link):
    assert press(link, "agree").headers["Location"] == THANKS
    submission = Submission.objects.get(case=link.submission_id)
    assert submission.agreed_at is not None
    assert submission.agreed_by is None
    assert submission.agreement.startswith("An adult agreed by link on ")
    assert may_be_accepted(submission)
    assert accept(case=submission.case, person=make_person(Role.SAFEGUARDING))


def test_a_no_is_told_and_does_not_decide(client, link):
    keeper = make_person(Role.SAFEGUARDING)
    assert press(link, "cannot").headers["Location"] == THANKS
    case = link.submission_id
    assert not may_be_accepted(Submission.objects.get(case=case))
    with pytest.raises(Refused):
        accept(case=case, person=keeper)
    client.force_login(keeper)
    assert "“I can’t agree.”" in client.get(reverse(INTAKE, args=[case])).content.decode()
    record_agreement(case=case, person=keeper, text="Agreed with the lead: another aunt, by phone.")
    assert accept(case=case, person=keeper)


def test_a_link_is_answered_once(link):
    press(link, "cannot")
    assert press(link, "agree").headers["Location"] == ENDED
    assert Submission.objects.get(case=link.submission_id).agreed_at is None
    assert Client().get(address(link)).headers["Location"] == ENDED


@pytest.mark.parametrize("ending", ["old", "decided", "taken back", "erased", "new link"])
def test_a_link_that_ended_leads_to_one_and_the_same_page(link, ending):
    case, token, there = link.submission_id, link.token, address(link)
    if ending == "old":
        AdultLink.objects.update(ends_on=timezone.localdate() - datetime.timedelta(days=1))
    elif ending == "decided":
        Submission.objects.update(state=State.DECLINED)
    elif ending == "taken back":
        raise_concern(case=case, raised_by=RaisedBy.STAFF)
        take_back(case=case)
    elif ending == "erased":
        erase(case=case)
    else:
        make_adult_link(case=case)
    assert Client().get(there).headers["Location"] == ENDED
    assert answer_adult_link(token=token, agrees=True) is False
    assert not Submission.objects.filter(case=case, agreed_at__isnull=False).exists()


@pytest.mark.parametrize("token", ["x", "0" * 40, "’; --", "a" * 3000])
def test_an_unknown_token_leads_there_too(token):
    there = reverse("stories:adult_link", args=[token])
    assert Client().get(there).headers["Location"] == ENDED
    assert Client().post(reverse("stories:adult_answer"), {"token": token, "do": "agree"}).headers["Location"] == ENDED


def test_an_answer_that_is_neither_changes_nothing(link):
    assert press(link, "maybe").headers["Location"] == ENDED
    link.refresh_from_db()
    assert link.answered_at is None


def test_only_a_keyed_hash_of_the_token_is_stored_and_no_log_names_it(link, caplog):
    caplog.set_level(logging.INFO)
    token, there = link.token, address(link)
    assert find_in_database(token) == []
    assert AdultLink.objects.get().token_hash == hash_token(token)
    press(link, "agree")
    client = Client(enforce_csrf_checks=True)
    assert client.post(reverse("stories:adult_answer"), {"token": token, "do": "agree"}).status_code == 403
    Client().get(there)
    assert [record.getMessage() for record in caplog.records if token in f"{record.getMessage()} {record.args}"] == []


def test_a_paused_story_tells_the_adult_nothing_of_it(link):
    before = Client().get(address(link)).content
    raise_concern(case=link.submission_id, raised_by=RaisedBy.STAFF)
    after = Client().get(address(link)).content
    assert before.split(b"<main")[1].split(b"csrf")[0] == after.split(b"<main")[1].split(b"csrf")[0]
    assert press(link, "agree").headers["Location"] == THANKS


def test_an_author_makes_a_new_link_and_the_old_one_dies(client):
    story, _code = send(client, band="13-15", adult=BY_LINK)
    old = AdultLink.objects.get().token
    answer = client.post(reverse("stories:new_adult_link"), follow=True)
    assert "Here is a new link." in answer.content.decode()
    assert AdultLink.objects.get(submission=story.case).token != old
    assert not AdultLink.objects.behind(old).exists()


def test_an_author_learns_what_the_adult_answered(client):
    send(client, band="13-15", adult=BY_LINK)
    room = reverse("stories:my_story")
    press(AdultLink.objects.get(), "cannot")
    assert "They said that they can’t agree. That is not the end." in client.get(room).content.decode()
    client.post(reverse("stories:new_adult_link"))
    press(AdultLink.objects.get(), "agree")
    assert "They said yes." in client.get(room).content.decode()
    held = client.get(reverse("stories:everything")).content.decode()
    assert "They said yes." in held
    assert "No link is needed any more." in client.post(reverse("stories:new_adult_link"), follow=True).content.decode()


def test_a_link_too_old_can_be_made_anew(client):
    send(client, band="13-15", adult=BY_LINK)
    AdultLink.objects.update(ends_on=timezone.localdate() - datetime.timedelta(days=1))
    assert "Your link is too old to work." in client.get(url("sent")).content.decode()


@pytest.mark.parametrize(
    "fields", [{"band": Band.ADULT}, {"band": Band.B16_17}, {"band": Band.B13_15, "state": State.DRAFT}]
)
def test_no_link_where_none_is_asked_for_or_nothing_was_sent(fields):
    with pytest.raises(Late):
        make_adult_link(case=make_submission(**fields).case)


def test_safeguarding_makes_a_link_to_send(client):
    case = young().case
    client.force_login(make_person(Role.SAFEGUARDING))
    answer = client.post(reverse("stories:intake_adult_link", args=[case]), follow=True)
    assert f"http://testserver{address(AdultLink.objects.get())}" in answer.content.decode()


def test_nobody_else_on_the_staff_makes_one():
    case = young().case
    for person in (make_person(Role.EDITOR), make_person(Role.SAFEGUARDING, pvg=False)):
        with pytest.raises(PermissionDenied):
            make_adult_link(case=case, person=person)
    assert AdultLink.objects.count() == 0


@pytest.mark.parametrize("asks", [False, True])
def test_at_16_and_17_agreement_is_needed_where_the_charity_asks(asks):
    Sharing.objects.update(asks_adult_16_17=asks)
    case, keeper = make_submission(band=Band.B16_17).case, make_person(Role.SAFEGUARDING)
    assert may_be_accepted(Submission.objects.get(case=case)) is not asks
    if asks:
        with pytest.raises(Refused):
            accept(case=case, person=keeper)
        record_agreement(case=case, person=keeper, text="His aunt, by phone.")
    assert accept(case=case, person=keeper)


def test_at_13_to_15_no_setting_takes_the_rule_away():
    lenient = SimpleNamespace(band=Band.B13_15, agreed_at=None, asks_adult=False)
    assert may_be_accepted(lenient) is False


def test_an_answer_has_a_time_and_a_time_an_answer(link):
    for fields in ({"agrees": True}, {"answered_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AdultLink.objects.update(**fields)


def test_i_cannot_ask_at_home_is_no_dead_end(client):
    Sharing.objects.update(contact_name="Ishbel", contact_number="0131 496 0000", contact_hours="Monday to Friday")
    story, _code = send(client, band="13-15", adult={"asked": "cannot", "safe": "Ms Reid at school"})
    assert story.contact["adult"] == {"asked": "cannot", "safe": "Ms Reid at school"}
    assert (story.headline, story.words) == (HEADLINE, STORY)
    page = client.get(url("sent")).content.decode()
    ways = (
        "writes to you in “My story” to find another way.",
        "tel:01314960000",
        "Make a link to show or send instead",
    )
    assert [way for way in ways if way not in page] == []


def test_who_chose_a_call_may_make_a_link_after_all(client):
    story, _code = send(client, band="13-15")
    assert "calls or emails the adult you named." in client.get(url("sent")).content.decode()
    client.post(reverse("stories:new_adult_link"))
    assert AdultLink.objects.get().submission_id == story.case


def test_the_adults_screen_says_first_what_an_adult_sees(client):
    Sharing.objects.update(contact_name="Ishbel", contact_number="0131 496 0000", contact_hours="Monday to Friday")
    fill(client, band="13-15", before="adult")
    page = client.get(url("adult")).content.decode()
    promise = "They see that you want to share a story, never the story."
    assert page.index(promise) < page.index("Which adult could say yes with you?")
    assert "Ishbel" in page
    assert "checked" not in page.split("<main")[1]
