"""Stories: shared through a form, kept by their authors, read by the world."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "stories"

    def ready(self):
        from . import checks, finding, receivers, subject  # noqa: F401, PLC0415
