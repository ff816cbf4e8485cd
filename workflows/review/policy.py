"""The published policy as readers are asked it: four questions, each with its points, in versions that never change."""

from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from workflows.privacy.versions import Versioned, VersionsQuerySet

from .enums import Question

POINTS = _("One point on each line, in the words of the public page.")


class PolicyStands(Exception):
    """Stories were read by this version: it is never changed or deleted. A new version takes its place."""


class Asked(NamedTuple):
    """One question as it is shown, with its points by name; a name holds within its version alone."""

    key: str
    title: str
    text: str
    points: list[tuple[str, str]]


class PolicyQuerySet(VersionsQuerySet):
    def current(self, language: str = "") -> "Policy | None":
        """Return the newest approved version in a language, that now spoken if none is named; else the first one's."""
        languages = [language or get_language(), settings.LANGUAGE_CODE]
        found = self.approved().filter(language__in=languages).order_by("-version")
        return max(found, key=lambda policy: -languages.index(policy.language), default=None)


class Policy(Versioned):
    """One version of the moderation policy in one language."""

    Stands, series = PolicyStands, ("language",)

    language = models.CharField(_("language"), max_length=12)
    version = models.PositiveIntegerField(_("version"))
    readers = models.CharField(_("is it safe for those who read it?"), max_length=200)
    readers_points = models.TextField(_("its points"), help_text=POINTS)
    writer = models.CharField(_("is it safe for the writer, and for others?"), max_length=200)
    writer_points = models.TextField(_("its points"), help_text=POINTS)
    true = models.CharField(_("is it true to the writer?"), max_length=200)
    true_points = models.TextField(_("its points"), help_text=POINTS)
    place = models.CharField(_("is it in the right place?"), max_length=200)
    place_points = models.TextField(_("its points"), help_text=POINTS)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "version"], name="one_policy_per_version")]
        ordering = ["language", "-version"]
        verbose_name = _("moderation policy")
        verbose_name_plural = _("moderation policy")

    def __str__(self):
        return f"{self.language}, {self.version}"

    @property
    def questions(self) -> list[Asked]:
        """Return the four questions in their order."""
        return [self._question(Question(key)) for key in Question.values]

    def _question(self, key: Question) -> Asked:
        lines = [line.strip() for line in getattr(self, f"{key.value}_points").splitlines()]
        points = [(f"{key.value}-{place}", line) for place, line in enumerate(filter(None, lines), start=1)]
        return Asked(key.value, str(key.label), getattr(self, key.value), points)
