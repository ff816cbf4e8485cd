"""What a review leaves behind: readings and votes, suggestions and answers, changes, and the author's seal."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedJSONField, EncryptedTextField
from workflows.privacy.lasting import Lasting, LastingQuerySet, LastingRows
from workflows.privacy.private import Private, PrivateQuerySet

from .digest import SCHEME
from .enums import ADDED, FILES, HELD, YES, Answer, Outcome, ReadingState, SuggestionKind, Verdict
from .notebook import Findings, HalfWritten
from .pleas import Plea, PleaReader, is_pleaded
from .policy import Policy
from .steps import AuthorSealTask, ChampionReviewTask, PrepareTask, PublishTask, StepState

__all__ = [
    "AuthorSealTask",
    "ChampionReviewTask",
    "DaysToAvoid",
    "Findings",
    "HalfWritten",
    "Placement",
    "Plea",
    "PleaReader",
    "Policy",
    "PrepareTask",
    "PublishTask",
    "Reading",
    "Seal",
    "StepState",
    "Suggestion",
    "Vote",
]


class ReadingQuerySet(LastingRows, models.QuerySet):
    def refuses(self, values):
        """Tell whether these values would bring somebody back, besides, who stepped away."""
        brings_back = "state" in values and self.filter(state=ReadingState.STEPPED_AWAY).exists()
        return brings_back or super().refuses(values)

    def held(self):
        """Readings that somebody has before them."""
        return self.filter(state__in=HELD)

    def counted(self):
        """Readings that count: not those of champions who are still learning."""
        return self.filter(beside=False)

    def for_reader(self, person):
        """Return a person's own readings."""
        return self.filter(champion=person)


class Reading(Lasting):
    """One champion's work on one case. Why a reading was given back is told to no one."""

    lasting = ("case", "champion")
    watched = ("state",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    champion = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    state = models.CharField(max_length=15, choices=ReadingState.choices, default=ReadingState.OFFERED)
    offered_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)  # how many reminders were written
    beside = models.BooleanField(default=False)  # by somebody who is learning: recorded, not counted
    appointed = models.BooleanField(default=False)  # by somebody who works here, because nobody else was free

    # Why this person: what was so when they were asked. Empty where staff asked them.
    in_hand = models.PositiveSmallIntegerField(null=True)
    asked_before = models.DateTimeField(null=True)
    free = models.PositiveSmallIntegerField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)  # told to who read to the end
    outcome_at = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "champion"], name="one_reading_per_champion")]
        indexes = [models.Index(fields=["champion", "-offered_at"], name="a_champions_last_reading")]

    def refuses(self, stored):
        """Tell whether this brings back somebody who stepped away: they know the author, and are not asked again."""
        return stored["state"] == ReadingState.STEPPED_AWAY != self.state

    def may_go(self):
        """Tell whether its champion may be asked again."""
        return self.state != ReadingState.STEPPED_AWAY


class Placement(Private):
    """What a member of staff did about who reads a story, and why. Erased with the story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    instead_of = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = EncryptedTextField()
    at = models.DateTimeField(default=timezone.now)


class Vote(Lasting):
    """A reading's verdict on the digest of the words read."""

    lasting = ("reading", "digest", "verdict")

    reading = models.OneToOneField(Reading, on_delete=models.CASCADE, related_name="vote")
    digest = models.CharField(max_length=64)
    verdict = models.CharField(max_length=15, choices=Verdict.choices)
    cast_at = models.DateTimeField(default=timezone.now)

    objects = LastingQuerySet.as_manager()

    def may_go(self):
        """Tell whether the story is further from publication without it."""
        return self.verdict in YES


class SuggestionQuerySet(LastingRows, PrivateQuerySet):
    def refuses(self, values):
        """Tell whether these values would let an author's own words pass, besides: somebody reads each."""
        decided = {"checked_at", "confirmed_at", "withdrawn_at"}
        return not decided.isdisjoint(values) or super().refuses(values)

    def of_round(self, step):
        """The suggestions of a case since this review began; those of an earlier one are settled."""
        return self.real().filter(case=step.page.case, made_at__gte=step.workflow_state.created_at)

    def real(self):
        """Leave out what was noted to learn by: no author is asked about it."""
        return self.filter(practice=False)

    def unanswered(self):
        """Suggestions the author has not answered."""
        return self.filter(answer="")

    def open_to_author(self):
        """Those that wait for the author: not what its readers look at once more because they asked to keep it."""
        return self.unanswered().exclude(models.Q(is_pleaded(), kind=SuggestionKind.MUST))

    def pending(self):
        """The author's own new words that safeguarding or a champion has still to read."""
        return self.filter(answer=Answer.OWN, confirmed_at=None, turned_down=False)

    def to_check(self):
        """The author's own new words that safeguarding has to read before they enter the page."""
        return self.pending().filter(checked_at=None)

    def to_confirm(self):
        """The author's own new words, now in the draft, that one champion has to confirm."""
        return self.pending().filter(checked_at__isnull=False)

    def for_confirming(self, person):
        """Leave out what this person suggested and the cases they stepped away from: see rules.can_confirm."""
        away = Reading.objects.for_reader(person).filter(state=ReadingState.STEPPED_AWAY)
        return self.exclude(made_by=person).exclude(case__in=away.values("case"))


class Suggestion(Private, Lasting):
    """Proposed words for one paragraph, a reason, and the author's answer.

    An answer in the author's own new words is read by safeguarding (`checked`) before it enters the page, and
    confirmed by one champion afterwards; until then it lies here, encrypted.
    """

    lasting = ("case", "paragraph", "made_by")
    watched = ("withdrawn_at",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    paragraph = models.CharField(
        max_length=60
    )  # the paragraph's stable id, HEADLINE, BYLINE, or what begins with ADDED
    kind = models.CharField(max_length=12, choices=SuggestionKind.choices, default=SuggestionKind.SUGGESTION)
    before = EncryptedTextField()
    after = EncryptedTextField()
    reason = EncryptedTextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    own_words = EncryptedTextField()
    answered_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    due_on = models.DateField(null=True, blank=True)  # by then the author's own words have been read
    warned = models.BooleanField(default=False)
    practice = models.BooleanField(default=False)  # by a champion who is learning; goes before the author is asked
    marked = models.BooleanField(default=False)  # the own words have some of the concern list
    withdrawn_at = models.DateTimeField(null=True)  # its readers said that the part can stay after all
    turned_down = models.BooleanField(default=False)  # the own words could not be let in; a new reason follows

    objects = SuggestionQuerySet.as_manager()

    @property
    def is_beside(self) -> bool:
        """Tell whether this is about a thing beside the words."""
        return self.paragraph.startswith(ADDED)

    @property
    def is_file(self) -> bool:
        """Tell whether this is about a picture or a recording of the author's."""
        return self.paragraph in FILES

    @property
    def shows(self) -> str:
        """Return what a new picture shows, in words; nothing for anything else."""
        return self.own_words.partition("\n")[2] if self.is_file else ""

    def refuses(self, stored):
        """Tell whether this says that a part can stay after all: only its readers say so."""
        return stored["withdrawn_at"] != self.withdrawn_at

    def may_go(self):
        """Tell whether it is none of those that say, once answered, what can't be published as it is."""
        return self.kind != SuggestionKind.MUST or not self.answer

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="answer_has_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=SuggestionKind.MUST, answer=Answer.KEEP, withdrawn_at=None),
                name="a_must_is_kept_once_withdrawn",
            ),
        ]


class DaysToAvoid(Private):
    """Days on which an author does not want their page to come out; when somebody's exams are tells who they are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    days = EncryptedJSONField()  # first and last, as ISO dates; both included
    given_at = models.DateTimeField(default=timezone.now)


class Seal(Lasting):
    """The author's yes to one digest in one locale, nothing else. Its scheme says how the digest is written.

    The latest counts; without it an earlier one would count again.
    """

    lasting = ("case", "locale", "digest", "at")

    case = models.UUIDField(db_index=True)
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    scheme = models.PositiveSmallIntegerField(default=SCHEME)
    at = models.DateTimeField(default=timezone.now)

    objects = LastingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "locale", "digest"], name="one_seal_per_text")]

    def may_go(self):
        """Say no: a yes goes by its author's change of mind, and with its case."""
        return False
