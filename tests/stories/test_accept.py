"""What safeguarding decides before Wagtail knows a word: accepting, and what stands in its way."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page

from home.models import Picture
from stories.actions import (
    accept,
    ask,
    decline,
    read_submission,
    record_agreement,
    reply,
    take_back,
)
from stories.enums import Appear, State
from stories.models import StoriesIndexPage, StoryPage, Submission
from stories.rules import may_be_accepted
from tests.factories import make_person, make_public_story, make_submission
from tests.workflows.review.roads import superuser
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark
from workflows.privacy.models import Letter
from workflows.review.errors import Frozen, Late, Refused
from workflows.review.models import Reading
from workflows.review.signals import story_published
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def nothing_entered(case):
    return not Page.objects.filter(translation_key=case).exists() and not Reading.objects.filter(case=case).exists()


def test_only_publishable_words_enter_as_a_draft_nobody_owns(keeper):
    submission = make_submission(words="One.\r\n\r\n\r\nTwo,\nstill two.\n\n  \n\n")
    Submission.objects.filter(pk=submission.pk).update(language="gd")
    submission.refresh_from_db()
    submission.byline = "Chosen"
    submission.save()
    page = accept(case=submission.case, person=keeper)
    assert [text for _key, text in page.paragraphs] == ["One.", "Two,\nstill two."]
    assert (page.headline, page.pull, page.picture_alt, page.notes) == ("The bus stop question", "", "", [])
    assert (page.live, page.owner, page.byline, page.title) == (False, None, "", f"Story {page.slug}")
    submission.refresh_from_db()
    assert (submission.state, submission.words, submission.headline) == (State.ACCEPTED, "", "")


def test_a_byline_is_only_taken_along_when_it_was_chosen(keeper):
    submission = make_submission()
    submission.appear, submission.byline = Appear.CHOSEN, "Kit"
    submission.save()
    assert accept(case=submission.case, person=keeper).byline == "Kit"


@pytest.mark.parametrize(("open_languages", "locale", "mark"), [([], "en", "gd"), (["gd"], "gd", "")])
def test_a_story_lives_in_its_own_language_if_that_is_open(keeper, open_languages, locale, mark):
    """Else in the default tree, with the language written on it."""
    for code in open_languages:
        gaelic = Locale.objects.get_or_create(language_code=code)[0]
        StoriesIndexPage.objects.get().copy_for_translation(gaelic, copy_parents=True).get_latest_revision().publish()
    submission = make_submission()
    submission.language = "gd"
    submission.save()
    page = accept(case=submission.case, person=keeper)
    assert (page.locale.language_code, page.language) == (locale, mark)


def test_a_language_opened_without_a_tree_counts_as_not_open(keeper):
    Locale.objects.get_or_create(language_code="gd")
    submission = make_submission()
    submission.language = "gd"
    submission.save()
    page = accept(case=submission.case, person=keeper)
    assert (page.locale.language_code, page.language) == ("en", "gd")


def test_13_to_15_waits_for_an_adult_or_a_reason(keeper):
    case = make_submission(band=Band.B13_15).case
    with pytest.raises(Refused, match="which adult agreed"):
        accept(case=case, person=keeper)
    assert nothing_entered(case)
    with pytest.raises(Refused, match="how"):
        record_agreement(case=case, person=keeper, text=" ")
    record_agreement(case=case, person=keeper, text="Her mother agreed by phone.")
    assert accept(case=case, person=keeper).case == case


def test_under_13_has_no_row_and_would_not_be_accepted():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_submission(band=Band.UNDER_13)
    assert may_be_accepted(Submission(band=Band.UNDER_13, agreed_at=timezone.now())) is False


def test_accepting_twice_is_late(keeper):
    case = make_submission().case
    accept(case=case, person=keeper)
    with pytest.raises(Late):
        accept(case=case, person=keeper)
    assert StoryPage.objects.count() == 1


@pytest.mark.parametrize("state", [State.DRAFT, State.DECLINED])
def test_what_was_not_sent_or_was_declined_is_not_accepted(keeper, state):
    case = make_submission(state=state).case
    with pytest.raises(Late):
        accept(case=case, person=keeper)
    assert nothing_entered(case)


WRONG = {
    "champion": lambda: make_person(Role.CHAMPION),
    "editor": lambda: make_person(Role.EDITOR),
    "administrator": lambda: make_person(Role.ADMINISTRATOR),
    "superuser": superuser,
    "safeguarding without the mark": lambda: make_person(Role.SAFEGUARDING, pvg=False),
    "safeguarding who left": lambda: make_person(Role.SAFEGUARDING, is_active=False),
}


@pytest.mark.parametrize("who", WRONG.values(), ids=WRONG)
def test_nobody_else_reads_or_accepts_what_was_sent(who):
    case, person = make_submission(band=Band.B16_17).case, who()
    for action in (accept, read_submission):
        with pytest.raises(PermissionDenied):
            action(case=case, person=person)
    assert nothing_entered(case)


def test_without_an_age_mark_nobody_reads_or_accepts(keeper):
    case = make_submission(band=Band.ADULT).case
    AgeMark.objects.all().delete()
    for action in (accept, read_submission):
        with pytest.raises(PermissionDenied):
            action(case=case, person=keeper)
    assert nothing_entered(case)


def test_a_frozen_submission_is_not_accepted(keeper):
    case = make_submission().case
    raise_concern(case=case, raised_by=RaisedBy.STAFF)
    for action in (
        lambda: accept(case=case, person=keeper),
        lambda: ask(case=case, person=keeper, question="Are you safe?"),
        lambda: record_agreement(case=case, person=keeper, text="Her mother."),
    ):
        with pytest.raises(Frozen):
            action()
    assert nothing_entered(case)


def test_questions_answers_and_reasons_have_words(keeper):
    case = make_submission().case
    for empty in (
        lambda: ask(case=case, person=keeper, question=" "),
        lambda: reply(case=case, text="\n"),
        lambda: decline(case=case, person=keeper, reason="", alternative="Try again."),
    ):
        with pytest.raises(Refused, match="Please"):
            empty()
    assert Submission.objects.get(case=case).state == State.SENT


@pytest.mark.parametrize("who", WRONG.values(), ids=WRONG)
def test_nobody_else_declines(who):
    case, person = make_submission(band=Band.B16_17).case, who()
    with pytest.raises(PermissionDenied):
        decline(case=case, person=person, reason="No.", alternative="Try again.")
    assert Submission.objects.get(case=case).state == State.SENT


def test_a_page_without_its_submission_is_taken_back_too(keeper):
    """A concern may be open on a case whose submission is gone."""
    page = make_public_story()
    Submission.objects.filter(case=page.case).delete()
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    take_back(case=page.case)
    assert not StoryPage.objects.filter(translation_key=page.case).exists()


def test_a_published_story_without_a_submission_writes_to_nobody():
    page = make_public_story()
    Submission.objects.filter(case=page.case).delete()
    before = Letter.objects.count()
    story_published.send(sender=StoryPage, case=page.case)
    assert Letter.objects.count() == before


def test_a_picture_needs_alt_text_and_a_quotation_its_words(keeper):
    page = accept(case=make_submission().case, person=keeper)
    page.pull = "The bus was late."
    page.full_clean()
    key = page.paragraphs[0][0]
    page.put_paragraph(key, "The train was late.")
    assert page.pull == ""
    with pytest.raises(KeyError):
        page.put_paragraph("nowhere", "x")
    page.picture = Picture.objects.create(title="Harbour", file=get_test_image_file())
    with pytest.raises(ValidationError, match="what the picture shows"):
        page.full_clean()
