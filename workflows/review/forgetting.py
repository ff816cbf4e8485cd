"""Removing a case's pages with everything Wagtail remembers of them: its own delete leaves the words in nine tables."""

from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, Page, PageLogEntry, Revision, WorkflowState
from wagtail.search.models import IndexEntry
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringTranslation,
    Template,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)

from .guards import removing


def forget_pages(case: UUID) -> None:
    """Delete every page of the case, in every language, then what the deletion itself leaves behind.

    In order: the pages; drafts, review states, form states, comments, log entries, redirects and index entries by
    their keys; translations by the case; strings that no source uses any more; the search index's own leftovers.
    """
    pages = Page.objects.filter(translation_key=case).order_by("-path")
    keys = [page.pk for page in pages]
    with removing():
        for page in pages:
            page.specific.delete()
    _forget_traces(keys)
    _forget_translations(case)
    _optimise_index()


def _forget_traces(keys: list[int]) -> None:
    models = [model for model in apps.get_models() if issubclass(model, Page)]
    types = ContentType.objects.get_for_models(*models).values()
    named = {"object_id__in": [str(key) for key in keys]}
    WorkflowState.objects.filter(base_content_type__in=types, **named).delete()
    Revision.objects.filter(base_content_type__in=types, **named).delete()
    FormState.objects.filter(content_type__in=types, **named).delete()
    IndexEntry.objects.filter(content_type__in=types, **named).delete()
    for model, column in ((PageLogEntry, "page_id"), (Redirect, "redirect_page_id"), (Comment, "page_id")):
        model.objects.filter(**{f"{column}__in": keys}).delete()


def _forget_translations(case: UUID) -> None:
    TranslationSource.objects.filter(object=case).delete()  # its segments hold the contexts fast
    for model in (StringTranslation, SegmentOverride):
        model.objects.filter(context__object=case).delete()
    TranslationContext.objects.filter(object=case).delete()
    TranslatableObject.objects.filter(translation_key=case).delete()
    StringTranslation.objects.filter(context=None, translation_of__segments=None).delete()
    String.objects.filter(segments=None, translations=None).delete()
    Template.objects.filter(segments=None).delete()


def _optimise_index() -> None:
    """FTS5 keeps the words of deleted rows until its parts are merged."""
    if connection.vendor == "sqlite":
        table = f"{IndexEntry._meta.db_table}_fts"
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
