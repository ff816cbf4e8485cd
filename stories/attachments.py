"""A picture or a recording of an author's: cleaned, encrypted, and on their page only as they sealed it."""

import hashlib
import uuid

from django.db import models
from django.utils import timezone

from workflows.privacy.encrypted import EncryptedBytesField, EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

from .enums import AttachedKind, MediaType


class AttachmentQuerySet(PrivateQuerySet):
    def kept(self):
        """Leave out what was erased: of that only the digest stays, for the votes that covered it."""
        return self.filter(erased_at=None)

    def latest(self, case: uuid.UUID, **which):
        """Return the newest file of a case, of the kind asked for, or None."""
        return self.kept().filter(case=case, **which).order_by("-at").first()


class AttachmentManager(models.Manager.from_queryset(AttachmentQuerySet)):
    """Leaves the file itself in the database until somebody looks at it or listens."""

    def get_queryset(self):
        return super().get_queryset().defer("content")


class Attachment(Private):
    """One cleaned file of one case. What came from the author's device is never kept.

    Until acceptance it is `waiting`, one of each kind, and `text` is what it shows or says, in words; then these stand
    on the page, and `text` is empty. A file that no page needs any more is emptied and keeps its digest alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=10, choices=AttachedKind.choices)
    media_type = models.CharField(max_length=20, choices=MediaType.choices)
    content = EncryptedBytesField()
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(editable=False)  # bytes
    width = models.PositiveIntegerField(null=True)  # pixels, of a picture
    height = models.PositiveIntegerField(null=True)
    seconds = models.PositiveIntegerField(null=True)  # of a recording
    text = EncryptedTextField()
    text_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )  # None: its author
    in_words = models.BooleanField(default=False)  # the typed words already say what a recording says
    at = models.DateTimeField(auto_now_add=True)
    waiting = models.BooleanField(default=True)
    erased_at = models.DateTimeField(null=True)

    objects = AttachmentManager()

    class Meta:
        base_manager_name = "objects"
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=models.Q(waiting=True), name="one_of_each_kind_before_acceptance"
            )
        ]

    def save(self, *args, **kwargs):
        """Save the row; whenever its file is written, digest it as it is now: another file breaks the seal."""
        names = kwargs.get("update_fields")
        is_written = (names is None and "content" in self.__dict__) or (names and "content" in names)
        if is_written and not self.erased_at:
            content = self.content
            self.sha256, self.size = hashlib.sha256(content).hexdigest(), len(content)
            kwargs["update_fields"] = names and {*names, "sha256", "size"}
        super().save(*args, **kwargs)

    def refresh_from_db(self, using=None, fields=None, from_queryset=None):
        """Reload the row; what the manager leaves out comes when it is asked for."""
        super().refresh_from_db(using, fields, from_queryset or type(self).objects.defer(None))

    def empty(self) -> None:
        """Erase the file. What stays is its digest, which votes and yeses of before were given to."""
        self.content, self.size, self.text, self.erased_at, self.waiting = b"", 0, "", timezone.now(), False
        self.save(update_fields=["content", "size", "text", "erased_at", "waiting"])

    @property
    def is_told(self) -> bool:
        """Tell whether what it shows or says stands somewhere in words."""
        return bool(self.text.strip()) or self.in_words
