"""The app in which champions read, editors prepare, authors seal and editors publish."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "workflows.review"
    label = "review"

    def ready(self):
        from . import guards, receivers  # noqa: F401, PLC0415

        guards.connect()
