"""What happens to stories each minute, through the real command. Requirement 7."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from stories.enums import State
from stories.submission import Submission
from tests.factories import make_submission
from workflows.privacy.models import CaseKey

pytestmark = pytest.mark.django_db


def test_a_draft_nobody_came_back_to_is_destroyed_with_its_key():
    old, young = make_submission(state=State.DRAFT), make_submission(state=State.DRAFT)
    old.expires_on = timezone.localdate() - datetime.timedelta(days=1)
    old.save()
    call_command("tick")
    assert list(Submission.objects.all()) == [young]
    assert not CaseKey.objects.filter(case=old.case).exists()


def test_a_sent_story_is_never_destroyed_by_age():
    sent = make_submission()
    sent.expires_on = timezone.localdate() - datetime.timedelta(days=1)
    sent.save()
    call_command("tick")
    assert Submission.objects.get() == sent
