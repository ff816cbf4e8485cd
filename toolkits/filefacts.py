"""Takes the digest of each document as it is saved; which documents the world may have, and for how long."""

import hashlib

from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.documents.models import Document

from .models import FileFacts, Film, Resource, SessionPage


@receiver(post_save, sender=Document)
def take_facts(sender, instance, raw=False, **kwargs):
    """Digest a document's bytes. One that can't be read has no facts, and goes into no release."""
    if raw:
        return
    try:
        with instance.file.open("rb") as file:
            sha256, size = hashlib.file_digest(file, "sha256").hexdigest(), file.size
    except (OSError, ValueError):
        FileFacts.objects.filter(document=instance).delete()
        return
    FileFacts.objects.update_or_create(document=instance, defaults={"sha256": sha256, "size": size})


def belongs_to_a_lesson() -> Exists:
    """Return the condition that a document is a file of some lesson."""
    return Exists(Resource.objects.filter(document=OuterRef("pk")))


def given_out() -> "Q":
    """Return the condition that a document may be had here: of a lesson that may be taught, or of a film."""
    lessons = Resource.objects.filter(document=OuterRef("pk"), session__in=SessionPage.objects.teachable())
    films = Film.objects.filter(
        Q(document=OuterRef("pk")) | Q(bsl=OuterRef("pk")) | Q(captions__document=OuterRef("pk"))
    )
    return Q(Exists(lessons)) | Q(Exists(films))
