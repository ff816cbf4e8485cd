"""A release: one published version of a pack as one file, and how often it was downloaded, by day."""

from pathlib import Path

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from workflows.safeguarding.frozen import frozen_cases

from ..enums import ReleaseState


class PackReleaseQuerySet(models.QuerySet):
    def ready(self):
        """Releases schools can download, the newest first."""
        return self.filter(state=ReleaseState.READY).order_by("-made_at", "-pk")

    def current(self):
        """The one release a school gets when it asks for the pack."""
        return self.filter(state=ReleaseState.READY, superseded=False)


class PackRelease(models.Model):
    """One version of a pack. Its file never changes; when a newer one is ready, this one stays and says so."""

    pack = models.ForeignKey("toolkits.PackPage", on_delete=models.CASCADE, related_name="releases")
    number = models.CharField(
        _("version number"), max_length=12, validators=[RegexValidator(r"^\d{1,3}(\.\d{1,3}){1,2}\Z", _("As in: 2.1"))]
    )
    change_note = models.TextField(_("what changed"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=ReleaseState.choices, default=ReleaseState.MAKING)
    problem = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    contents = models.JSONField(default=dict)  # translation key of each session → its title and digest
    superseded = models.BooleanField(default=False)

    objects = PackReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "number"], name="one_release_per_number"),
            models.UniqueConstraint(
                fields=["pack"], condition=Q(state="ready", superseded=False), name="one_current_release_per_pack"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | (~Q(sha256="") & Q(made_at__isnull=False)),
                name="a_ready_release_has_a_file",
            ),
        ]

    def __str__(self):
        return f"{self.pack} {self.number}"

    @property
    def version(self) -> tuple[int, ...]:
        """Return the number as something that sorts: 2.10 comes after 2.9."""
        return tuple(int(part) for part in self.number.split("."))

    def has_paused(self) -> bool:
        """Tell whether a lesson in this file is paused: then schools don’t get the file either."""
        return any(str(case) in self.contents for case in frozen_cases().values_list("case", flat=True))

    @property
    def path(self) -> Path:
        """Return where the file is kept: its name is its own digest."""
        return Path(settings.MEDIA_ROOT) / "packs" / f"{self.sha256}.zip"

    @property
    def file_name(self) -> str:
        """Return the name the file has on a teacher’s own computer."""
        return f"{slugify(self.pack.title) or 'pack'}-{self.number}.zip"


class DownloadCount(models.Model):
    """How often a release was downloaded on one day. A number; nothing about anybody."""

    release = models.ForeignKey(PackRelease, on_delete=models.CASCADE, related_name="downloads")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "day"], name="one_count_per_day")]
