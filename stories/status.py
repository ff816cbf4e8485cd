"""Where a story is, in plain words: one public name for every state, who has it, and what is promised by when."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from workflows.review.cases import page_of, step_of
from workflows.review.models import (
    AuthorSealTask,
    ChampionReviewTask,
    Plea,
    PrepareTask,
    PublishTask,
    StepState,
    Suggestion,
)
from workflows.safeguarding.models import Concern

from .endings import SENT, kept_until
from .enums import Kept, State
from .submission import Submission


class Place(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    ASKED = "asked"
    BEING_READ = "being-read"
    LOOKING = "looking"
    BEING_PREPARED = "being-prepared"
    WITH_YOU = "with-you"
    NEW_WORDS = "new-words"
    LOOKED_AT_AGAIN = "looked-at-again"
    TO_TALK = "to-talk"
    WAITING = "waiting"
    DAY_SET = "day-set"
    PUBLISHED = "published"
    NOT_PUBLISHED = "not-published"
    BETWEEN = "between"
    NOT_AGREED = "not-agreed"
    PAUSED = "paused"


# place: (name, who has it, what is promised)
TABLE = {
    Place.DRAFT: (
        _("You’re still writing your story"),
        _("Only you can read it. It has not been sent."),
        _("We keep it for you until %(date)s. Then it is deleted."),
    ),
    Place.SENT: (
        _("We have your story"),
        _("Our safeguarding staff have it. Their job is to keep people safe. No one else can read it yet."),
        _("You’ll have an answer here by %(date)s."),
    ),
    Place.ASKED: (
        _("We asked you something"),
        _("Our safeguarding staff have your story. They asked you a question. You can read it below."),
        _("If you can, answer by %(date)s. Later is fine too."),
    ),
    Place.BEING_READ: (
        _("Your story is being read"),
        _("Trained volunteers are reading it. They have been through hard times of their own."),
        _("They’ll be done by %(date)s."),
    ),
    Place.LOOKING: (
        _("We’re looking for a reader for your story"),
        _("Trained volunteers read every story. Just now too few of them are free. We ask again and again."),
        _("You’ll have news here by %(date)s."),
    ),
    Place.BEING_PREPARED: (
        _("Your page is being made"),
        _("An editor has it. They choose a picture and topics. They can’t change your words."),
        _("It will be with you by %(date)s."),
    ),
    Place.WITH_YOU: (
        _("It’s with you now"),
        _("You have it. Nothing is published until you say yes."),
        _("No rush. We’ll keep it for you until %(date)s, and ask you before then."),
    ),
    Place.NEW_WORDS: (
        _("Your new words are being read"),
        _("Our safeguarding staff read your new words first. Then one trained volunteer does."),
        _("They’ll be done by %(date)s."),
    ),
    Place.LOOKED_AT_AGAIN: (
        _("The part you want to keep is looked at again"),
        _("The trained volunteers who read your story have it once more. They look at that part only."),
        _("They’ll be done by %(date)s."),
    ),
    Place.TO_TALK: (
        _("A person here will talk with you"),
        _("You have your page. Our safeguarding staff will be in touch about the part you want to keep."),
        _("They’ll be in touch by %(date)s. Nothing is published until you say yes."),
    ),
    Place.WAITING: (
        _("You said yes. Your page is waiting for its day"),
        _("An editor has it. They choose the day, and they can’t change the page."),
        _("You’ll know the day by %(date)s. You hear at least 24 hours before."),
    ),
    Place.DAY_SET: (
        _("Your page has a day"),
        _("No one can change it now. You can still change your mind."),
        _("It will be published on %(date)s."),
    ),
    Place.PUBLISHED: (
        _("Your story is published"),
        _("Anyone can read it."),
        _("It stays for as long as you want. Now and then we ask. You can take it down on any day, at any time."),
    ),
    Place.NOT_PUBLISHED: (
        _("We won’t publish this story"),
        _("Only our safeguarding staff can read it."),
        _("It stays here, only for you, until %(date)s. Then it is deleted. You can take it back before."),
    ),
    Place.BETWEEN: (
        _("Your story is with our staff"),
        _("Our staff have it. They are working out what comes next."),
        _("You’ll have news here by %(date)s."),
    ),
    Place.NOT_AGREED: (
        _("Your yes to publishing has ended"),
        _("No one outside can read your story. If your page was out, it is down."),
        _("We keep it for you until %(date)s. You can say yes again until then. After that it is deleted."),
    ),
    Place.PAUSED: (
        _("Your story is paused"),
        _("Our safeguarding staff are looking after it. No one can read the page while it is paused."),
        _("Nothing is lost. You’ll have news here by %(date)s."),
    ),
}
LATE = _("We said %(date)s, and we’re late. We’re sorry. Your story is not forgotten.")
NO_RUSH = _("No rush. It is still here for you.")
THEIRS = {Place.DRAFT, Place.ASKED, Place.WITH_YOU, Place.DAY_SET, Place.NOT_PUBLISHED, Place.NOT_AGREED}
OURS = frozenset(Place) - THEIRS  # our promise, so we can be late


@dataclass(frozen=True)
class Status:
    """Where one story is today, and what its room needs to know of it."""

    place: Place
    due_on: datetime.date | None
    page: Page | None = None
    step: StepState | None = None

    @property
    def name(self) -> str:
        return TABLE[self.place][0]

    @property
    def who(self) -> str:
        return TABLE[self.place][1]

    @property
    def is_late(self) -> bool:
        """Tell whether a day we promised has passed."""
        return self.place in OURS and bool(self.due_on) and self.due_on < timezone.localdate()

    @property
    def promise(self) -> str:
        """Return the promise with its date; the truth when we are late."""
        if self.is_late:
            text = LATE
        elif self.place == Place.WITH_YOU and self.due_on and self.due_on < timezone.localdate():
            text = NO_RUSH
        else:
            text = TABLE[self.place][2]
        return text % {"date": date_format(self.due_on, "j F Y") if self.due_on else ""}


def status_of(submission: Submission) -> Status:
    """Return where a story is. While a concern is open it says "paused" and nothing else."""
    page = page_of(submission.case)
    step = step_of(submission.case) if page else None
    worry = Concern.objects.open().filter(case=submission.case).order_by("due_on").first()
    if worry:
        return Status(Place.PAUSED, worry.due_on, page, step)
    if submission.state in SENT and (last_day := kept_until(submission.case, Kept.ENDED)):
        return Status(Place.NOT_AGREED, last_day, page, step)
    if submission.state != State.ACCEPTED:
        return Status(*_before_review(submission))
    return Status(*_in_review(submission, page, step), page, step)


def _before_review(submission: Submission) -> tuple[Place, datetime.date | None]:
    if submission.state == State.DRAFT:
        return Place.DRAFT, submission.expires_on
    if submission.state == State.DECLINED:
        return Place.NOT_PUBLISHED, kept_until(submission.case, Kept.DECLINED)
    places = {State.SENT: Place.SENT, State.ASKED: Place.ASKED}
    return places[State(submission.state)], submission.due_on


def _in_review(submission: Submission, page, step) -> tuple[Place, datetime.date | None]:
    if step is None:
        live = bool(page and page.live)
        return (Place.PUBLISHED, None) if live else (Place.BETWEEN, submission.due_on)
    task = type(step.task.specific)
    if task is AuthorSealTask:
        return _with_author(step)
    if task is PublishTask and step.publish_on:
        return Place.DAY_SET, timezone.localdate(step.publish_on)
    places = {
        ChampionReviewTask: Place.LOOKING if step.lacking_told_at else Place.BEING_READ,
        PrepareTask: Place.BEING_PREPARED,
        PublishTask: Place.WAITING,
    }
    return places.get(task, Place.BETWEEN), step.due_on


def _with_author(step) -> tuple[Place, datetime.date | None]:
    """Theirs while a question is open; ours while their words wait to be read, or somebody is to talk with them."""
    asked, pleas = Suggestion.objects.of_round(step), Plea.objects.of_round(step)
    talk = pleas.with_staff().first()
    others = asked.open_to_author()
    if (others.exclude(paragraph=talk.paragraph) if talk else others).exists():
        return Place.WITH_YOU, step.due_on
    if pending := asked.pending().order_by("answered_at").first():
        return Place.NEW_WORDS, pending.due_on
    if again := pleas.with_readers().first():
        return Place.LOOKED_AT_AGAIN, again.due_on
    return (Place.TO_TALK, talk.due_on) if talk else (Place.WITH_YOU, step.due_on)
