"""What a page carries beside its words, as its author sealed it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from workflows.review.enums import FILES

from .attachments import Attachment

PICTURE, SOUND = FILES


class Attached(models.Model):
    """A mixin for a page: sealed columns, and no one but its author puts anything in them."""

    author_picture = models.ForeignKey(
        Attachment, null=True, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("picture")
    )
    author_picture_alt = models.TextField(blank=True, editable=False)
    sound = models.ForeignKey(Attachment, null=True, on_delete=models.PROTECT, editable=False, related_name="+")

    attached_fields = (PICTURE, "author_picture_alt", SOUND)
    attached_relations = FILES

    class Meta:
        abstract = True

    def sealed_value(self, name):
        """Return a file as its digest: what counts is what is seen and heard."""
        if name in self.attached_relations:
            attachment = getattr(self, name)
            return attachment.sha256 if attachment else ""
        return super().sealed_value(name)

    def attached_texts(self) -> dict[str, str]:
        """Return each file by its column, as its digest and, of a picture, what it shows; empty for none."""
        picture = f"{self.sealed_value('author_picture')}\n{self.author_picture_alt}".strip()
        return {PICTURE: picture, SOUND: self.sealed_value(SOUND)}

    def put_attached(self, name: str, text: str) -> None:
        """Put a file of this case in its column, or take out what is there. One that was erased stays out."""
        digest, _line, shows = text.partition("\n")
        found = Attachment.objects.latest(self.case, sha256=digest) if digest else None
        setattr(self, name, found)
        if name == PICTURE:
            self.author_picture_alt = shows if found else ""

    def is_told(self, name: str, text: str) -> bool:
        """Tell whether a picture says what it shows. A recording's words are the page's own, read by who lets it in."""
        return name != PICTURE or bool(text.partition("\n")[2].strip())

    @property
    def attached_keys(self) -> set[uuid.UUID]:
        """Return the keys of the files this page carries."""
        return {key for key in (self.author_picture_id, self.sound_id) if key}
