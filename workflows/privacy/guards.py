"""Asks every row that lasts before it is saved or deleted: alone, in bulk, or with another it belongs to."""

from django.apps import apps
from django.db.models.signals import pre_delete, pre_save

from .deciding import RowLasts, deciding
from .lasting import Lasting


def connect() -> None:
    """Set the guards on the lasting models alone."""
    for model in filter(lambda model: issubclass(model, Lasting), apps.get_models()):
        pre_save.connect(refuse_writing_over, sender=model)
        pre_delete.connect(refuse_losing, sender=model)


def refuse_writing_over(sender, instance, update_fields, **kwargs):
    """Compare a row that is about to be saved with the stored one, where a column that matters is written."""
    written = {sender._meta.get_field(name).name for name in update_fields or ()}
    asked = [*sender.lasting, *sender.moments, *sender.watched]
    if deciding.is_given() or instance.pk is None or (written and written.isdisjoint(asked)):
        return
    stored = sender._base_manager.filter(pk=instance.pk).values(*asked).first() or {}
    if any(_differs(instance, stored, name) for name in sender.lasting if name in stored):
        raise RowLasts
    if any(_differs(instance, stored, name) for name in sender.moments if stored.get(name)):
        raise RowLasts
    if stored and instance.refuses(stored):
        raise RowLasts


def refuse_losing(sender, instance, **kwargs):
    """Ask each row that is about to be deleted."""
    if not (deciding.is_given() or instance.may_go()):
        raise RowLasts


def _differs(instance, stored: dict, name: str) -> bool:
    return getattr(instance, instance._meta.get_field(name).attname) != stored[name]
