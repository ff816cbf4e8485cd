"""Private things: a case's key, consent and its wording, letters, who read what, what was erased."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .appendonly import AppendOnly
from .encrypted import EncryptedTextField
from .enums import LetterKind, Use
from .facts import DataProtection
from .kinds import DataKind
from .lasting import Lasting, LastingRows
from .private import Private, PrivateQuerySet
from .versions import Versioned, VersionsQuerySet

__all__ = [
    "AccessLog",
    "CaseKey",
    "Consent",
    "ConsentWording",
    "DataKind",
    "DataProtection",
    "Erasure",
    "Letter",
    "Turn",
    "WordingStands",
]


class CaseKey(models.Model):
    """The key of one case, wrapped by the ring."""

    case = models.UUIDField(primary_key=True)
    ring_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()


class WordingStands(Exception):
    """People were asked with these words: they are never changed or deleted. A new version takes their place."""


class WordingQuerySet(VersionsQuerySet):
    def current(self, language: str, uses=tuple(Use)) -> "dict[Use, ConsentWording]":
        """Return the newest approved wording of each use in a language. There is no other language to fall back to."""
        rows = {Use(row.use): row for row in self.approved().filter(language=language).order_by("version")}
        return {use: rows[use] for use in uses if use in rows}

    def languages(self, uses) -> set[str]:
        """Return the languages in which every one of these uses has an approved wording."""
        found: dict[str, set] = {}
        for language, use in self.approved().filter(use__in=uses).order_by().values_list("language", "use").distinct():
            found.setdefault(language, set()).add(use)
        return {language for language, known in found.items() if known == {Use(use).value for use in uses}}


class ConsentWording(Versioned):
    """One version of what an author is asked, in one language. Never changed or deleted once it was approved."""

    Stands, series = WordingStands, ("use", "language")

    use = models.CharField(_("use"), max_length=20, choices=Use.choices)
    language = models.CharField(_("language"), max_length=12)
    version = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("what is asked"))
    ending = models.TextField(
        _("when they change their mind"),
        blank=True,
        help_text=_("What happens when they end it, and what is then beyond our reach."),
    )
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)

    objects = WordingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["use", "language", "version"], name="one_wording_per_version")]
        ordering = ["use", "language", "-version"]
        verbose_name = _("consent wording")
        verbose_name_plural = _("consent wordings")

    def __str__(self):
        return f"{self.get_use_display()} ({self.language}, {self.version})"


class ConsentQuerySet(LastingRows, models.QuerySet):
    def standing(self):
        """Consents that were given, not ended, and have not run out."""
        return self.filter(ended_at=None).exclude(ends_on__lt=timezone.localdate())

    def run_out(self):
        """Consents whose last day is over and that nobody has ended yet: they stand no more."""
        return self.filter(ended_at=None, ends_on__lt=timezone.localdate())


class Consent(Lasting):
    """The only answer to: may it be used here? One that ended stays ended; a new yes is a new row."""

    lasting = ("case", "use", "wording", "ends_on")
    moments = ("ended_at",)

    case = models.UUIDField(db_index=True)
    use = models.CharField(max_length=20, choices=Use.choices)
    wording = models.ForeignKey(ConsentWording, on_delete=models.PROTECT)
    given_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField(null=True, blank=True)  # the last day it holds, for a use that runs out
    asked_again = models.BooleanField(default=False)  # a letter said that it ends soon
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "use"], condition=models.Q(ended_at=None), name="one_standing_consent_per_use"
            )
        ]


PAUSES = [
    *(datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720)),
    *[datetime.timedelta(days=1)] * 5,
]  # after each try of a letter; there are no more tries than pauses


class LetterQuerySet(PrivateQuerySet):
    def due(self):
        """Letters to try now, oldest first."""
        waiting = self.filter(sent_at=None, tries__lt=len(PAUSES), next_try_at__lte=timezone.now())
        return waiting.order_by("next_try_at")

    def given_up(self):
        """Letters that could not be sent, after the last try: staff have to reach that person another way."""
        return self.filter(sent_at=None, tries=len(PAUSES)).exclude(failure="").order_by("created_at")


class Letter(Private):
    """A mail to send: to whom, which template, in which language. Never a word of a story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(null=True, db_index=True)
    kind = models.CharField(max_length=30, choices=LetterKind.choices)
    language = models.CharField(max_length=12)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    address = EncryptedTextField(null=True)  # an author's; staff have theirs with their account
    created_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=80, blank=True)  # the error's class, never its text

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["sent_at", "next_try_at"], name="letters_due")]


class AccessLog(AppendOnly):
    """Who opened which unpublished words, and when. Rows are added, never changed."""

    case = models.UUIDField(db_index=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    what = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        base_manager_name = "objects"
        indexes = [models.Index(fields=["at", "person"], name="reads_by_day")]


class Erasure(models.Model):
    """The ledger: a case that was erased, so that a restored copy erases it again before it serves."""

    case = models.UUIDField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)


class Backup(models.Model):
    """A backup that was made, and when somebody last tried whether a site can be made of it."""

    name = models.CharField(max_length=40, unique=True)
    made_at = models.DateTimeField()
    size = models.PositiveBigIntegerField()  # bytes
    tried_at = models.DateTimeField(null=True)

    class Meta:
        get_latest_by = "made_at"


class Turn(models.Model):
    """Whose turn it is to do a thing that only one process may do at a time, and until when they hold it."""

    name = models.CharField(max_length=20, primary_key=True)
    held_until = models.DateTimeField()
