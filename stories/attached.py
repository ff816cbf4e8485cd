"""What a page carries beside its words, as its author sealed it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .attachments import Attachment


class Attached(models.Model):
    """A mixin for a page: sealed columns, and no one but its author puts anything in them."""

    author_picture = models.ForeignKey(
        Attachment, null=True, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("picture")
    )
    author_picture_alt = models.TextField(blank=True, editable=False)
    sound = models.ForeignKey(Attachment, null=True, on_delete=models.PROTECT, editable=False, related_name="+")

    attached_fields = ("author_picture", "author_picture_alt", "sound")
    attached_relations = ("author_picture", "sound")

    class Meta:
        abstract = True

    def sealed_value(self, name):
        """Return a file as its digest: what counts is what is seen and heard."""
        if name in self.attached_relations:
            attachment = getattr(self, name)
            return attachment.sha256 if attachment else ""
        return super().sealed_value(name)

    @property
    def attached_keys(self) -> set[uuid.UUID]:
        """Return the keys of the files this page carries."""
        return {key for key in (self.author_picture_id, self.sound_id) if key}
