"""A mail server that hangs holds up nothing else: what a minute owes to authors is done before any letter goes."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from stories.enums import State
from stories.submission import Submission
from tests.factories import make_story_being_read, make_submission
from tests.workflows.review.roads import is_served, sealed, set_day
from workflows.privacy import receivers
from workflows.privacy.models import Letter
from workflows.review.cases import step_of

from .mail_servers import hanging

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def server(settings):
    """A mail server that accepts a connection and never says a word."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 0.2
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    with hanging() as settings.EMAIL_PORT:
        yield


def test_a_minute_publishes_keeps_promises_and_destroys_drafts_before_it_waits_for_the_mail(server, monkeypatch):
    page, late = sealed(), make_story_being_read()
    day = set_day(page)
    state = step_of(late.case)
    state.due_on = timezone.localdate() - DAY
    state.save()
    draft = make_submission(state=State.DRAFT)
    Submission.objects.filter(case=draft.case).update(expires_on=timezone.localdate() - DAY)
    seen, deliver_due = [], receivers.deliver_due

    def look_and_deliver():
        state.refresh_from_db()
        kept = state.due_on > timezone.localdate()
        seen.append((is_served(page), kept, Submission.objects.filter(case=draft.case).exists()))
        return deliver_due()

    monkeypatch.setattr(receivers, "deliver_due", look_and_deliver)
    with time_machine.travel(day + datetime.timedelta(minutes=1)):
        call_command("tick")
        assert (seen, is_served(page)) == ([(True, True, False)], True)
    tried = Letter.objects.filter(tries=1)
    assert (tried.count() > 3, tried.filter(sent_at=None).exclude(failure="").count()) == (True, tried.count())
