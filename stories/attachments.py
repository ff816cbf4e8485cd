"""A picture or a recording of an author's: cleaned, encrypted, and on their page only as they sealed it."""

import hashlib
import uuid

from django.db import models

from workflows.privacy.encrypted import EncryptedBytesField, EncryptedTextField
from workflows.privacy.private import Private, PrivateQuerySet

from .enums import AttachedKind, MediaType


class AttachmentManager(models.Manager.from_queryset(PrivateQuerySet)):
    """Leaves the file itself in the database until somebody looks at it or listens."""

    def get_queryset(self):
        return super().get_queryset().defer("content")


class Attachment(Private):
    """One cleaned file of one case. What came from the author's device is never kept.

    Until acceptance `text` is what it shows or says, in words; then these stand on the page, and `text` is empty.
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

    objects = AttachmentManager()

    class Meta:
        base_manager_name = "objects"
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["case", "kind"], name="one_of_each_kind_per_case")]

    def save(self, *args, **kwargs):
        """Save the row; whenever its file is written, digest it as it is now: another file breaks the seal."""
        names = kwargs.get("update_fields")
        if (names is None and "content" in self.__dict__) or (names and "content" in names):
            content = self.content
            self.sha256, self.size = hashlib.sha256(content).hexdigest(), len(content)
            kwargs["update_fields"] = names and {*names, "sha256", "size"}
        super().save(*args, **kwargs)

    def refresh_from_db(self, using=None, fields=None, from_queryset=None):
        """Reload the row; what the manager leaves out comes when it is asked for."""
        super().refresh_from_db(using, fields, from_queryset or type(self).objects.defer(None))

    @property
    def is_told(self) -> bool:
        """Tell whether what it shows or says stands somewhere in words."""
        return bool(self.text.strip()) or self.in_words
