"""Forgets the kept frame when a help line, a content note or a page changes, and kept lists with their words."""

from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .frame import forget_frames
from .helplines import HelpLine
from .lists import forget_lists
from .readers import StyleWord, SuggestionReason
from .snippets import ContentNote


def _forget(**kwargs):
    forget_frames()


for _signal in (post_save, post_delete):
    for _model in (HelpLine, ContentNote):
        _signal.connect(_forget, sender=_model, dispatch_uid=f"forget_frames_{_model.__name__}")
    for _model in (StyleWord, SuggestionReason):
        _signal.connect(forget_lists, sender=_model, dispatch_uid=f"forget_lists_{_model.__name__}")
for _signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
    _signal.connect(_forget, dispatch_uid="forget_frames")
