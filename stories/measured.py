"""How long a story is, counted whenever it is saved, so that a list can begin with the shortest."""

from django.db import models


class Measured(models.Model):
    """A mixin for a page with paragraphs. The count is no one's words and stands outside the seal."""

    length = models.PositiveIntegerField(default=0, editable=False, db_index=True)  # in words

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save the page with its length."""
        self.length = sum(len(text.split()) for _key, text in self.paragraphs)
        names = kwargs.get("update_fields")
        if names is not None and "body" in names:
            kwargs["update_fields"] = {*names, "length"}
        super().save(*args, **kwargs)
