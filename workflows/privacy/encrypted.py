"""Encrypted columns: a value is opened on access and sealed on save, with its case's own key.

The associated data is model, field and primary key, so bytes moved to another row or column do not open.
The model holding one is `Private`, with a primary key known before saving and a `case` (the case's UUID).
"""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from .casekeys import case_key
from .keyring import open_bytes, seal_bytes
from .private import as_stored


class Ciphertext(bytes):
    """Bytes as stored: never shown, only passed on."""

    __slots__ = ()


class Unsaved:
    """A plain value on its way to be sealed: it does not show itself, and it cannot be pickled."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        message = "A private value is not pickled in plain: save its row first."
        raise TypeError(message)

    def __deepcopy__(self, memo):
        return Unsaved(self.value)


class KeptDict(dict):
    """What was stored, to read: a change made inside it would be lost without a word, so it raises instead."""

    def _refuse(self, *args, **kwargs):
        message = "Assign a new value to the field; a change inside the old one is never saved."
        raise TypeError(message)

    __setitem__ = __delitem__ = __ior__ = update = pop = popitem = setdefault = clear = _refuse


class _Opened:
    """Stands in the class where the field's value is read and written."""

    def __init__(self, field):
        self.field = field

    def __get__(self, row, owner=None):
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        value = row.__dict__[name]
        if isinstance(value, Unsaved):
            return value.value
        return value if as_stored.get() else self.field.opened(row, value)

    def __set__(self, row, value):
        if hasattr(value, "resolve_expression"):
            raise self.field.refusal("an expression would write it in plain")
        as_it_is = isinstance(value, Ciphertext) or (value is None and self.field.null)
        row.__dict__[self.field.attname] = value if as_it_is else Unsaved(value)


class EncryptedTextField(models.BinaryField):
    """Text, stored as AES-256-GCM under the case's key. Cannot be searched, ordered by or updated in bulk."""

    description = "Encrypted text"
    _pyi_private_set_type: Any  # for mypy: not the bytes of a BinaryField
    _pyi_private_get_type: Any

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    @staticmethod
    def empty_value():
        """Return the value of a row in which nothing was written yet."""
        return ""

    def get_default(self):
        """Return the empty value, or None where there may be none; a BinaryField would turn empty text into bytes."""
        return None if self.null else self.empty_value()

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("blank", None)
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.attname, _Opened(self))

    def refusal(self, why: str) -> FieldError:
        """Return the error for a use that would show or write the value in plain."""
        return FieldError(f"{self.name} is encrypted: {why}.")

    def context(self, row) -> str:
        """Return the associated data of a row's value."""
        return f"{row._meta.label}.{self.attname}:{row.pk}"

    def opened(self, row, value):
        """Return the plain value behind a row's stored bytes. Raises CannotOpen once the case's key is gone.

        No bytes at all are a row that is older than its column.
        """
        if not value:
            return self.get_default()
        return self.from_bytes(open_bytes(case_key(row.case), value, self.context(row)))

    def to_bytes(self, value) -> bytes:
        """Return the value as the bytes that are sealed."""
        return self.dumps(value).encode(errors="surrogatepass")

    def from_bytes(self, plain: bytes):
        """Return the value of the bytes."""
        return self.loads(plain.decode(errors="surrogatepass"))

    def pre_save(self, model_instance, add):
        held = model_instance.__dict__[self.attname]
        if isinstance(held, Unsaved):
            plain = self.to_bytes(held.value)
            held = Ciphertext(seal_bytes(case_key(model_instance.case), plain, self.context(model_instance)))
            model_instance.__dict__[self.attname] = held
        return held

    def to_python(self, value):
        return value

    def from_db_value(self, value, expression, connection):
        return None if value is None else Ciphertext(value)

    def get_db_prep_value(self, value, connection, prepared=False):
        if value and not isinstance(value, Ciphertext):
            raise self.refusal("save the row itself, so that it is sealed")
        return super().get_db_prep_value(value, connection, prepared)

    def get_placeholder(self, value, compiler, connection):
        if hasattr(value, "resolve_expression"):
            raise self.refusal("an expression would write it in plain")
        return "%s"

    def get_lookup(self, lookup_name):
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise self.refusal("it cannot be searched")

    def value_to_string(self, obj):
        raise self.refusal("it is never dumped")

    @staticmethod
    def dumps(value) -> str:
        """Return the value as text. Raises TypeError for anything else."""
        if not isinstance(value, str):
            message = f"An encrypted text is text, not {type(value).__name__}."
            raise TypeError(message)
        return value

    @staticmethod
    def loads(text: str):
        """Return the value of the text."""
        return text


class EncryptedJSONField(EncryptedTextField):
    """Anything JSON can hold, stored as EncryptedTextField does."""

    description = "Encrypted JSON"
    empty_value = staticmethod(dict)
    dumps = staticmethod(json.dumps)

    @staticmethod
    def loads(text: str):
        """Return the value of the text; a map comes back for reading only."""
        value = json.loads(text)
        return KeptDict(value) if isinstance(value, dict) else value


class EncryptedBytesField(EncryptedTextField):
    """The bytes of a file, stored as EncryptedTextField does. Read them where they are shown, never in a list."""

    description = "Encrypted bytes"
    empty_value = staticmethod(bytes)

    def to_bytes(self, value) -> bytes:
        """Return the value itself. Raises TypeError for anything but bytes."""
        if not isinstance(value, bytes):
            message = f"An encrypted file is bytes, not {type(value).__name__}."
            raise TypeError(message)
        return value

    def from_bytes(self, plain: bytes) -> bytes:
        """Return the bytes."""
        return plain
