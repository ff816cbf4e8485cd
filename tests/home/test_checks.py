"""A language opens only with its words. Requirement 54."""

import pytest

from home.checks import has_catalogue, open_languages_have_catalogues

OPEN = [("en", "English"), ("pt-br", "Brazilian Portuguese")]


@pytest.fixture
def translated(settings, tmp_path):
    """One language beside English, with nothing translated yet; returns where its catalogue belongs."""
    settings.LOCALE_PATHS, settings.LANGUAGES = [tmp_path], OPEN
    return tmp_path / "pt_BR" / "LC_MESSAGES" / "django.mo"


@pytest.mark.parametrize(("demo", "name"), [(False, "home.E001"), (True, "home.W001")])
def test_language_without_a_catalogue_is_refused_and_in_a_demonstration_named(settings, translated, demo, name):
    settings.DEMO = demo
    found = open_languages_have_catalogues(None)
    assert [(one.id, one.is_serious()) for one in found] == [(name, not demo)]
    assert "“pt-br”" in found[0].msg


def test_language_with_a_catalogue_opens(settings, translated):
    translated.parent.mkdir(parents=True)
    translated.touch()
    settings.DEMO = False
    assert open_languages_have_catalogues(None) == []
    assert has_catalogue("en")
