"""Of the actions layer: starting a draft, saving answers, showing and keeping the code, sending.

Next: stories/actions.py
"""

import uuid
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from home.concerns import listed_phrases, words_of_concern
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark, User
from workflows.privacy.actions import erase, give_first_consents, write_letter_to
from workflows.privacy.casekeys import mint_key, warm_keys
from workflows.privacy.enums import AT_SENDING, LetterKind, Use
from workflows.privacy.models import ConsentWording

from .adults import AgreeBy
from .agreeing import fresh_link
from .codes import hash_code, hash_opening, new_code
from .enums import State
from .holding_off import last_day_of_drafts
from .letters import write_to_author
from .opening import NotNow, closed_now
from .sharing import Sharing
from .steps import first_missing
from .submission import Submission

ANSWERS = frozenset({"band", "headline", "words", "appear", "byline", "language", "reach", "contact", "ticked"})


class TooYoung(Exception):
    """Under 13: nobody of that age sends a story online, and nothing of theirs is kept."""


class AlreadySent(Exception):
    """The story was sent; changes are made in my story from now on."""


class Incomplete(Exception):
    """A step still lacks an answer. `step` names it."""

    def __init__(self, step: str):
        super().__init__(step)
        self.step = step


def start_draft(*, band: Band, language: str) -> Submission:
    """Start a case: its key, then its empty draft. Raises TooYoung under 13, before anything is written."""
    if band == Band.UNDER_13:
        raise TooYoung
    case = uuid.uuid4()
    with transaction.atomic(durable=True):
        mint_key(case)
        return Submission.objects.create(case=case, band=band, language=language, expires_on=last_day_of_drafts())


def save_answers(*, case: UUID, **answers) -> Submission:
    """Keep answers of one step, encrypted, mark words of concern in them, and let the draft live 30 days from now.

    Raises AlreadySent once the story was sent and TooYoung for a band under 13.
    """
    unknown = answers.keys() - ANSWERS
    if unknown:
        message = f"No such answers: {', '.join(sorted(unknown))}."
        raise TypeError(message)
    if answers.get("band") == Band.UNDER_13:
        raise TooYoung
    with transaction.atomic(durable=True):
        submission = _locked_draft(case)
        for name, value in answers.items():
            setattr(submission, name, value)
        if "adult" in submission.contact and not submission.asks_adult:
            submission.contact = {key: value for key, value in submission.contact.items() if key != "adult"}
        if not answers.keys().isdisjoint({"headline", "words"}):
            _mark(submission)
        submission.expires_on = last_day_of_drafts()
        submission.save()
    return submission


def asked_for_a_way(*, case: UUID) -> None:
    """Remember that this author was asked once more for a way to reach them, so that nobody asks a third time."""
    with transaction.atomic(durable=True):
        submission = _locked_draft(case)
        submission.marked = {**submission.marked, "asked": True}
        submission.save(update_fields=["marked"])


def discard_draft(*, case: UUID) -> None:
    """Erase a draft and its key at once. Raises AlreadySent once the story was sent."""
    with transaction.atomic(durable=True):
        _locked_draft(case)
        erase(case=case)
        Submission.objects.filter(case=case).delete()


def show_code(*, case: UUID, anew: bool = False) -> Submission:
    """Make the ten words if there are none yet, or new ones if asked; the same until they are kept.

    Stores their hash, the hash of the first two, and the words themselves, encrypted, until they are kept or sent.
    Raises AlreadySent once the story was sent.
    """
    with transaction.atomic(durable=True):
        submission = _locked_draft(case)
        if anew or not submission.code_hash:
            submission.code = new_code()
            submission.code_hash = hash_code(submission.code)
            submission.opening_hash = hash_opening(case, submission.code.split())
            submission.save(update_fields=["code", "code_hash", "opening_hash"])
    return submission


def keep_code(*, case: UUID) -> None:
    """Forget the ten words: their author says they have them, or has just typed them."""
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if submission.code:
            submission.code = ""
            submission.save(update_fields=["code"])


def send_story(*, case: UUID) -> Submission:
    """Send a story, once; a second press finds it sent and changes nothing.

    In order: what the charity decides is read, before the lock so that nobody waits for it; the lock, the check that
    nothing is missing, the marks for words of concern, both consents with the wording that was on the screen, the one
    to publish with its last day, the age mark, the state with its time and promised day, the words of the code
    forgotten, the link for an adult where its author wants one, a letter to each of safeguarding, a letter to the
    author who chose email. Raises Incomplete naming the first step that lacks something, and NotNow while no new
    stories are taken: the draft stays as it is.
    """
    closed, phrases, sharing = closed_now(), listed_phrases(), Sharing.load()
    keepers = list(User.objects.in_role(Role.SAFEGUARDING))
    warm_keys([case])
    with transaction.atomic(durable=True):
        submission = Submission.objects.select_for_update().get(case=case)
        if submission.state != State.DRAFT:
            return submission
        submission.sharing = sharing
        _refuse_gaps(submission)
        if closed:
            raise NotNow(closed)
        _mark(submission, phrases)
        _agree(submission)
        AgeMark.objects.create(case=case, band=submission.band)
        submission.state, submission.sent_at, submission.code = State.SENT, timezone.now(), ""
        submission.due_on = sharing.answer_by()
        submission.save(update_fields=["state", "sent_at", "code", "due_on", "marked"])
        if submission.contact.get("adult", {}).get("by") == AgreeBy.LINK:
            fresh_link(submission)
        for keeper in keepers:
            write_letter_to(keeper, LetterKind.STORY_SENT, case=case)
        write_to_author(submission, LetterKind.STORY_RECEIVED)
    return submission


def _agree(submission: Submission) -> None:
    """Record both consents with the wording that was on the screen, the one to publish with its last day."""
    wordings = ConsentWording.objects.in_bulk(submission.ticked.values())
    given = {use: wordings[submission.ticked[use.value]] for use in AT_SENDING}
    ends_on = {Use.PUBLISH: submission.sharing.yes_until(submission.band)}
    give_first_consents(case=submission.case, given=given, ends_on=ends_on)


def _mark(submission: Submission, phrases: list[str] | None = None) -> None:
    found = words_of_concern(f"{submission.headline}\n{submission.words}", phrases)
    submission.marked = {**submission.marked, "words": found}


def _locked_draft(case: UUID) -> Submission:
    submission = Submission.objects.select_for_update().get(case=case)
    if submission.state != State.DRAFT:
        raise AlreadySent
    return submission


def _refuse_gaps(submission: Submission) -> None:
    gap = first_missing(submission)
    if gap:
        raise Incomplete(gap)
    if not submission.code_hash:
        raise Incomplete("code")
