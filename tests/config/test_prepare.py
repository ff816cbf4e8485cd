"""A machine that is made ready knows its own address, so that pages name it in full."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

import config.urls  # noqa: F401  (loaded while this is the demonstration still)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://golden.example", ("golden.example", 443)),
        ("http://localhost:8123", ("localhost", 8123)),
        ("http://inside.example", ("inside.example", 80)),
    ],
)
def test_full_addresses_are_those_of_the_settings(settings, address, found):
    settings.WAGTAILADMIN_BASE_URL, settings.DEMO = address, False
    call_command("prepare")
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == found
    assert site.root_page.full_url.startswith(address)
