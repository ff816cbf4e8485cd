"""The foundation and the public face."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        from . import checks, finding, widgets  # noqa: F401, PLC0415
        from .pagecache import watching  # noqa: F401, PLC0415
        from .second_reading import connect  # noqa: PLC0415

        connect()
