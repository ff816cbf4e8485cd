"""Pictures editors choose. Each remembers a digest of its file, so that a swapped file breaks a seal."""

import hashlib

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """An image with the SHA-256 of its file."""

    sha256 = models.CharField(max_length=64, editable=False)

    admin_form_fields = Image.admin_form_fields

    def save(self, *args, **kwargs):
        """Save the picture; whenever its file is written, digest it as it is now."""
        names = kwargs.get("update_fields")
        if names is None or "file" in names:
            self.sha256 = self._digest_of_file()
            kwargs["update_fields"] = names and {*names, "sha256"}
        super().save(*args, **kwargs)

    def _digest_of_file(self) -> str:
        with self.open_file() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


class PictureRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta(AbstractRendition.Meta):
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")
        ]
