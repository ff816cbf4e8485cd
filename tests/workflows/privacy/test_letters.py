"""Letters: neutral, in their reader's language, lost and delayed by nothing. Requirement 42."""

import datetime
import time
import uuid

import pytest
import time_machine
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from tests.factories import make_person
from tests.scan import find_in_mail
from workflows.people.enums import Role
from workflows.privacy import letters
from workflows.privacy.actions import write_letter, write_letter_to
from workflows.privacy.casekeys import destroy_key, mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import deliver_due, deliver_letter
from workflows.privacy.models import PAUSES, Letter

from .mail_servers import accepting, hanging, refusing, trickling

pytestmark = pytest.mark.django_db
STAFF = {LetterKind.READING_SUMMARY, LetterKind.STORY_SENT, LetterKind.CONCERN_RAISED, LetterKind.PROMISE_AT_RISK} | {
    LetterKind.COMPLAINT_MADE,
    LetterKind.VISIT_ASKED,
    LetterKind.LINE_ASKED,
    LetterKind.LINE_DUE,
    LetterKind.LINE_LATE,
    LetterKind.LINE_ANSWERED,
    LetterKind.READING_REMINDER,
    LetterKind.READING_PASSED_ON,
    LetterKind.CONCERN_UNOPENED,
    LetterKind.ROTA_GAP,
    LetterKind.PAGE_REPORTED,
    LetterKind.MANY_READS,
    LetterKind.WORDS_LOST,
}
LINKED = {LetterKind.INVITED, LetterKind.NEW_PASSWORD, LetterKind.RECOVERED, LetterKind.RECOVERY_STARTED}
TO_STAFF = STAFF | LINKED | {LetterKind.SIGNING_IN_CHANGED}
TELLING = (
    "story",
    "stories",
    "mental",
    "health",
    "champion",
    "safeguard",
    "concern",
    "suicid",
    "harm",
    "worry",
    "code:",
)


def to_author(address="reader@example.org", kind=LetterKind.STORY_RECEIVED, language="en") -> Letter:
    case = uuid.uuid4()
    mint_key(case)
    return write_letter(case=case, address=address, kind=kind, language=language)


@pytest.fixture
def smtp(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 0.5
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    return settings


def test_letter_is_sent_once(mailoutbox):
    letter = to_author()
    assert (deliver_due(), deliver_due()) == (1, 0)
    deliver_letter.func(str(letter.pk))
    assert [mail.to for mail in mailoutbox] == [["reader@example.org"]]
    letter.refresh_from_db()
    assert (letter.tries, letter.failure, letter.sent_at is not None) == (1, "", True)


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind not in letters.LINKS])
def test_every_letter_is_neutral(kind, mailoutbox, settings):
    settings.OUTSIDE_SECOND = "second@example.org"
    person = make_person(Role.SAFEGUARDING, name="Morag")
    letter = write_letter_to(person, kind, case=uuid.uuid4()) if kind in TO_STAFF else to_author(kind=kind)
    deliver_due()
    (mail,) = mailoutbox
    assert mail.subject == "A message from Golden Thread"
    assert mail.from_email == settings.DEFAULT_FROM_EMAIL
    words = mail.body.lower()
    assert [telling for telling in TELLING if telling in words] == []
    assert find_in_mail("Morag", mailoutbox) == find_in_mail(str(letter.case), mailoutbox) == []
    assert "!" not in mail.body
    assert "<" not in mail.body
    address = f"{settings.WAGTAILADMIN_BASE_URL}/start/"
    linked = LINKED | {LetterKind.RECOVERY_SECOND}
    assert mail.body.count("http") == (1 if kind in STAFF | linked else 0)
    assert (address in mail.body) == (kind in STAFF | {LetterKind.RECOVERY_STARTED})
    assert mail.body.startswith("Hello,\n\n")


def test_letter_is_in_its_readers_language_and_leaves_ours_alone(mailoutbox, monkeypatch):
    seen = []
    monkeypatch.setattr(
        letters, "render_to_string", lambda *a: seen.append(translation.get_language()) or render_to_string(*a)
    )
    to_author(language="ar")
    deliver_due()
    assert set(seen) == {"ar"}
    assert translation.get_language() == "en"


def test_letter_is_handed_to_the_worker_only_after_the_commit(django_capture_on_commit_callbacks, monkeypatch):
    sent = []
    monkeypatch.setattr(type(deliver_letter), "enqueue", lambda self, *args: sent.append(args))
    with django_capture_on_commit_callbacks(execute=True):
        letter = to_author()
        assert sent == []
    assert sent == [(str(letter.pk),)]


def test_letter_of_a_transaction_that_failed_never_was(mailoutbox):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        to_author()
        1 / 0  # noqa: B018
    assert (deliver_due(), Letter.objects.count(), mailoutbox) == (0, 0, [])


def test_refusing_server_costs_one_try_and_stores_only_the_errors_class(smtp):
    letter = to_author(address="canary@example.org")
    with refusing() as smtp.EMAIL_PORT:
        deliver_due()
    letter.refresh_from_db()
    assert (letter.tries, letter.failure, letter.sent_at) == (1, "SMTPRecipientsRefused", None)
    assert PAUSES[0] - datetime.timedelta(seconds=5) < letter.next_try_at - timezone.now() <= PAUSES[0]


def test_hanging_server_is_bounded_and_the_letter_is_kept(smtp):
    letter = to_author()
    began = time.monotonic()
    with hanging() as smtp.EMAIL_PORT:
        deliver_due()
    assert time.monotonic() - began < 3
    letter.refresh_from_db()
    assert (letter.failure, letter.sent_at) == ("SMTPServerDisconnected", None)


def test_a_server_that_never_comes_to_an_end_is_bounded_as_well(smtp):
    letter = to_author()
    began = time.monotonic()
    with trickling() as smtp.EMAIL_PORT:
        deliver_due()
    assert time.monotonic() - began < 3 * smtp.EMAIL_TIMEOUT + 1
    letter.refresh_from_db()
    assert (letter.failure, letter.sent_at) == ("TimeoutError", None)


def test_no_server_at_all(smtp):
    letter = to_author()
    with refusing() as port:
        smtp.EMAIL_PORT = port
    deliver_due()
    letter.refresh_from_db()
    assert letter.failure == "ConnectionRefusedError"


def test_one_bad_letter_never_blocks_the_next(smtp):
    kept = []
    to_author(address="bad@example.org")
    to_author(address="two\nlines@example.org")
    erased = to_author()
    destroy_key(erased.case)
    to_author(address="good@example.org")
    Letter.objects.create(kind="no_such_kind", language="en", person=make_person())
    write_letter_to(make_person(), LetterKind.STORY_SENT)
    with accepting(kept) as smtp.EMAIL_PORT:
        assert deliver_due() == 6
    failures = list(Letter.objects.order_by("created_at").values_list("failure", flat=True))
    assert failures == ["SMTPRecipientsRefused", "ValueError", "CannotOpen", "", "TemplateDoesNotExist", ""]
    assert len(kept) == 2


def test_pauses_grow_and_after_the_last_try_the_letter_is_listed(smtp):
    letter = to_author()
    now, pauses = timezone.now(), []
    with refusing() as smtp.EMAIL_PORT:
        for _i in range(12):
            with time_machine.travel(now, tick=False):
                tried = deliver_due()
            letter.refresh_from_db()
            if tried:
                pauses.append(letter.next_try_at - now)
            now = letter.next_try_at
    minutes = [pause.total_seconds() / 60 for pause in pauses]
    assert minutes == [1, 5, 30, 120, 720, 1440, 1440, 1440, 1440, 1440]
    assert list(Letter.objects.given_up()) == [letter]
    assert letter.failure == "SMTPRecipientsRefused"


def test_letter_goes_once_the_server_is_back(smtp, settings, mailoutbox):
    letter = to_author()
    with refusing() as smtp.EMAIL_PORT:
        deliver_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert deliver_due() == 0
    with time_machine.travel(timezone.now() + PAUSES[0], tick=False):
        assert deliver_due() == 1
    letter.refresh_from_db()
    assert (letter.failure, len(mailoutbox)) == ("", 1)
    assert list(Letter.objects.given_up()) == []


def test_a_letter_claimed_by_another_process_is_left_to_it(monkeypatch, mailoutbox):
    letter = to_author()
    first = Letter.objects.get(pk=letter.pk)
    deliver_due()
    Letter.objects.filter(pk=letter.pk).update(sent_at=None, next_try_at=timezone.now(), tries=1)
    monkeypatch.setattr(type(Letter.objects.all()), "first", lambda self: first)  # read before the other's claim
    deliver_letter.func(str(letter.pk))
    assert len(mailoutbox) == 1


def test_deliver_due_stops_when_its_time_is_up(mailoutbox):
    to_author()
    assert deliver_due(seconds=0) == 0
    assert mailoutbox == []
