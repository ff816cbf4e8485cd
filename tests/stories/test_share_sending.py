"""The actions of sharing: what each refuses, and what sending does, once. Requirement 11."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from stories.codes import hash_code, hash_opening
from stories.enums import Appear, Reach, State
from stories.models import Submission
from stories.sending import (
    AlreadySent,
    Incomplete,
    TooYoung,
    discard_draft,
    keep_code,
    save_answers,
    send_story,
    show_code,
    start_draft,
)
from stories.sharing import Sharing
from stories.steps import step_after, steps_of
from tests.factories import make_person
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark
from workflows.privacy.enums import AT_SENDING, LetterKind
from workflows.privacy.models import CaseKey, Consent, ConsentWording, Letter

FULL = {
    "headline": "Ferry days",
    "words": "The ferry was late.",
    "appear": Appear.ANONYMOUS,
    "reach": Reach.EMAIL,
    "contact": {"value": "author@example.org"},
}


def ticks() -> dict:
    return {wording.use: wording.pk for wording in ConsentWording.objects.filter(use__in=AT_SENDING)}


def make_draft(*, band=Band.ADULT, **other) -> Submission:
    """Make a draft that lacks nothing, code included."""
    draft = start_draft(band=band, language="en")
    save_answers(case=draft.case, **{**FULL, "ticked": ticks(), **other})
    return show_code(case=draft.case)


@pytest.mark.django_db
def test_nobody_under_13_starts_a_draft():
    with pytest.raises(TooYoung):
        start_draft(band=Band.UNDER_13, language="en")
    assert CaseKey.objects.count() == Submission.objects.count() == 0


@pytest.mark.django_db
def test_a_draft_never_turns_under_13():
    draft = start_draft(band=Band.ADULT, language="en")
    with pytest.raises(TooYoung):
        save_answers(case=draft.case, band=Band.UNDER_13)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(case=draft.case).update(band=Band.UNDER_13)


@pytest.mark.django_db
def test_only_answers_are_saved():
    draft = start_draft(band=Band.ADULT, language="en")
    with pytest.raises(TypeError, match="state"):
        save_answers(case=draft.case, state=State.SENT)


@pytest.mark.django_db
def test_saving_lets_the_draft_live_thirty_days_more():
    draft = start_draft(band=Band.ADULT, language="en")
    Submission.objects.filter(case=draft.case).update(expires_on=timezone.localdate())
    saved = save_answers(case=draft.case, headline="Ferry days")
    assert (saved.expires_on - timezone.localdate()).days == 30


@pytest.mark.django_db
def test_an_adult_is_forgotten_with_the_age_that_needed_one():
    draft = start_draft(band=Band.B13_15, language="en")
    save_answers(case=draft.case, contact={"value": "x", "adult": {"asked": "cannot"}})
    assert save_answers(case=draft.case, band=Band.B16_17).contact == {"value": "x"}


@pytest.mark.django_db
def test_the_code_is_made_once_and_hashed():
    draft = start_draft(band=Band.ADULT, language="en")
    code = show_code(case=draft.case).code
    again = show_code(case=draft.case)
    assert again.code == code
    assert again.code_hash == hash_code(code)
    assert again.opening_hash == hash_opening(draft.case, code.split())


@pytest.mark.django_db
def test_a_kept_code_is_not_shown_again_unless_made_anew():
    draft = start_draft(band=Band.ADULT, language="en")
    code = show_code(case=draft.case).code
    keep_code(case=draft.case)
    keep_code(case=draft.case)
    assert show_code(case=draft.case).code == ""
    fresh = show_code(case=draft.case, anew=True)
    assert fresh.code not in ("", code)
    assert not Submission.objects.behind(hash_code(code)).exists()
    assert Submission.objects.behind(hash_code(fresh.code)).get() == draft


@pytest.mark.django_db
def test_a_discarded_draft_is_erased_with_its_key():
    draft = make_draft()
    discard_draft(case=draft.case)
    assert not Submission.objects.filter(case=draft.case).exists()
    assert not CaseKey.objects.filter(case=draft.case).exists()


@pytest.mark.django_db
def test_sending_does_everything_in_one_go():
    keeper, _other = make_person(Role.SAFEGUARDING), make_person(Role.EDITOR)
    draft = make_draft(band=Band.B16_17)
    story = Submission.objects.get(case=send_story(case=draft.case).case)
    assert (story.state, story.code, story.code_hash) == (State.SENT, "", draft.code_hash)
    assert story.due_on == Sharing.load().answer_by()
    assert AgeMark.of(story.case).band == Band.B16_17
    given = Consent.objects.standing().filter(case=story.case)
    assert {consent.use: consent.wording_id for consent in given} == ticks()
    letters = [(letter.kind, letter.person, letter.address) for letter in Letter.objects.order_by("kind")]
    assert letters == [
        (LetterKind.STORY_RECEIVED, None, "author@example.org"),
        (LetterKind.STORY_SENT, keeper, None),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("reach", [Reach.TEXT, Reach.CALL, Reach.ADULT, Reach.NONE])
def test_no_letter_to_those_who_chose_another_way(reach):
    draft = make_draft(reach=reach)
    send_story(case=draft.case)
    assert Letter.objects.filter(kind=LetterKind.STORY_RECEIVED).count() == 0


@pytest.mark.django_db
def test_sending_twice_is_sending_once():
    make_person(Role.SAFEGUARDING)
    draft = make_draft()
    first, second = send_story(case=draft.case), send_story(case=draft.case)
    assert first.sent_at == second.sent_at
    assert (Letter.objects.count(), Consent.objects.count()) == (2, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("gap", "step"),
    [
        ({"headline": ""}, "words"),
        ({"words": ""}, "words"),
        ({"appear": ""}, "name"),
        ({"appear": Appear.CHOSEN, "byline": ""}, "name"),
        ({"reach": ""}, "contact"),
        ({"contact": {}}, "contact"),
        ({"band": Band.B13_15}, "adult"),
        ({"ticked": {}}, "consent"),
        ({"ticked": {"health": 1}}, "consent"),
    ],
)
def test_nothing_is_sent_with_a_gap(gap, step):
    draft = make_draft()
    save_answers(case=draft.case, **gap)
    with pytest.raises(Incomplete) as refused:
        send_story(case=draft.case)
    assert refused.value.step == step
    assert Submission.objects.get().state == State.DRAFT
    assert Letter.objects.count() == Consent.objects.count() == AgeMark.objects.count() == 0


@pytest.mark.django_db
def test_nothing_is_sent_before_the_code_is_shown():
    draft = start_draft(band=Band.ADULT, language="en")
    save_answers(case=draft.case, **FULL, ticked=ticks())
    with pytest.raises(Incomplete) as refused:
        send_story(case=draft.case)
    assert refused.value.step == "code"


@pytest.mark.django_db
@pytest.mark.parametrize("act", [show_code, discard_draft, save_answers])
def test_a_sent_story_is_no_draft_any_more(act):
    draft = make_draft()
    send_story(case=draft.case)
    with pytest.raises(AlreadySent):
        act(case=draft.case)


@pytest.mark.django_db
def test_a_failure_while_sending_leaves_everything_unsent(monkeypatch):
    make_person(Role.SAFEGUARDING)
    draft = make_draft()

    def fail(*_args):
        raise RuntimeError

    monkeypatch.setattr("stories.sending.write_to_author", fail)
    with pytest.raises(RuntimeError):
        send_story(case=draft.case)
    assert Submission.objects.get().state == State.DRAFT
    assert Submission.objects.get().code == draft.code
    assert Letter.objects.count() == Consent.objects.count() == AgeMark.objects.count() == 0


@pytest.mark.django_db
def test_run_out_and_taken_back_stories_are_behind_no_code():
    draft = make_draft()
    assert Submission.objects.behind(draft.code_hash).get() == draft
    Submission.objects.filter(case=draft.case).update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    assert not Submission.objects.behind(draft.code_hash).exists()
    Submission.objects.filter(case=draft.case).update(state=State.SENT, sent_at=timezone.now())
    assert Submission.objects.behind(draft.code_hash).exists()
    Submission.objects.filter(case=draft.case).update(taken_back_at=timezone.now())
    assert not Submission.objects.behind(draft.code_hash).exists()


def test_steps_know_their_order():
    draft = Submission(band=Band.B13_15)
    assert steps_of(draft) == ["words", "name", "contact", "adult", "consent"]
    assert step_after(draft, "contact") == "adult"
    assert step_after(draft, "consent") is None
    assert step_after(Submission(band=Band.ADULT), "adult") is None
