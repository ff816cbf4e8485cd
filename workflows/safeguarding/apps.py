"""The app that stops everything when somebody is worried."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "workflows.safeguarding"
    label = "safeguarding"
