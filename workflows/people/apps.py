"""The app that knows who people are and what each may read."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "workflows.people"
    label = "people"
    default = True

    def ready(self):
        from . import checks, ending, following, known, receivers  # noqa: F401, PLC0415


class PeopleUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users app, with forms for people who have no user name."""

    default = False
    user_viewset = "workflows.people.viewsets.PersonViewSet"
