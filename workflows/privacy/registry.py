"""Where words about people may lie. Every text column of ours and of Wagtail's stands here or in `wordless`.

Each app names its own in a module called `stores`; `tests/workflows/privacy/test_registry.py` fails for a column in
neither list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models

TEXT = (models.CharField, models.TextField, models.JSONField, models.BinaryField, models.FileField)
TEXT_TYPES = {"TextField", "JSONField"}  # a StreamField says so of itself, and is neither
WHOLE_ROW = frozenset("*")


@dataclass(frozen=True)
class Store:
    """One table: its model's label, its columns that hold words, and what empties it for one case."""

    model: str
    columns: frozenset[str]
    erase: Callable[[UUID], object]


_stores: dict[str, Store] = {}
_wordless: dict[str, str] = {}


def register(model: str, columns: str, erase: Callable[[UUID], object]) -> None:
    """Name a table's columns (by blanks apart) that can hold a person's words, and how one case leaves it.

    `*` when the row goes as a whole. The same callable may stand behind several tables; an erasure runs it once.
    """
    _stores[model] = Store(model, frozenset(columns.split()), erase)


def wordless(reason: str, *models: str) -> None:
    """Name text that is never an author's: `app.Model.column`, `app.Model` whole, or `app.*`."""
    _wordless.update(dict.fromkeys(models, reason))


def stores() -> list[Store]:
    """Return every registered table, in the order of registration."""
    return list(_stores.values())


def erasers() -> list[Callable[[UUID], object]]:
    """Return what an erasure has to run, each once, in the order of registration."""
    return list(dict.fromkeys(store.erase for store in stores()))


def is_known(model: str, column: str) -> bool:
    """Tell whether a column is registered, as a store or as wordless."""
    store = _stores.get(model)
    if store and (store.columns == WHOLE_ROW or column in store.columns):
        return True
    return not _wordless.keys().isdisjoint({model, f"{model}.{column}", f"{model.split('.', maxsplit=1)[0]}.*"})


def text_columns() -> Iterator[tuple[str, str]]:
    """Yield (model, column) of everything in the database that could hold a sentence; fixed choices cannot."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            is_text = isinstance(field, TEXT) or field.get_internal_type() in TEXT_TYPES
            if is_text and not field.choices:
                yield model._meta.label, field.name
