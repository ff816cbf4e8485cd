"""What no way round may undo: sessions go live only with their safe-teaching parts; what was released stays."""

from django.db import transaction
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page

from .enums import ReleaseState
from .errors import NotSafeToTeach, ReleasesStay
from .models import PackRelease, SessionPage


@receiver(pre_save)
def refuse_unsafe_sessions(sender, instance, raw, update_fields, **kwargs):
    """Refuse a write that would leave a session live without them; the page as plain `Page` counts as well.

    Fixtures skip this (their two rows arrive apart); `teachable()` and `serve()` leave out what they bring in.
    """
    if raw or not _is_session(sender, instance):
        return
    with transaction.atomic():
        result = _as_stored(instance, update_fields)
        if result.live and result.missing():
            raise NotSafeToTeach(result, result.missing())


def _is_session(sender, instance) -> bool:
    if issubclass(sender, SessionPage):
        return True
    return sender is Page and bool(instance.pk) and instance.specific_class is SessionPage


def _as_stored(written, update_fields) -> SessionPage:
    """Return the session as its row will be: what is written laid over what is there, under a lock on it."""
    stored = SessionPage.objects.select_for_update().filter(pk=written.pk).first() if written.pk else None
    if stored is None or (isinstance(written, SessionPage) and update_fields is None):
        return written
    names = {field.name for field in written._meta.concrete_fields} if update_fields is None else set(update_fields)
    for field in written._meta.concrete_fields:
        if {field.name, field.attname} & names and not field.primary_key and not field.name.endswith("_ptr"):
            setattr(stored, field.attname, getattr(written, field.attname))
    return stored


@receiver(pre_delete, sender=PackRelease)
def refuse_deletion(sender, instance, **kwargs):
    """Keep a release that schools can have, and with it its pack, whichever page above is deleted."""
    if instance.state in {ReleaseState.READY, ReleaseState.RECALLED}:
        raise ReleasesStay
