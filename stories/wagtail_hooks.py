"""Stories in the Wagtail admin: an editor's way to suggest a change."""

from django.urls import path
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from .models import Sharing
from .views.admin import suggest_change
from .viewsets import RetentionViewSet

register_snippet(RetentionViewSet)
register_setting(Sharing, icon="time")


@hooks.register("register_admin_urls")
def story_urls():
    """Give the editor's "suggest a change" its address."""
    return [path("stories/<int:pk>/suggest/<str:paragraph>/", suggest_change, name="story_suggest")]
