"""Rows that are added and never changed: records of who did what, on which somebody may later have to rely."""

from django.db import models

from .permits import Permit

forgetting = Permit("forgetting")  # to delete rows of a record: an erasure has it, nothing else


class Stays(Exception):
    """This row is part of a record. It is not changed, and goes only with an erasure."""


class AppendOnlyQuerySet(models.QuerySet):
    """Adds and reads. The database refuses a change as well: see `triggers`."""

    def update(self, **kwargs):
        """Refuse: a record is never changed. Raises Stays."""
        raise Stays

    def bulk_update(self, *args, **kwargs):
        """Refuse: a record is never changed. Raises Stays."""
        raise Stays

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        """Add rows; refuse to write over those there are. Raises Stays."""
        if update_conflicts:
            raise Stays
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self):
        """Delete only for an erasure. Raises Stays otherwise."""
        _refuse_outside_erasure()
        return super().delete()

    def _raw_delete(self, using):
        _refuse_outside_erasure()
        return super()._raw_delete(using)


class AppendOnly(models.Model):
    """A mixin for rows of a record."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Add the row. Raises Stays for one that is there already."""
        if not self._state.adding:
            raise Stays
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        """Delete only for an erasure. Raises Stays otherwise."""
        _refuse_outside_erasure()
        return super().delete(*args, **kwargs)


def _refuse_outside_erasure() -> None:
    if not forgetting.is_given():
        raise Stays
