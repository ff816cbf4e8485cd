"""A yes runs out, silence is never one, and what was kept long enough is erased. Requirements 14 and 61."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from stories.actions import ask, decline, reply
from stories.endings import ask_again, end_what_ran_out, erase_expired, kept_until, overdue
from stories.enums import Kept, Reach, State
from stories.models import Gone, StoryPage
from stories.retention import Retention
from stories.sending import save_answers, start_draft
from stories.sharing import Sharing
from stories.submission import Submission
from stories.uses import renew, say_no, say_yes
from tests.factories import make_person, make_submission, make_wording
from workflows.people.enums import Band, Role
from workflows.privacy.enums import LetterKind, Use
from workflows.privacy.models import CaseKey, Consent, Letter
from workflows.privacy.signals import use_withdrawn

from .room import freeze, publish

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def ends(case, days: int):
    Consent._base_manager.filter(case=case, use=Use.PUBLISH).update(ends_on=timezone.localdate() + days * DAY)


def letters():
    return Letter.objects.filter(kind=LetterKind.CONSENT_ENDING).count()


def in_days(number):
    return time_machine.travel(timezone.now() + number * DAY)


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


@pytest.mark.parametrize(("band", "years"), [(Band.B13_15, 2), (Band.B16_17, 2), (Band.ADULT, 5)])
def test_a_yes_lasts_as_long_as_its_authors_age_says(band, years):
    assert Sharing().yes_until(band, datetime.date(2026, 11, 25)) == datetime.date(2026 + years, 11, 25)


def test_a_yes_of_a_leap_day_ends_on_the_28th():
    assert Sharing().yes_until(Band.B16_17, datetime.date(2028, 2, 29)) == datetime.date(2030, 2, 28)


def test_an_author_is_asked_once_forty_two_days_before_the_end():
    case = make_submission().case
    ends(case, 43)
    assert (ask_again(), letters()) == (0, 0)
    with in_days(1):
        assert (ask_again(), letters()) == (1, 1)
        assert (ask_again(), letters()) == (0, 1)


def test_who_gave_no_address_is_asked_in_their_room_alone():
    submission = make_submission()
    Submission.objects.filter(case=submission.case).update(reach=Reach.NONE)
    ends(submission.case, 1)
    assert (ask_again(), letters()) == (1, 0)


def test_a_yes_whose_story_is_gone_is_passed_over():
    case = make_submission().case
    ends(case, 1)
    Submission.objects.filter(case=case).delete()
    assert (ask_again(), letters()) == (0, 0)


def test_a_yes_renewed_this_very_moment_is_not_asked_about(monkeypatch):
    case = make_submission().case
    ends(case, 1)
    meanwhile(monkeypatch, lambda: Consent.objects.filter(case=case).update(asked_again=True))
    assert ask_again() == 0


def meanwhile(monkeypatch, happens):
    """Let something happen between finding a case and locking it."""
    real = transaction.atomic

    def atomic(*args, **kwargs):
        monkeypatch.undo()
        happens()
        return real(*args, **kwargs)

    monkeypatch.setattr("stories.endings.transaction.atomic", atomic)


def test_silence_ends_the_yes_and_every_later_one_and_those_above_hear():
    case = publish()
    say_yes(case=case, use=Use.PACK, wording=make_wording(Use.PACK).pk)
    ends(case, 0)
    heard = []

    def hear(sender, case, use, **kwargs):
        heard.append(use)

    use_withdrawn.connect(hear)
    try:
        assert end_what_ran_out() == 0
        with in_days(1):
            assert (end_what_ran_out(), end_what_ran_out()) == (1, 0)
    finally:
        use_withdrawn.disconnect(hear)
    assert heard == [Use.PUBLISH, Use.PACK]
    assert list(Consent.objects.standing().filter(case=case).values_list("use", flat=True)) == [Use.HEALTH]


def test_a_yes_said_again_this_very_moment_does_not_end(monkeypatch):
    case = make_submission().case
    ends(case, -1)
    meanwhile(monkeypatch, lambda: renew(case=case, wording=make_wording(Use.PUBLISH).pk))
    assert end_what_ran_out() == 0
    assert Consent.objects.standing().filter(case=case, use=Use.PUBLISH).exists()


def test_unanswered_means_gone_with_the_same_bytes_then_erased(client):
    case, frozen = publish(), publish()
    freeze(frozen)
    url = StoryPage.objects.get(translation_key=case).url
    same = client.get(StoryPage.objects.get(translation_key=frozen).url)
    ends(case, 0)
    assert client.get(url).status_code == 200
    with in_days(1):
        assert client.get(url).status_code == 410  # before any tick: the last day itself decides
        call_command("tick")
        assert (client.get(url).content, kept_until(case, Kept.ENDED)) == (
            same.content,
            timezone.localdate() + 30 * DAY,
        )
    with in_days(31):
        call_command("tick")
        assert Submission.objects.filter(case=case).exists()
    with in_days(32):
        call_command("tick")
        assert not Submission.objects.filter(case=case).exists()
        assert not CaseKey.objects.filter(case=case).exists()
        assert Gone.objects.count() == 1
        assert client.get(url).content == same.content


def test_a_yes_within_the_thirty_days_brings_the_page_back(client):
    case = publish()
    url = StoryPage.objects.get(translation_key=case).url
    ends(case, 0)
    with in_days(30):
        call_command("tick")
        assert client.get(url).status_code == 410
        renew(case=case, wording=make_wording(Use.PUBLISH).pk)
        assert (client.get(url).status_code, kept_until(case, Kept.ENDED)) == (200, None)
    with in_days(90):
        call_command("tick")
        assert client.get(url).status_code == 200


def test_a_question_nobody_answered_is_kept_half_a_year(keeper):
    case, answered = make_submission().case, make_submission().case
    ask(case=case, person=keeper, question="How old is your sister?")
    ask(case=answered, person=keeper, question="Who?")
    reply(case=answered, text="Me.")
    with in_days(180):
        assert list(overdue(Kept.ASKED)) == []
    with in_days(181):
        assert list(overdue(Kept.ASKED).values_list("case", flat=True)) == [case]
        assert erase_expired()[Kept.ASKED] == 1
    assert list(Submission.objects.values_list("case", flat=True)) == [answered]


def test_a_declined_story_is_kept_ninety_days(keeper):
    case = make_submission().case
    decline(case=case, person=keeper, reason="It names others.", alternative="Tell it without them.")
    with in_days(90):
        assert erase_expired()[Kept.DECLINED] == 0
    with in_days(91):
        assert erase_expired()[Kept.DECLINED] == 1
    assert not Submission.objects.exists()


def test_an_administrators_number_of_days_counts():
    case = make_submission().case
    say_no(case=case, use=Use.PUBLISH)
    Retention.objects.filter(state=Kept.ENDED).update(days=1)
    assert kept_until(case, Kept.ENDED) == timezone.localdate() + DAY
    Retention.objects.filter(state=Kept.DRAFT).update(days=5)
    draft = start_draft(band=Band.ADULT, language="en")
    assert draft.expires_on == timezone.localdate() + 5 * DAY
    Retention.objects.all().delete()
    assert save_answers(case=draft.case, appear="anonymous").expires_on == timezone.localdate() + 30 * DAY


def test_a_paused_story_is_not_erased_by_age():
    case = make_submission().case
    say_no(case=case, use=Use.PUBLISH)
    freeze(case)
    with in_days(99):
        assert sum(erase_expired().values()) == 0


def test_an_author_who_comes_back_at_the_last_moment_keeps_their_story(monkeypatch):
    case = make_submission(state=State.DRAFT).case
    Submission.objects.filter(case=case).update(expires_on=timezone.localdate() - DAY)
    meanwhile(monkeypatch, lambda: Submission.objects.filter(case=case).update(state=State.SENT))
    assert erase_expired()[Kept.DRAFT] == 0
    assert Submission.objects.filter(case=case).exists()


def test_a_dry_run_counts_and_erases_nothing(capsys):
    draft = make_submission(state=State.DRAFT).case
    Submission.objects.filter(case=draft).update(expires_on=timezone.localdate() - DAY)
    call_command("erase_expired", "--dry-run")
    said = capsys.readouterr().out
    assert said.splitlines()[0] == "1 a story that was not sent, since it was last worked on"
    assert str(draft) not in said
    assert Submission.objects.filter(case=draft).exists()
    call_command("erase_expired")
    assert not Submission.objects.filter(case=draft).exists()


def test_a_standing_story_is_never_erased_by_age():
    publish()
    with in_days(900):
        assert sum(erase_expired().values()) == 0
