"""Rows that a rule stands on: nobody lifts the rule by writing over such a row, or by deleting it.

`guards` asks each row that is saved or deleted. Whoever goes below a model's manager, or writes SQL, is past every
guard of the program.
"""

import datetime

from django.db import models

from .deciding import RowLasts, deciding


class LastingRows:
    """A mixin of querysets: rows in bulk, as careful as one by one; deleting asks each row by a signal."""

    def update(self, **values):
        """Update what says nothing lasting. Raises RowLasts for the rest."""
        if not deciding.is_given() and self.refuses(values):
            raise RowLasts
        return super().update(**values)

    def bulk_create(self, *args, update_conflicts=False, **kwargs):
        """Create new rows only. Raises RowLasts where rows that are there would be written over."""
        if update_conflicts:
            raise RowLasts
        return super().bulk_create(*args, **kwargs)

    def refuses(self, values) -> bool:
        """Tell whether these values would change a lasting column, or empty a moment."""
        named = {self.model._meta.get_field(name).name: value for name, value in values.items()}
        moments = [value for name, value in named.items() if name in self.model.moments]
        is_lasting = not named.keys().isdisjoint(self.model.lasting)
        return is_lasting or not all(isinstance(value, datetime.datetime) for value in moments)


class LastingQuerySet(LastingRows, models.QuerySet):
    """For models that need no more of their queries."""


class Lasting(models.Model):
    """A row with columns that are written once."""

    lasting: tuple[str, ...] = ()  # say the same for ever
    moments: tuple[str, ...] = ()  # are empty until their moment comes, and keep it
    watched: tuple[str, ...] = ()  # what `refuses` compares besides

    class Meta:
        abstract = True

    def refuses(self, stored: dict) -> bool:
        """Tell whether this row, as it is about to be saved, lifts what the stored one says."""
        return False

    def may_go(self) -> bool:
        """Tell whether anybody may delete this row: whether less is allowed without it, not more."""
        return True
