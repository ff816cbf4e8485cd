"""The app that stops everything when somebody is worried."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "workflows.safeguarding"
    label = "safeguarding"

    def ready(self):
        from . import receivers  # noqa: F401, PLC0415
