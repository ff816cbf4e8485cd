"""Addresses that once were stories. Nothing says why they are gone."""

from django.db import models


class Gone(models.Model):
    """An address that once was a story. Nothing says why it is gone."""

    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE)
    slug = models.SlugField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_gone_per_address")]
