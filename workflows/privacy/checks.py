"""What Django's own check must say before the site starts."""

from django.apps import apps
from django.core.checks import Error, register
from django.db import connections

from .private import Private, PrivateQuerySet, encrypted_names


@register
def sqlite_begins_immediate(app_configs, **kwargs):
    """Refuse SQLite in its deferred mode: there, three votes at once end in "locked" and no one wins."""
    connection = connections["default"]
    mode = connection.settings_dict.get("OPTIONS", {}).get("transaction_mode")
    if connection.vendor == "sqlite" and mode != "IMMEDIATE":
        return [Error("SQLite must open its transactions with IMMEDIATE.", id="privacy.E001")]
    return []


@register
def encrypted_models_are_private(app_configs, **kwargs):
    """Refuse a model with encrypted columns that could write or reload them past their seal."""
    return [
        Error(
            f"{model._meta.label} has encrypted columns: it must be Private, with a case and PrivateQuerySet.",
            obj=model,
            id="privacy.E002",
        )
        for model in apps.get_models()
        if encrypted_names(model) and not _is_private(model)
    ]


def _is_private(model) -> bool:
    querysets = [manager._queryset_class for manager in model._meta.managers]
    return (
        issubclass(model, Private)
        and all(issubclass(queryset, PrivateQuerySet) for queryset in querysets)
        and hasattr(model, "case")
        and model._meta.pk.get_internal_type() == "UUIDField"
    )
