"""The base of every model with encrypted columns, and of its queries."""

from contextvars import ContextVar

from django.core.exceptions import FieldError
from django.db import models

as_stored: ContextVar[bool] = ContextVar("as_stored", default=False)


class PrivateQuerySet(models.QuerySet):
    """Rows are written one by one: each value is sealed for its own row."""

    def bulk_create(self, *args, **kwargs):
        """Refuse: rows with encrypted columns are saved one by one."""
        message = f"{self.model._meta.label} holds encrypted values: save its rows one by one."
        raise FieldError(message)

    def update(self, **kwargs):
        """Update plain columns only. Raises FieldError for an encrypted one, whatever the value."""
        self._refuse(kwargs)
        return super().update(**kwargs)

    def order_by(self, *names):
        """Order by plain columns only: the order of ciphertext says nothing."""
        self._refuse(name.lstrip("-") for name in names if isinstance(name, str))
        return super().order_by(*names)

    def _refuse(self, names):
        sealed = encrypted_names(self.model).intersection(names)
        if sealed:
            message = f"{', '.join(sorted(sealed))} is encrypted: neither updated in bulk nor ordered by."
            raise FieldError(message)


class Private(models.Model):
    """A row with encrypted columns and the case whose key seals them."""

    objects = PrivateQuerySet.as_manager()

    class Meta:
        abstract = True

    def refresh_from_db(self, *args, **kwargs):
        """Reload the row without opening anything, so that saving it untouched keeps every byte."""
        token = as_stored.set(True)
        try:
            super().refresh_from_db(*args, **kwargs)
        finally:
            as_stored.reset(token)


def encrypted_names(model) -> set[str]:
    """Return the names of a model's encrypted columns."""
    return {field.name for field in model._meta.concrete_fields if hasattr(field, "opened")}
