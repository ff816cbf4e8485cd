"""An author asks to keep what can't be published as it is: its readers look once more, then a person talks."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from stories.actions import take_back
from stories.status import Place, status_of
from stories.submission import Submission
from tests.factories import make_person, make_plea, make_story_with_author
from workflows.people.actions import take_a_break
from workflows.people.enums import Role
from workflows.people.models import User
from workflows.privacy.deciding import RowLasts
from workflows.privacy.enums import LetterKind
from workflows.privacy.management.commands.tick import tick
from workflows.privacy.models import Letter
from workflows.review.actions import seal, suggest
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.coverage import is_covered
from workflows.review.enums import HEADLINE, Answer, PleaEnd, SuggestionKind
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.models import Plea, PleaReader, Suggestion
from workflows.review.pleading import answer_plea, ask_to_keep, note_talk, open_plea
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
MUST = SuggestionKind.MUST
CLUB = (1, "", "It names a club.", MUST)
CLUB_TOO = (1, "", "It says where.", MUST)
COACH = "My coach at Kilbrannoch club never asked."
WEEK = datetime.timedelta(days=8)


def draft(case):
    return draft_of(page_of(case))


def ask(case, must=None):
    must = must or Suggestion.objects.filter(case=case, kind=MUST, turned_down=False).last()
    return ask_to_keep(case=case, digest=draft(case).words_digest(), suggestion=must.pk)


def answer(case, *answers):
    rows = Suggestion.objects.filter(case=case, turned_down=False)
    given = {row.pk: value for row, value in zip(rows, answers, strict=True) if value}
    answer_suggestions(case=case, digest=draft(case).words_digest(), answers=given)


def say(plea, *answers):
    for asked, can_stay in zip(plea.readers.order_by("pk"), answers, strict=True):
        answer_plea(asked=asked, person=asked.reader, can_stay=can_stay)


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def musts(case):
    return list(Suggestion.objects.filter(case=case, kind=MUST).values_list("answer", flat=True))


def test_with_every_readers_yes_the_part_stays_and_the_author_can_say_yes():
    case = make_story_with_author(CLUB, CLUB_TOO)
    plea = ask(case)
    assert place(case) == Place.LOOKED_AT_AGAIN
    with pytest.raises(Refused, match="readers still look"):
        seal(case=case, digest=draft(case).digest())
    assert not is_covered(page_of(case), draft(case))
    say(plea, True, True)
    assert musts(case) == [Answer.KEEP, Answer.KEEP]
    assert draft(case).paragraphs[1][1] == COACH
    assert (Plea.objects.get().ended, place(case)) == (PleaEnd.STAYS, Place.WITH_YOU)
    seal(case=case, digest=draft(case).digest())


def test_readers_are_those_whose_yes_covers_the_words_and_none_sees_the_others_answer():
    case = make_story_with_author(CLUB)
    make_person(Role.CHAMPION)
    plea = ask(case)
    first, second = plea.readers.order_by("pk")
    voters = {first.reader_id, second.reader_id}
    assert voters == set(User.objects.filter(readings__case=case).values_list("pk", flat=True))
    answer_plea(asked=first, person=first.reader, can_stay=True)
    assert musts(case) == [""]
    open_plea(asked=second, person=second.reader)
    with pytest.raises(Late):
        answer_plea(asked=first, person=first.reader, can_stay=False)
    with pytest.raises(PermissionDenied):
        answer_plea(asked=second, person=first.reader, can_stay=True)


@pytest.mark.parametrize("said", [False, None])
def test_one_who_says_anything_but_yes_hands_it_to_staff_with_a_date_and_the_author_hears(said):
    case = make_story_with_author(CLUB)
    keeper = make_person(Role.SAFEGUARDING)
    plea = ask(case)
    first, second = plea.readers.order_by("pk")
    Letter.objects.all().delete()
    answer_plea(asked=first, person=first.reader, can_stay=said, line="It is the only club there.")
    plea.refresh_from_db()
    assert (plea.due_on, place(case)) == (timezone.localdate() + datetime.timedelta(days=7), Place.TO_TALK)
    assert Letter.objects.filter(person=keeper, kind=LetterKind.PROMISE_AT_RISK).count() == 1
    assert Letter.objects.filter(kind=LetterKind.CHANGES_SUGGESTED).count() == 1
    with pytest.raises(Late):
        answer_plea(asked=second, person=second.reader, can_stay=True)
    with pytest.raises(Refused):
        seal(case=case, digest=draft(case).digest())
    assert musts(case) == [""]


def test_nobody_looks_a_second_time_at_the_same_part():
    case = make_story_with_author(CLUB)
    plea = ask(case)
    assert ask(case) == plea  # pressed twice
    answer_plea(asked=plea.readers.first(), person=plea.readers.first().reader, can_stay=False)
    note_talk(plea=plea, person=make_person(Role.SAFEGUARDING))
    with pytest.raises(Refused, match="a second time"):
        ask(case)
    assert (Plea.objects.count(), Plea.objects.get().ended, place(case)) == (1, PleaEnd.TALKED, Place.WITH_YOU)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plea.objects.create(case=case, round=plea.round, paragraph=plea.paragraph, due_on=timezone.localdate())


def test_another_answer_ends_it_and_asking_undoes_another_answer():
    case = make_story_with_author(CLUB)
    answer(case, (Answer.LEAVE_OUT, ""))
    plea = ask(case)
    assert (draft(case).paragraphs[1][1], musts(case)) == (COACH, [""])
    answer(case, (Answer.LEAVE_OUT, ""))
    assert (Plea.objects.get().ended, draft(case).paragraphs[1][1]) == (PleaEnd.ANSWERED, "")
    with pytest.raises(Late):
        say(plea, True, True)
    seal(case=case, digest=draft(case).digest())


def test_own_new_words_are_let_stay_by_the_champion_who_stopped_them():
    case = make_story_with_author((1, "My coach never asked.", "It names a club.", SuggestionKind.SUGGESTION))
    answer(case, (Answer.OWN, "Mr Ross never asked."))
    first, champion = Suggestion.objects.get(), make_person(Role.CHAMPION)
    check_own_words(suggestion=first, person=make_person(Role.SAFEGUARDING))
    confirm_own_words(suggestion=first, person=champion, reason="It names a person.")
    plea = ask(case)
    assert [asked.reader for asked in plea.readers.all()] == [champion]
    assert not is_covered(page_of(case), draft(case))
    say(plea, True)
    assert draft(case).paragraphs[1][1] == "Mr Ross never asked."
    seal(case=case, digest=draft(case).digest())


def test_what_safeguarding_says_goes_straight_to_a_person():
    case = make_story_with_author(until="prepare")
    key, before = draft(case).paragraphs[1]
    keeper = make_person(Role.SAFEGUARDING)
    suggest(case=case, person=keeper, paragraph=key, before=before, after="", reason="It is a risk.", kind=MUST)
    step = step_of(case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    plea = ask(case)
    assert (plea.readers.count(), bool(plea.staff_since)) == (0, True)


def test_what_an_editor_says_is_asked_of_the_two_readers():
    case = make_story_with_author(until="prepare")
    key, before = draft(case).paragraphs[1]
    editor = make_person(Role.EDITOR)
    suggest(case=case, person=editor, paragraph=key, before=before, after="", reason="It is a risk.", kind=MUST)
    step = step_of(case)
    step.task.specific.on_action(step, editor, "ready")
    plea = ask(case)
    assert plea.readers.count() == 2
    say(plea, True, True)
    seal(case=case, digest=draft(case).digest())


def leaves(person):
    person.groups.clear()


def rests(person):
    take_a_break(person=person, paused=True)


def lapses(person):
    person.qualifications.all().delete()


@pytest.mark.parametrize("change", [leaves, rests, lapses])
def test_with_fewer_than_two_readers_a_person_talks_at_once_or_in_the_next_minute(change):
    plea = make_plea()
    change(plea.readers.first().reader)
    tick()
    plea.refresh_from_db()
    assert plea.staff_since
    case = make_story_with_author(CLUB)
    change(Suggestion.objects.get(case=case).made_by)
    assert ask(case).staff_since


def test_readers_who_do_not_answer_in_time_hold_nobody_up_and_a_late_talk_is_told():
    plea = make_plea()
    tick()
    assert Plea.objects.get().staff_since is None
    with time_machine.travel(timezone.now() + WEEK):
        tick()
        assert Plea.objects.get().staff_since
        Letter.objects.all().delete()
    with time_machine.travel(timezone.now() + 2 * WEEK):
        tick()
        assert Plea.objects.get().due_on > timezone.localdate()
        assert Letter.objects.filter(kind=LetterKind.PROMISE_MOVED, case=plea.case).count() == 1


def test_only_safeguarding_notes_a_talk_and_once():
    plea = make_plea()
    keeper = make_person(Role.SAFEGUARDING)
    with pytest.raises(Late):
        note_talk(plea=plea, person=keeper)  # its readers still look
    answer_plea(asked=plea.readers.first(), person=plea.readers.first().reader, can_stay=None)
    for role in (Role.EDITOR, Role.CHAMPION, Role.ADMINISTRATOR):
        with pytest.raises(PermissionDenied):
            note_talk(plea=plea, person=make_person(role))
    note_talk(plea=plea, person=keeper)
    with pytest.raises(Late):
        note_talk(plea=plea, person=keeper)


def test_only_what_stands_against_words_of_this_page_is_asked_about():
    case, other = make_story_with_author(CLUB), make_story_with_author(CLUB)
    theirs = Suggestion.objects.get(case=other)
    with pytest.raises(Stale):
        ask(case, theirs)
    with pytest.raises(Stale):
        ask_to_keep(case=case, digest="old", suggestion=Suggestion.objects.get(case=case).pk)
    hint = make_story_with_author((1, "Other.", "Why.", SuggestionKind.SUGGESTION))
    with pytest.raises(Stale):
        ask(hint, Suggestion.objects.get(case=hint))


def test_a_title_may_be_kept_too():
    case = make_story_with_author((HEADLINE, "", "It names a place.", MUST))
    say(ask(case), True, True)
    seal(case=case, digest=draft(case).digest())


def test_a_frozen_story_waits_and_a_taken_back_one_leaves_nothing():
    plea = make_plea()
    asked = plea.readers.first()
    raise_concern(case=plea.case, raised_by=RaisedBy.STAFF)
    for act in (lambda: open_plea(asked=asked, person=asked.reader), lambda: say(plea, True, True)):
        with pytest.raises(Frozen):
            act()
    other = make_plea()
    take_back(case=other.case)
    assert not Plea.objects.filter(case=other.case).exists()
    assert not PleaReader.objects.filter(case=other.case).exists()


def test_nobody_but_its_readers_withdraws_what_was_said():
    case = make_story_with_author(CLUB)
    must = Suggestion.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.update(answer=Answer.KEEP, answered_at=timezone.now())
    with pytest.raises(RowLasts):
        Suggestion.objects.update(withdrawn_at=timezone.now())
    must.withdrawn_at = timezone.now()
    with pytest.raises(RowLasts):
        must.save()
    with pytest.raises(Refused):
        answer(case, (Answer.KEEP, ""))
