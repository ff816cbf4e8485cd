"""Versions of what people are asked by: a draft until it is approved, then never changed or deleted."""

from django.db import models


class VersionsQuerySet(models.QuerySet):
    """Versions, many at a time, as careful as one by one."""

    def approved(self):
        """Versions that people may be asked by."""
        return self.filter(approved_at__isnull=False)

    def update(self, **kwargs):
        """Update drafts only. Raises the model's own `Stands` when an approved version is among them."""
        self._refuse_approved()
        return super().update(**kwargs)

    def delete(self):
        """Delete drafts only. Raises the model's own `Stands` when an approved version is among them."""
        self._refuse_approved()
        return super().delete()

    def bulk_create(self, *args, update_conflicts=False, **kwargs):
        """Create new rows only. Raises the model's own `Stands` where rows that are there would be written over."""
        if update_conflicts:
            raise self.model.Stands
        return super().bulk_create(*args, **kwargs)

    def _refuse_approved(self):
        if self.approved().exists():
            raise self.model.Stands


class Versioned(models.Model):
    """A mixin for models with a `version` and an `approved_at`; a version counts within what `series` names."""

    Stands: type[Exception]  # what is raised where an approved version would change
    series: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @property
    def stands(self) -> bool:
        """Tell whether it was approved, by what the database says and not by what this row says of itself."""
        return self.pk is not None and type(self).objects.approved().filter(pk=self.pk).exists()

    def take_number(self) -> None:
        """Take a version of its own: one more than the newest in its series, unless it has one nobody else has."""
        named = {name: getattr(self, name) for name in self.series}
        others = type(self).objects.filter(**named).exclude(pk=self.pk)
        if self.version is None or others.filter(version=self.version).exists():
            newest = others.order_by("-version").first()
            self.version = newest.version + 1 if newest else 1

    def save(self, *args, **kwargs):
        """Save a draft; approving is the last change there is. Raises `Stands` after it."""
        if self.stands:
            raise self.Stands
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Delete a draft. Raises `Stands` for an approved version."""
        if self.stands:
            raise self.Stands
        return super().delete(*args, **kwargs)
