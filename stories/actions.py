"""What happens to a story outside the review: safeguarding accepts, asks or declines; its author takes it back.

Next: workflows/review/actions.py
"""

import uuid
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from home.concerns import words_of_concern
from workflows.people.models import AgeMark, User
from workflows.privacy.actions import end_consent, erase
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog
from workflows.review.actions import begin_review
from workflows.review.assignment import end_readings
from workflows.review.cases import lock_review
from workflows.review.enums import Outcome
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.forgetting import forget_pages
from workflows.review.outcomes import tell_readers
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.frozen import is_frozen
from workflows.safeguarding.models import Concern

from .enums import UNDECIDED, Appear, ContactReason, State
from .letters import write_to_author
from .models import Gone, Message, StoriesIndexPage, StoryPage, Submission, as_body, new_slug
from .rules import can_intake, may_be_accepted
from .sent import seen_of
from .sharing import Sharing
from .telling import forget_texts, told_in_words

DECLINABLE = (*UNDECIDED, State.ACCEPTED)


def read_submission(*, case: UUID, person: User) -> Submission:
    """Return what was sent for safeguarding to read, and log who opened it.

    Raises PermissionDenied for anyone else, and for everyone while its author is still writing.
    """
    submission = Submission.objects.get(case=case)
    if submission.state == State.DRAFT or not can_intake(person, AgeMark.of(case)):
        raise PermissionDenied
    AccessLog.objects.create(case=case, person=person, what="submission")
    return submission


def open_contact(*, case: UUID, person: User, why: ContactReason) -> dict:
    """Return how an author can be reached, for safeguarding alone, and log who looked and why."""
    submission = Submission.objects.get(case=case)
    if submission.state == State.DRAFT or not can_intake(person, AgeMark.of(case)):
        raise PermissionDenied
    AccessLog.objects.create(case=case, person=person, what=f"contact: {ContactReason(why).value}")
    return submission.contact


def record_agreement(*, case: UUID, person: User, text: str) -> None:
    """Record which adult agreed and how, or why safeguarding goes on without one."""
    with transaction.atomic(durable=True):
        submission = _locked(case, person)
        if not text.strip():
            raise Refused(_("Please write who agreed and how, or why you go on without an adult."))
        submission.agreement, submission.agreed_at, submission.agreed_by = text.strip(), timezone.now(), person
        submission.save(update_fields=["agreement", "agreed_at", "agreed_by"])


def accept(*, case: UUID, person: User, notes=(), topics=(), seen: str | None = None) -> StoryPage:
    """Let a submission into Wagtail: only its publishable words, as a draft page, and start the review.

    `notes` are keys of content notes and `topics` are topics: champions see them before they open the words.

    In order: the page under the stories index, its first revision, "Story review" with two champions appointed, the
    submission without words from now on. Raises PermissionDenied, Late when it is decided, Frozen, Stale when its
    author has changed what was `seen` (`sent.seen_of`), and Refused where an adult is asked for and neither their
    agreement nor safeguarding's reason is recorded, and while a picture or a recording is not yet said in words.
    """
    with transaction.atomic(durable=True):
        submission = _locked(case, person)
        if seen is not None and seen != seen_of(submission):
            raise Stale
        if not may_be_accepted(submission):
            raise Refused(_("First record which adult agreed, or why you go on without one."))
        _log_opening(case, person)  # who let it in does not read it as a champion, even unopened
        page = _draft_page(submission, notes, topics)
        forget_texts(case)
        submission.state = State.ACCEPTED
        submission.headline = submission.words = submission.byline = ""
        submission.marked = {}
        submission.save()
        begin_review(page=page)
    return page


def _log_opening(case: UUID, person: User) -> None:
    if not AccessLog.objects.filter(case=case, person=person, what="submission").exists():
        AccessLog.objects.create(case=case, person=person, what="submission")


def ask(*, case: UUID, person: User, question: str) -> Message:
    """Ask the author something, as staff, and write to them. The same press twice asks once.

    Before acceptance the promise moves to a new date; a story that is being read stays where it is.
    """
    with transaction.atomic(durable=True):
        submission = _locked(case, person, (*UNDECIDED, State.ACCEPTED))
        if not question.strip():
            raise Refused(_("Please write your question."))
        last = submission.messages.last()
        if last and not last.by_author and last.text == question.strip():
            return last
        message = Message.objects.create(submission=submission, by_author=False, staff=person, text=question.strip())
        if submission.state in UNDECIDED:
            submission.state = State.ASKED
            submission.due_on = Sharing.load().answer_by()
            submission.save(update_fields=["state", "due_on"])
        write_to_author(submission, LetterKind.QUESTION_ASKED)
    return message


def reply(*, case: UUID, text: str) -> Message:
    """Record the author's answer to staff; a question that was open is with safeguarding again, with a new promise.

    Words of concern mark it, so that it is read first.
    """
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if not text.strip():
            raise Refused(_("Please write your answer first."))
        marked = bool(words_of_concern(text))
        message = Message.objects.create(submission=submission, by_author=True, text=text.strip(), marked=marked)
        if submission.state == State.ASKED:
            submission.state = State.SENT
            submission.due_on = Sharing.load().answer_by()
            submission.warned = False
            submission.save(update_fields=["state", "due_on", "warned"])
    return message


def tell_a_worry(*, case: UUID, text: str = "") -> None:
    """Let an author pause their own story by one press, with or without words.

    A second press of the same changes nothing; new words are one more concern, which safeguarding reads.
    """
    with transaction.atomic(durable=True):
        Submission.objects.select_for_update().get(case=case)
        told = Concern.objects.open().filter(case=case, raised_by=RaisedBy.AUTHOR)
        text = text.strip()
        if text in {"", *(concern.text for concern in told)} and told:
            return
        raise_concern(case=case, raised_by=RaisedBy.AUTHOR, text=text)


def decline(*, case: UUID, person: User, reason: str, alternative: str, seen: str | None = None) -> None:
    """Say that a story won't be published, why, and what else its author could do; a draft page goes. They hear.

    Raises PermissionDenied, Late, Frozen, Refused without a reason, Stale when what was `seen` is another by now.
    """
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if not can_intake(person, AgeMark.of(case)):
            raise PermissionDenied
        pages = _locked_pages(case)
        if submission.taken_back_at or submission.state not in DECLINABLE or any(page.live for page in pages):
            raise Late
        if is_frozen(case):
            raise Frozen
        if seen is not None and submission.state in UNDECIDED and seen != seen_of(submission):
            raise Stale
        if not reason.strip() or not alternative.strip():
            raise Refused(
                _("Please give the author a reason they can understand, and something they could do instead.")
            )
        remove_pages(case)
        end_readings(case)
        submission.state, submission.due_on, submission.declined_at = State.DECLINED, None, timezone.now()
        submission.reason, submission.alternative = reason.strip(), alternative.strip()
        submission.save(update_fields=["state", "due_on", "declined_at", "reason", "alternative"])
        write_to_author(submission, LetterKind.STORY_DECLINED)


def take_back(*, case: UUID) -> None:
    """Take a story back, from any state, for its author alone; nobody has to agree.

    One transaction: its addresses answer 410 from now on; every page of it, in every language, goes with its drafts,
    review and schedule; consents end; who read it hears that it does not go on, unless it had been out; then the case
    is erased, and its key destroyed. While a concern is open the words are out of sight at once, nobody hears, and the
    erasure waits for safeguarding to close it.
    """
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().filter(case=case).first()
        end_consent(case=case)
        pages = _locked_pages(case)
        if pages and not any(page.first_published_at for page in pages):
            tell_readers(case, Outcome.ENDED)
        remove_pages(case)
        if is_frozen(case):
            if submission:
                submission.taken_back_at, submission.code_hash = timezone.now(), f"gone:{uuid.uuid4()}"
                submission.save(update_fields=["taken_back_at", "code_hash"])
        else:
            erase(case=case)


def erase_taken_back(*, case: UUID) -> None:
    """Erase a story that was taken back while a concern was open, now that none is."""
    if Submission.objects.filter(case=case, taken_back_at__isnull=False).exists() and not is_frozen(case):
        erase(case=case)


def _locked(case: UUID, person: User, states=UNDECIDED) -> Submission:
    submission = Submission.objects.select_for_update().filter(case=case, taken_back_at=None).first()
    if not can_intake(person, AgeMark.of(case)):
        raise PermissionDenied
    if submission is None or submission.state not in states:
        raise Late
    if is_frozen(case):
        raise Frozen
    return submission


def _draft_page(submission: Submission, notes, topics) -> StoryPage:
    """Make the draft: neutral title, random address, the words as paragraphs with ids, and what is attached to them."""
    open_locale = Locale.objects.filter(language_code=submission.language).first()
    index = StoriesIndexPage.objects.filter(locale=open_locale).first() if open_locale else None
    index = index or StoriesIndexPage.objects.get(locale=Locale.get_default())
    slug = new_slug()
    paragraphs, beside = told_in_words(submission)
    page = StoryPage(
        slug=slug,
        translation_key=submission.case,
        locale=index.locale,
        language="" if open_locale == index.locale else submission.language,
        headline=submission.headline,
        byline=submission.byline if submission.appear == Appear.CHOSEN else "",
        body=as_body({str(uuid.uuid4()): text for text in paragraphs}),
        notes=sorted(notes),
        live=False,
        has_unpublished_changes=True,
        **beside,
    )
    page.tags.add(*topics)
    index.add_child(instance=page)
    page.save_revision()
    return page


def remove_pages(case: UUID) -> None:
    """Delete every page of a case with all that Wagtail remembers of it; an address once public is gone for good."""
    for page in _locked_pages(case):
        if page.first_published_at:
            Gone.objects.get_or_create(locale=page.locale, slug=page.slug)
    forget_pages(case)


def _locked_pages(case: UUID) -> list[StoryPage]:
    """Return the pages of a case, read after anyone publishing them at this moment is done."""
    for page in StoryPage.objects.filter(translation_key=case):
        lock_review(page)
    return list(StoryPage.objects.select_for_update().filter(translation_key=case))
