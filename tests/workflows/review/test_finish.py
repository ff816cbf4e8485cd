"""The end of the review: it publishes what the seal names, when it is due, or gives it back to its author."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Revision, WorkflowState

from home.models import Picture
from stories.models import StoryPage
from tests.factories import keep_additions, make_person, make_public_story, make_story_with_author
from workflows.people.enums import Role
from workflows.privacy.actions import end_consent
from workflows.privacy.enums import LetterKind, Use
from workflows.privacy.models import Letter
from workflows.review.actions import ask_for_soon, change_mind, publish_due, seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.errors import Frozen, Late, NotSealed, Refused, Stale
from workflows.review.finish import finish
from workflows.review.models import AuthorSealTask, PublishTask, Seal
from workflows.review.promises import publish_what_is_due
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

from .roads import UNSEEN, act, change, is_served, lose_seals, sealed, set_day

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


def due(page):
    return time_machine.travel(set_day(page) + MINUTE)


def at(page):
    return type(step_of(page.case).task.specific)


def write_over_the_draft(page):
    """Fact 1: what autosave does to the latest revision of the same user, its id unchanged."""
    revision = page.get_latest_revision()
    revision.content["headline"] = UNSEEN
    revision.save()


AFTER_THE_YES = {
    "T1: a newer draft": lambda page: change(page, headline=UNSEEN).save_revision(),
    "fact 1: the draft written over in place": write_over_the_draft,
    "the yes taken away": lose_seals,
    "consent ended": lambda page: end_consent(case=page.case, use=Use.PUBLISH),
    "a yes to something else since": lambda page: Seal.objects.create(
        case=page.case, locale=page.locale, digest="0" * 64
    ),
}


@pytest.mark.parametrize("what", AFTER_THE_YES.values(), ids=AFTER_THE_YES)
def test_what_no_longer_fits_the_yes_goes_back_to_its_author(what):
    """Fact 2: stock publishes the latest revision, whatever was approved."""
    page = sealed()
    with due(page):
        what(page)
        assert publish_due(case=page.case) is False
    assert StoryPage.objects.get(pk=page.pk).live is False
    assert at(page) is AuthorSealTask
    assert Letter.objects.filter(case=page.case, kind=LetterKind.CHANGES_SUGGESTED).count() > 1
    assert publish_due(case=page.case) is False


def test_an_older_revision_made_the_latest_by_force_is_not_published():
    """Reverting in the admin saves a new draft; its author has not said yes to it."""
    page = sealed()
    other = change(page, headline=UNSEEN)
    other.save_revision()
    with due_unchecked(page):
        assert publish_due(case=page.case) is False


def due_unchecked(page):
    step = step_of(page.case)
    step.publish_on = timezone.now() + MINUTE
    step.save()
    return time_machine.travel(timezone.now() + 2 * MINUTE)


def test_nobody_needs_a_right_to_publish():
    """Fact 3: stock asks the last approver for it, and publishes nothing without saying so."""
    page, editor = sealed(), make_person(Role.EDITOR)
    day = timezone.now() + datetime.timedelta(hours=25)
    act(page, editor, "schedule", day=day)
    with time_machine.travel(day + MINUTE):
        assert publish_due(case=page.case) is True
    assert is_served(page)
    assert WorkflowState.objects.get(object_id=str(page.pk)).status == "approved"
    assert publish_due(case=page.case) is False


def test_not_a_minute_before_its_day():
    page = sealed()
    assert publish_due(case=page.case) is False
    with time_machine.travel(set_day(page) - MINUTE):
        assert publish_due(case=page.case) is False


def test_a_frozen_page_waits_and_the_same_yes_serves_afterwards():
    page = sealed()
    with due(page):
        raise_concern(case=page.case, raised_by=RaisedBy.AUTHOR)
        assert publish_due(case=page.case) is False
        with pytest.raises(Frozen):
            finish(step_of(page.case).workflow_state)
        assert at(page) is PublishTask
        unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
        assert publish_due(case=page.case) is False
        day = set_day(page)
    with time_machine.travel(day + MINUTE):
        assert publish_due(case=page.case) is True


def test_a_day_that_passed_in_a_pause_is_set_anew_and_its_author_hears():
    """Nothing goes out in the very minute a pause ends."""
    page = sealed()
    with due(page):
        raise_concern(case=page.case, raised_by=RaisedBy.AUTHOR)
        unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
        assert publish_what_is_due() == 0
        step = step_of(page.case)
        again = timezone.localdate() + datetime.timedelta(days=step.task.specific.days)
        assert (step.publish_on, step.due_on) == (None, again)
        assert Letter.objects.filter(case=page.case, kind=LetterKind.PROMISE_MOVED).count() == 1


def test_a_day_still_to_come_outlives_a_pause():
    page = sealed()
    day = set_day(page)
    raise_concern(case=page.case, raised_by=RaisedBy.AUTHOR)
    unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
    assert step_of(page.case).publish_on == day


def test_finish_asks_for_a_day_that_has_come():
    """Whatever step somebody takes out of the workflow, a story goes out on a day its author heard of."""
    page = sealed()
    with pytest.raises(Refused):
        finish(step_of(page.case).workflow_state)
    set_day(page)
    with pytest.raises(Refused):
        finish(step_of(page.case).workflow_state)
    assert StoryPage.objects.get(pk=page.pk).live is False


def test_the_day_is_set_once_and_two_presses_write_one_letter():
    page, editor = sealed(), make_person(Role.EDITOR)
    day = timezone.now() + datetime.timedelta(hours=30)
    for _press in range(2):
        act(page, editor, "schedule", day=day)
    with pytest.raises(Refused, match="set already"):
        act(page, editor, "schedule", day=day + datetime.timedelta(days=1))
    assert Letter.objects.filter(case=page.case, kind=LetterKind.PUBLISHING_SOON).count() == 1
    assert step_of(page.case).publish_on == day


def test_a_day_taken_off_is_told_to_the_author_once():
    page, editor = sealed(), make_person(Role.EDITOR)
    set_day(page)
    for _press in range(2):
        act(page, editor, "no-day")
    assert step_of(page.case).publish_on is None
    assert Letter.objects.filter(case=page.case, kind=LetterKind.PROMISE_MOVED).count() == 1
    set_day(page)


def test_not_wanting_to_wait_is_remembered_and_not_asked_once_a_day_is_set():
    page, editor = sealed(), make_person(Role.EDITOR)
    ask_for_soon(case=page.case)
    act(page, editor, "ask-again")
    seal(case=page.case, digest=draft_of(page).digest())
    assert step_of(page.case).at_once is True
    set_day(page, hours=0)
    with pytest.raises(Refused):
        ask_for_soon(case=page.case)


def test_finish_checks_by_itself():
    page = sealed()
    lose_seals(page)
    with pytest.raises(NotSealed):
        finish(step_of(page.case).workflow_state)


def live_and_in_review():
    """Return a public story whose newest draft says the same and is due: the model's gate lets that draft pass."""
    page = make_public_story()
    page.save_revision()
    page.get_workflow().start(page, None)
    return page, due_now(page)


def due_now(page):
    step = step_of(page.case)
    step.publish_on = timezone.now()
    step.save(update_fields=["publish_on"])
    return step.workflow_state


def test_finish_asks_for_the_latest_yes_even_where_the_words_that_are_up_are_its_draft():
    """An author said yes to newer words: the older ones, though still up, are not what finish may publish."""
    page, review = live_and_in_review()
    newer = change(page, headline="Newer words")
    Seal.objects.create(case=page.case, locale=page.locale, digest=newer.digest())
    with pytest.raises(NotSealed):
        finish(review)
    row = StoryPage.objects.get(pk=page.pk)
    assert row.live_revision_id != row.latest_revision_id


def test_finish_publishes_nothing_of_a_frozen_case_not_even_the_words_that_are_up():
    page, review = live_and_in_review()
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    with pytest.raises(Frozen):
        finish(review)
    unfreeze(case=page.case, person=make_person(Role.SAFEGUARDING), outcome="All well.")
    finish(due_now(page))
    row = StoryPage.objects.get(pk=page.pk)
    assert row.live_revision_id == row.latest_revision_id


def test_less_than_a_day_is_refused_unless_its_author_asked_not_to_wait():
    page = sealed()
    with pytest.raises(Refused, match="24 hours"):
        set_day(page, hours=23)
    ask_for_soon(case=page.case)
    set_day(page, hours=0)
    with time_machine.travel(timezone.now() + MINUTE):
        assert publish_due(case=page.case) is True


def test_a_changed_mind_takes_the_yes_away_and_leaves_what_is_up():
    page = sealed()
    change_mind(case=page.case)
    assert not Seal.objects.filter(case=page.case).exists()
    assert at(page) is AuthorSealTask
    with pytest.raises(Late):
        change_mind(case=page.case)
    live = make_public_story()
    live.get_workflow().start(live, None)
    state = step_of(live.case)
    state.task = PublishTask.objects.get().task_ptr
    state.save()
    Seal.objects.create(case=live.case, locale=live.locale, digest="1" * 64)
    change_mind(case=live.case)
    assert [seal.digest for seal in Seal.objects.filter(case=live.case)] == [live.sealed_with]
    assert is_served(live)


def test_the_same_yes_said_again_counts_as_the_latest():
    page = page_of(make_story_with_author())
    digest = draft_of(page).digest()
    first = seal(case=page.case, digest=digest)
    act(page, make_person(Role.EDITOR), "ask-again")
    Seal.objects.create(case=page.case, locale=page.locale, digest="2" * 64)
    again = seal(case=page.case, digest=digest)
    assert (again.pk, again.at > first.at) == (first.pk, True)
    assert draft_of(page).matching_seal() == again


def test_a_yes_needs_the_very_page_consent_and_the_step():
    page = page_of(make_story_with_author())
    digest = draft_of(page).digest()
    with pytest.raises(Stale):
        seal(case=page.case, digest="0" * 64)
    end_consent(case=page.case, use=Use.PUBLISH)
    with pytest.raises(Refused, match="not agreed"):
        seal(case=page.case, digest=digest)
    with pytest.raises(Late):
        seal(case=make_public_story().case, digest=digest)


def test_purging_old_drafts_leaves_what_the_readers_read():
    """The author's yes is measured against it."""
    page = page_of(make_story_with_author())
    change(page, notes=[]).save_revision()
    call_command("purge_revisions", verbosity=0)
    assert Revision.objects.for_instance(page).count() == 2
    seal(case=page.case, digest=draft_of(page).digest())


def picture():
    return Picture.objects.create(title="Harbour", file=get_test_image_file())


def with_picture():
    """Return a sealed draft with a picture that the live row does not have yet."""
    page = page_of(make_story_with_author())
    draft = change(draft_of(page), picture=picture(), picture_alt="A harbour")
    draft.save_revision()
    keep_additions(page.case)
    page = page_of(page.case)
    seal(case=page.case, digest=draft_of(page).digest())
    return page


def test_a_picture_deleted_after_the_yes_sends_the_page_back():
    page = with_picture()
    with due(page):
        Picture.objects.all().delete()
        assert publish_due(case=page.case) is False
    assert at(page) is AuthorSealTask


SWAPS = {
    "saved whole": lambda swapped: swapped.save(),
    "the file alone": lambda swapped: swapped.save(update_fields=["file"]),
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves its rendition open
@pytest.mark.parametrize("save", SWAPS.values(), ids=SWAPS)
def test_a_picture_swapped_after_the_yes_is_not_shown(save):
    """Replaced files are saved without the page: the seal covers the digest of the file."""
    page = with_picture()
    with due(page):
        assert publish_due(case=page.case) is True
    assert is_served(page)
    swapped = Picture.objects.get()
    swapped.file = get_test_image_file(filename="other.png", colour="black")
    save(swapped)
    assert is_served(page) is False


def test_a_story_that_fails_holds_up_no_other_and_leaves_no_word_in_the_log(monkeypatch, caplog):
    first, second = sealed(), sealed()
    set_day(first)
    with due(second):
        page_class_save = StoryPage.save

        def fail(page, *args, **kwargs):
            if page.pk == first.pk:
                raise ValueError(page.headline)
            page_class_save(page, *args, **kwargs)

        monkeypatch.setattr(StoryPage, "save", fail)
        assert publish_what_is_due() == 1
    assert (is_served(first), is_served(second)) == (False, True)
    assert "publish_due failed for one of many: ValueError." in caplog.text
    assert first.headline not in caplog.text
