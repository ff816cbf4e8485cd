"""A language opens only with its words. Requirement 54."""

import pytest

from home.catalogues import share_translated
from home.checks import has_catalogue, open_languages_are_read_twice, open_languages_have_catalogues

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


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n'
HALF = HEAD + '\nmsgid "Help"\nmsgstr "{}"\n\nmsgid "Go"\nmsgstr "Vai"\n'


def write_catalogue(mo, second):
    mo.parent.mkdir(parents=True)
    mo.touch()
    mo.with_suffix(".po").write_text(HALF.format(second))


@pytest.mark.parametrize(("demo", "name"), [(False, "home.E002"), (True, "home.W002")])
@pytest.mark.parametrize(("second", "drafts", "opened", "found"), [
    ("", [], False, ["50% of our words are translated"]),
    ("Ajuda", ["pt-br"], False, ["it is a draft nobody has read a second time"]),
    ("Ajuda", [], False, []),
    ("", ["pt-br"], True, []),
])  # fmt: skip
def test_a_draft_or_a_half_translated_language_is_not_open_by_default(
    settings, translated, demo, name, second, drafts, opened, found
):
    write_catalogue(translated, second)
    settings.DEMO, settings.DRAFT_LANGUAGES, settings.OPEN_DRAFTS = demo, drafts, opened
    said = open_languages_are_read_twice(None)
    assert [one.msg for one in said] == [f"OPEN_LANGUAGES names “pt-br”, and {why}." for why in found]
    assert {one.id for one in said} <= {name}


def test_english_is_whole_and_a_language_nobody_began_is_nothing(translated):
    assert (share_translated("en"), share_translated("pt-br")) == (1.0, 0.0)
