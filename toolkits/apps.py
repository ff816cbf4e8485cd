"""Packs for schools and communities."""

from django.apps import AppConfig


class ToolkitsConfig(AppConfig):
    name = "toolkits"

    def ready(self):
        from . import filefacts, finding, guards, receivers, subject  # noqa: F401, PLC0415
        from .taking_part import receivers as hearing  # noqa: F401, PLC0415
