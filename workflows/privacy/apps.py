"""The app that keeps values secret, remembers consent and forgets on request."""

import logging

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "workflows.privacy"
    label = "privacy"

    def ready(self):
        from . import checks, guards, health, logs, receivers  # noqa: F401, PLC0415

        logging.setLogRecordFactory(logs.QuietRecord)
        guards.connect()
        autodiscover_modules("stores")
