"""Taking back from every state, and the one page that answers for all that is gone. Requirement 13."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, WorkflowState

from home.models import HomePage
from stories.actions import accept, decline, take_back
from stories.enums import State
from stories.models import Gone, StoriesIndexPage, StoryPage, Submission, as_body
from tests.factories import make_person, make_public_story, make_story_with_author, make_submission
from tests.workflows.review.roads import accepted, change, is_listed, is_served, sealed, set_day
from workflows.people.enums import Role
from workflows.privacy.models import CaseKey, Consent, Erasure
from workflows.review.actions import cast_vote, publish_due
from workflows.review.enums import Verdict
from workflows.review.errors import Frozen, Late, NotOnStories
from workflows.review.models import Reading, Seal
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


def freeze(case):
    raise_concern(case=case, raised_by=RaisedBy.STAFF)


REMOVALS = {
    "the story": lambda page: page.delete(),
    "the story, asking no one": lambda page: page.delete(skip_permission_checks=True),
    "the story as a plain page": lambda page: Page.objects.get(pk=page.pk).delete(),
    "a query of stories": lambda page: StoryPage.objects.filter(pk=page.pk).delete(),
    "a query of pages": lambda page: Page.objects.filter(pk=page.pk).delete(),
    "the index": lambda page: StoriesIndexPage.objects.get().delete(),
    "the home page": lambda page: HomePage.objects.get().delete(),
    "everything": lambda page: Page.objects.filter(depth=2).delete(),
}


@pytest.mark.parametrize("way", REMOVALS.values(), ids=REMOVALS)
def test_stories_are_deleted_by_their_authors_alone(way):
    page = make_public_story()
    with pytest.raises(NotOnStories), transaction.atomic():
        way(page)
    assert is_served(page)


def prepared():
    page = accepted()
    for reading in Reading.objects.filter(case=page.case):
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    return page.case


def scheduled():
    page = sealed()
    set_day(page)
    return page.case


def declined():
    page = accepted()
    decline(
        case=page.case,
        person=make_person(Role.SAFEGUARDING),
        reason="Please talk to us first.",
        alternative="Try again.",
    )
    return page.case


STATES = {
    "draft": lambda: make_submission(state=State.DRAFT).case,
    "sent": lambda: make_submission().case,
    "asked": lambda: make_submission(state=State.ASKED).case,
    "with champions": lambda: accepted().case,
    "at prepare": prepared,
    "with its author": make_story_with_author,
    "sealed": lambda: sealed().case,
    "scheduled": scheduled,
    "published": lambda: make_public_story().case,
    "declined": declined,
}


@pytest.mark.parametrize("make", STATES.values(), ids=STATES)
def test_a_story_is_taken_back_from_every_state_and_twice(make):
    case = make()
    take_back(case=case)
    take_back(case=case)
    assert not Page.objects.filter(translation_key=case).exists()
    assert not WorkflowState.objects.filter(status="in_progress").exists()
    for model in (Submission, Seal, CaseKey):
        assert not model.objects.filter(case=case).exists()
    assert not Consent.objects.standing().filter(case=case).exists()
    assert Erasure.objects.filter(case=case).exists()
    assert publish_due(case=case) is False


@pytest.mark.parametrize("broken", ["stories.actions.remove_pages", "stories.actions.erase"])
def test_taking_back_that_breaks_on_the_way_has_not_begun(broken, monkeypatch):
    """One transaction: an author never meets a story that is half taken back, and can press again."""
    page = make_public_story()

    def fail(*_args, **_kwargs):
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(broken, fail)
        with pytest.raises(OSError):  # noqa: PT011
            take_back(case=page.case)
    assert is_served(page)
    assert Consent.objects.standing().filter(case=page.case).count() == 2
    assert not Gone.objects.exists()
    take_back(case=page.case)
    assert Gone.objects.filter(slug=page.slug).exists()


@pytest.mark.parametrize("make", STATES.values(), ids=STATES)
def test_a_frozen_story_is_out_of_sight_at_once_and_erased_when_the_worry_ends(make):
    case = make()
    freeze(case)
    take_back(case=case)
    take_back(case=case)
    assert not Page.objects.filter(translation_key=case).exists()
    assert Submission.objects.filter(case=case, taken_back_at__isnull=False).exists()
    assert CaseKey.objects.filter(case=case).exists()
    unfreeze(case=case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
    assert not Submission.objects.filter(case=case).exists()
    assert not CaseKey.objects.filter(case=case).exists()


def test_what_was_taken_back_while_frozen_is_neither_accepted_nor_declined():
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    freeze(case)
    take_back(case=case)
    for late in (
        lambda: accept(case=case, person=keeper),
        lambda: decline(case=case, person=keeper, reason="No.", alternative="Try again."),
    ):
        with pytest.raises(Late):
            late()


def test_declining_waits_while_a_story_is_frozen_and_never_takes_down_a_public_one():
    keeper, page, live = make_person(Role.SAFEGUARDING), accepted(), make_public_story()
    freeze(page.case)
    with pytest.raises(Frozen):
        decline(case=page.case, person=keeper, reason="No.", alternative="Try again.")
    with pytest.raises(Late):
        decline(case=live.case, person=keeper, reason="No.", alternative="Try again.")
    assert is_served(live)


def gone_page():
    page = make_public_story()
    take_back(case=page.case)
    return page


def frozen_page():
    page = make_public_story()
    freeze(page.case)
    return page


def answers(page):
    """Return what every way to an address answers: the address, below it, in other languages."""
    client, url = Client(), page.url
    paths = [url, f"{url}?x=1", f"{url}deeper/", f"{url}deeper/still/", *(f"/{code}{url[3:]}" for code in ("gd", "ar"))]
    return {(client.get(path).status_code, client.get(path).content) for path in paths}


def test_taken_back_and_frozen_pages_answer_the_same_bytes_wherever_one_asks():
    """Nobody learns why. Other languages have other words around the page, but the same for both."""
    assert answers(gone_page()) == answers(frozen_page())
    assert {status for status, _bytes in answers(gone_page())} == {410}


def test_a_head_request_for_what_is_gone_answers_410_too():
    assert [Client().head(page.url).status_code for page in (gone_page(), frozen_page())] == [410, 410]


def test_a_story_that_was_never_public_has_no_page_to_be_gone():
    page = accepted()
    freeze(page.case)
    assert Client().get(page.url).status_code == 404
    take_back(case=page.case)
    assert Client().get(page.url).status_code == 404
    assert Gone.objects.count() == 0


def test_the_same_yes_serves_again_after_the_worry():
    page = frozen_page()
    assert (is_served(page), is_listed(page)) == (False, False)
    unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
    assert (is_served(page), is_listed(page)) == (True, True)


def test_the_sitemap_names_what_may_be_read():
    page = make_public_story()
    assert [entry["location"] for entry in page.get_sitemap_urls()] == [page.full_url]
    freeze(page.case)
    assert page.get_sitemap_urls() == []


def test_no_list_of_the_site_names_what_is_gone_or_frozen(client):
    gone, frozen = gone_page(), frozen_page()
    html = client.get(StoriesIndexPage.objects.get().url).content.decode()
    assert (gone.slug in html, frozen.slug in html) == (False, False)


def test_an_address_that_once_was_a_story_becomes_no_others():
    gone, draft, index = gone_page(), accepted(), StoriesIndexPage.objects.get()
    page = StoryPage(
        slug=gone.slug,
        translation_key=make_submission().case,
        headline="Another",
        body=as_body({str(uuid.uuid4()): "Words."}),
        live=False,
    )
    with pytest.raises(ValidationError, match="already in use"), transaction.atomic():
        index.add_child(instance=page)
    with pytest.raises(ValidationError, match="already in use"), transaction.atomic():
        change(draft, slug=gone.slug).save()


def test_an_old_address_leads_nowhere_by_itself():
    page = make_public_story()
    assert page.get_route_paths() == []


def test_gone_is_remembered_by_language():
    page = gone_page()
    assert [(gone.locale, gone.slug) for gone in Gone.objects.all()] == [(Locale.get_default(), page.slug)]


def test_no_browser_keeps_an_answer_of_gone_for_a_page_that_may_come_back(client):
    page = make_public_story()
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    answer = client.get(page.url)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
