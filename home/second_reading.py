"""A translated page goes up once a second person has read it, and what its source says later does not change that.

Stories are not here: a story in another language needs its author's yes (workflows/review).
"""

import hashlib
import json

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from .errors import NotReadTwice
from .translating import SecondReading

WORDS = (models.CharField, models.TextField, StreamField)
SHARED = ("title", "seo_title", "search_description")  # what readers see of the columns every page has
TRANSLATES = "wagtail_localize.submit_translation"


def connect() -> None:
    """Set the gate on every kind of page whose words are ours to translate."""
    for model in translated_models():
        pre_save.connect(keep_unread_down, sender=model)


def translated_models() -> list[type[Page]]:
    """Return the kinds of pages with words of ours; those an author seals have a gate of their own."""
    from wagtail.models import get_page_models  # noqa: PLC0415  (known once every app is loaded)

    return [model for model in get_page_models() if model is not Page and not hasattr(model, "sealed_with")]


def digest_of(page) -> str:
    """Return the digest of what a page says."""
    said = {name: page._meta.get_field(name).value_to_string(page) for name in words_of(type(page))}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def words_of(model) -> list[str]:
    """Return the names of the columns that hold what readers see of a kind of page."""
    return [*SHARED, *(field.name for field in model._meta.local_fields if isinstance(field, WORDS))]


def source_of(page) -> Page | None:
    """Return the page of the first language that this one is a translation of, or None for one of its own."""
    first = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    return first.exclude(pk=page.pk).first()


def keep_unread_down(sender, instance, raw, update_fields=None, **kwargs) -> None:
    """Refuse to put up a translation nobody has read twice; a mere copy of its source stays down without a word.

    Raises NotReadTwice.
    """
    shows = update_fields is None or not {"live", *words_of(sender)}.isdisjoint(update_fields)
    if raw or not (shows and instance.live) or instance.locale_id == Locale.get_default().pk:
        return
    if instance.alias_of_id and instance.alias_of.locale_id != instance.locale_id:
        instance.live = False
    elif settings.SECOND_READER_REQUIRED and source_of(instance) and not is_read_twice(instance):
        raise NotReadTwice


def is_read_twice(page) -> bool:
    """Tell whether a second person has said yes to exactly these words."""
    return SecondReading.objects.filter(page=page.pk, digest=digest_of(page)).exists()


def read_over(*, page, person) -> SecondReading:
    """Record that somebody read the latest draft of a translation beside its source. It may go up from then on.

    Raises PermissionDenied for who may not, and for who wrote that draft.
    """
    draft = page.get_latest_revision()
    text = page.get_latest_revision_as_object()
    if not can_read_over(person, page) or (draft and draft.user_id == person.pk):
        raise PermissionDenied(_("Somebody else has to read it: you wrote this draft, or it is not yours to read."))
    source = source_of(page)
    values = {"source_at": source and source.last_published_at, "reader": person}
    return SecondReading.objects.update_or_create(page=page.page_ptr, digest=digest_of(text), defaults=values)[0]


def can_read_over(person, page) -> bool:
    """Tell whether somebody translates here, or keeps this page."""
    return person.is_active and (person.has_perm(TRANSLATES) or page.permissions_for_user(person).can_edit())


def is_out_of_date(page, source) -> bool:
    """Tell whether the source of a translation, if it has one, was published again after the two were last compared."""
    if source is None or source.last_published_at is None:
        return False
    last = SecondReading.objects.filter(page=page.pk).order_by("-at").first()
    compared = last.source_at if last else page.last_published_at
    return compared is None or source.last_published_at > compared
