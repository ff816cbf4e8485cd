"""A release: one published version of a pack as files, and how often each was downloaded, by day."""

from pathlib import Path, PurePath

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from workflows.safeguarding.frozen import frozen_cases

from ..enums import Holds, ReleaseState
from ..lent import cases_lent


def place_of(sha256: str, name: str) -> Path:
    """Return where a file of a release is kept: its name is its own digest."""
    return Path(settings.MEDIA_ROOT) / "packs" / f"{sha256}{PurePath(name).suffix}"


class PackReleaseQuerySet(models.QuerySet):
    def ready(self):
        """Releases schools can download, the newest first."""
        return self.filter(state=ReleaseState.READY).order_by("-made_at", "-pk")

    def waiting(self):
        """Releases that are asked for and not made yet, the longest waiting first."""
        return self.filter(state=ReleaseState.MAKING).order_by("asked_at", "pk")

    def recalled(self):
        """Releases that were called back: they are gone, and say why."""
        return self.filter(state=ReleaseState.RECALLED).order_by("-recalled_at", "-pk")

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
    contents = models.JSONField(default=dict)  # translation key of each session → title, digest, files, cases
    superseded = models.BooleanField(default=False)
    steps = models.PositiveSmallIntegerField(default=0)  # how much there is to do
    steps_done = models.PositiveSmallIntegerField(default=0)
    without_pdf = models.BooleanField(default=False)  # the library that makes them was not there
    by_itself = models.BooleanField(default=False)  # nobody asked: something had to leave the pack
    recalled_at = models.DateTimeField(null=True)
    recall_reason = models.TextField(blank=True)

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
            models.CheckConstraint(
                condition=~Q(state="recalled") | (~Q(recall_reason="") & Q(recalled_at__isnull=False)),
                name="a_recalled_release_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.pack} {self.number}"

    @property
    def version(self) -> tuple[int, ...]:
        """Return the number as something that sorts: 2.10 comes after 2.9."""
        return tuple(int(part) for part in self.number.split("."))

    @property
    def cases(self) -> set[str]:
        """Return the cases of the stories in this release."""
        return {case for one in self.contents.values() for case in one.get("cases", ())}

    def is_held_back(self) -> bool:
        """Tell whether something in it is paused, or a story in it is not lent any more: then nobody gets the files."""
        return bool(held_back([self]))

    @property
    def path(self) -> Path:
        """Return where the whole pack's ZIP is kept."""
        return place_of(self.sha256, self.file_name)

    @property
    def url(self) -> str:
        """Return the lasting address of the whole pack as it was in this release."""
        return reverse("toolkits:download_version", args=[self.pack.slug, self.sha256, self.file_name])

    @property
    def file_name(self) -> str:
        """Return the name the file has on a teacher’s own computer."""
        return f"{slugify(self.pack.title) or 'pack'}-{self.number}.zip"


def held_back(releases: list[PackRelease], paused=None) -> set[int]:
    """Return the keys of those releases that nobody gets now; at most two queries. `paused`: cases read already."""
    if not releases:
        return set()
    frozen = {str(case) for case in (frozen_cases().values_list("case", flat=True) if paused is None else paused)}
    lent = cases_lent(set().union(*(one.cases for one in releases)))
    return {one.pk for one in releases if frozen & (one.contents.keys() | one.cases) or not one.cases <= lent}


class ReleaseFile(models.Model):
    """One file of a release that can be had on its own: the whole, a part, a session, or a lesson to print."""

    release = models.ForeignKey(PackRelease, on_delete=models.CASCADE, related_name="files")
    holds = models.CharField(max_length=10, choices=Holds.choices)
    key = models.UUIDField(null=True)  # the translation key of the part or session it is of
    name = models.CharField(max_length=200)  # as it is called on a teacher's own computer
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["release", "name"], name="one_file_per_name")]

    @property
    def path(self) -> Path:
        return place_of(self.sha256, self.name)

    @property
    def url(self) -> str:
        """Return its lasting address."""
        return reverse("toolkits:download_version", args=[self.release.pack.slug, self.sha256, self.name])


class DownloadCount(models.Model):
    """How often a file of a release was downloaded on one day. A number; nothing about anybody."""

    release = models.ForeignKey(PackRelease, on_delete=models.CASCADE, related_name="downloads")
    file = models.CharField(max_length=200)
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "file", "day"], name="one_count_per_file_and_day")]
