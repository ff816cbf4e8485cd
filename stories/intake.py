"""What waits for safeguarding, as plain rows: what was sent, new words to check, messages, open worries."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Length
from django.utils import timezone
from wagtail.models import Page

from workflows.people.enums import Band
from workflows.people.models import AgeMark
from workflows.privacy.casekeys import warm_keys
from workflows.review.being_read import pages_being_read
from workflows.review.models import Suggestion
from workflows.review.rules import can_check
from workflows.review.waiting import language_name
from workflows.safeguarding.frozen import frozen_cases
from workflows.safeguarding.models import Concern

from .adults import Adult, AgreeBy
from .enums import UNDECIDED, Brought, Reach, State
from .rules import can_intake
from .submission import Message, Submission

LONG = "headline words byline contact code ticked agreement reason alternative".split()
A_MINUTE = datetime.timedelta(minutes=1)
BYTES_A_MINUTE = 1_100  # 200 words of five letters and a blank


@dataclass(frozen=True)
class Sent:
    """A story that waits for a decision. Without words: `minutes` is drawn from how long they are, locked."""

    case: UUID
    band: str
    language: str
    minutes: int
    sent_at: datetime.datetime
    due_on: datetime.date
    reach: str
    marked: bool  # it has words from the concern list
    changed: bool  # its author changed it after sending
    brought: str  # how it came, where safeguarding brought it in
    answered: bool  # else it waits for its author
    paused: bool
    may_open: bool


@dataclass(frozen=True)
class NewWords:
    """A part its author said another way."""

    pk: UUID
    since: datetime.datetime
    paused: bool
    may_open: bool
    waits: bool  # champions still read the story as it was
    marked: bool  # they have words from the concern list


@dataclass(frozen=True)
class Unread:
    """A story whose author wrote to us."""

    case: UUID
    since: datetime.datetime
    paused: bool
    may_open: bool
    marked: bool  # it has words from the concern list


def waiting_stories(person) -> tuple[list[Sent], list[Unread]]:
    """Return what was sent and waits for us, and what has a message nobody here has read, both from one query.

    Sent stories come with a worry first, then with words of concern, then by the oldest promise; messages
    begin with those with words of concern, then the longest wait. No word of a story is opened: how long it is, its
    bytes say.
    """
    found = list(_waiting())
    warm_keys(submission.case for submission in found if submission.state in UNDECIDED)
    names = {code: language_name(code) for code in {submission.language for submission in found}}
    sent = [_row(submission, person, names) for submission in found if submission.state in UNDECIDED]
    others = [one for one in found if one.state not in UNDECIDED]
    unread = [
        Unread(one.case, one.since, one.paused, can_intake(person, _mark(one.case, one.band)), one.wrote_of_concern)
        for one in others
    ]
    sent.sort(key=lambda row: (not row.paused, not row.marked))
    unread.sort(key=lambda row: (not row.marked, row.since))
    return sent, unread


def _waiting():
    """Return submissions that wait for a decision, and decided ones whose author wrote, without what is long."""
    unseen = Message.objects.filter(submission=OuterRef("pk"), by_author=True, seen_at=None).order_by("at")
    found = Submission.objects.filter(taken_back_at=None).annotate(
        since=Subquery(unseen.values("at")[:1]),
        wrote_of_concern=Exists(unseen.filter(marked=True)),
        paused=_is_paused(),
        size=Length("words"),
    )
    found = found.filter(Q(state__in=UNDECIDED) | Q(state__in=[State.ACCEPTED, State.DECLINED], since__isnull=False))
    return found.defer(*LONG).order_by("due_on", "sent_at")


def new_words_to_check(person) -> list[NewWords]:
    """Return authors' own new words that nobody has read yet: with words of concern first, then the longest waiting."""
    marks = AgeMark.objects.filter(case=OuterRef("case"))
    found = (
        Suggestion.objects.to_check()
        .filter(Exists(Page.objects.filter(translation_key=OuterRef("case"))))
        .annotate(
            band=Subquery(marks.values("band")[:1]),
            paused=_is_paused(),
            waits=Exists(pages_being_read().filter(translation_key=OuterRef("case"))),
        )
        .order_by("-marked", "answered_at")
        .defer("before", "after", "reason", "own_words")
    )
    return [
        NewWords(
            words.pk,
            words.answered_at,
            words.paused,
            can_check(person, _mark(words.case, words.band)),
            words.waits,
            words.marked,
        )
        for words in found
    ]


def open_worries() -> list[Concern]:
    """Return the open concerns, the oldest first; what was written in them is read on their own page.

    Each has the band of its author and the moment its story was sent, so that one is told from another.
    """
    about = Submission.objects.filter(case=OuterRef("case"))
    found = Concern.objects.open().defer("text", "outcome").order_by("raised_at")
    found = list(found.annotate(band=Subquery(about.values("band")), sent_at=Subquery(about.values("sent_at"))))
    for concern in found:
        concern.age = Band(concern.band).label if concern.band else ""
        concern.just_now = timezone.now() - concern.raised_at < A_MINUTE
    return found


def adult_said(submission) -> str:
    """Return what an author said about an adult, without the name or number they gave; "" where not asked."""
    adult = submission.contact.get("adult", {})
    labels = (dict(Adult.choices).get(adult.get("asked")), dict(AgreeBy.choices).get(adult.get("by")))
    return " ".join(f"“{label}”" for label in labels if label)


def _is_paused() -> Exists:
    return Exists(frozen_cases().filter(case=OuterRef("case")))


def _mark(case: UUID, band: str) -> AgeMark | None:
    return AgeMark(case=case, band=band) if band else None


def _label(choices, value: str):
    """Return a choice in words, which are looked up only for the rows that are shown."""
    return choices(value).label if value else ""


def _row(submission: Submission, person, languages: dict[str, str]) -> Sent:
    return Sent(
        case=submission.case,
        band=_label(Band, submission.band),
        language=languages[submission.language],
        minutes=max(1, round(submission.size / BYTES_A_MINUTE)),
        sent_at=submission.sent_at,
        due_on=submission.due_on,
        reach=_label(Reach, submission.reach),
        marked=bool(submission.marked.get("words")) or submission.wrote_of_concern,
        changed=submission.changed_at is not None,
        brought=_label(Brought, submission.brought_how),
        answered=submission.state == State.SENT,
        paused=submission.paused,
        may_open=can_intake(person, _mark(submission.case, submission.band)),
    )
