"""What waits for safeguarding, as plain rows: what was sent, new words to check, messages, open worries."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from wagtail.models import Page

from workflows.people.enums import Band
from workflows.people.models import AgeMark
from workflows.privacy.casekeys import warm_keys
from workflows.review.being_read import cases_being_read
from workflows.review.models import Suggestion
from workflows.review.rules import can_check
from workflows.review.waiting import language_name
from workflows.safeguarding.frozen import frozen_cases
from workflows.safeguarding.models import Concern

from .adults import Adult, AgreeBy
from .display import minutes_to_read
from .enums import State
from .rules import can_intake
from .submission import Message, Submission


@dataclass(frozen=True)
class Sent:
    """A story that waits for a decision. Without words: `minutes` alone is drawn from them."""

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


def sent_stories(person) -> list[Sent]:
    """Return the stories that wait for safeguarding: with a worry, with words of concern, then the oldest promise."""
    written = Message.objects.filter(submission=OuterRef("pk"), marked=True, seen_at=None)
    found = list(Submission.objects.waiting().annotate(paused=_is_paused(), wrote_of_concern=Exists(written)))
    warm_keys(submission.case for submission in found)
    rows = [_row(submission, person) for submission in found]
    return sorted(rows, key=lambda row: (not row.paused, not row.marked))


def new_words_to_check(person) -> list[NewWords]:
    """Return authors' own new words that nobody has read yet: with words of concern first, then the longest waiting."""
    marks = AgeMark.objects.filter(case=OuterRef("case"))
    found = (
        Suggestion.objects.to_check()
        .filter(Exists(Page.objects.filter(translation_key=OuterRef("case"))))
        .annotate(band=Subquery(marks.values("band")[:1]), paused=_is_paused())
        .order_by("-marked", "answered_at")
        .defer("before", "after", "reason", "own_words")
    )
    being_read = cases_being_read()
    return [
        NewWords(
            words.pk,
            words.answered_at,
            words.paused,
            can_check(person, _mark(words.case, words.band)),
            words.case in being_read,
            words.marked,
        )
        for words in found
    ]


def unread_messages(person) -> list[Unread]:
    """Return the stories with a message nobody here has read: with words of concern first, then the longest waiting.

    Those of new stories stand with them, above.
    """
    unseen = Q(messages__by_author=True, messages__seen_at=None)
    found = Submission.objects.filter(unseen, state__in=[State.ACCEPTED, State.DECLINED], taken_back_at=None)
    rows = found.values_list("case", "band").annotate(
        since=Min("messages__at"), paused=_is_paused(), marked=Count("pk", filter=Q(messages__marked=True))
    )
    return sorted(
        (
            Unread(case, since, paused, can_intake(person, _mark(case, band)), marked > 0)
            for case, band, since, paused, marked in rows
        ),
        key=lambda row: (not row.marked, row.since),
    )


def open_worries() -> list[Concern]:
    """Return the open concerns, the oldest first; what was written in them is read on their own page.

    Each has the band of its author and the moment its story was sent, so that one is told from another.
    """
    about = Submission.objects.filter(case=OuterRef("case"))
    found = Concern.objects.open().defer("text", "outcome").order_by("raised_at")
    found = list(found.annotate(band=Subquery(about.values("band")), sent_at=Subquery(about.values("sent_at"))))
    for concern in found:
        concern.age = Band(concern.band).label if concern.band else ""
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


def _row(submission: Submission, person) -> Sent:
    return Sent(
        case=submission.case,
        band=submission.get_band_display(),
        language=language_name(submission.language),
        minutes=minutes_to_read([submission.words]),
        sent_at=submission.sent_at,
        due_on=submission.due_on,
        reach=submission.get_reach_display(),
        marked=bool(submission.marked.get("words")) or submission.wrote_of_concern,
        changed=submission.changed_at is not None,
        brought=submission.get_brought_how_display(),
        answered=submission.state == State.SENT,
        paused=submission.paused,
        may_open=can_intake(person, _mark(submission.case, submission.band)),
    )
