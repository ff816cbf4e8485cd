"""Stories in the Wagtail admin: an editor's way to suggest a change."""

from django.urls import path
from wagtail import hooks

from .views.admin import suggest_change


@hooks.register("register_admin_urls")
def story_urls():
    """Give the editor's "suggest a change" its address."""
    return [path("stories/<int:pk>/suggest/<str:paragraph>/", suggest_change, name="story_suggest")]
