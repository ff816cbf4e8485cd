"""The lists that help readers: editors keep them, nobody else does, and a change counts at once."""

import pytest
from django.core.cache import cache
from wagtail.models import Locale

from home.lists import kinder_words, reasons_in
from home.models import StyleWord, SuggestionReason
from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
LISTS = ["styleword", "suggestionreason"]


@pytest.mark.parametrize("model", LISTS)
def test_editors_open_them(client, model):
    client.force_login(make_person(Role.EDITOR))
    assert client.get(f"/admin/snippets/home/{model}/").status_code == 200
    assert client.get(f"/admin/snippets/home/{model}/add/").status_code == 200


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.SAFEGUARDING, Role.TRANSLATOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("model", LISTS)
def test_nobody_else_does(client, model, role):
    client.force_login(make_person(role))
    assert client.get(f"/admin/snippets/home/{model}/add/").status_code in {302, 403}


def test_a_new_word_counts_at_once_and_only_in_its_language():
    before = len(kinder_words("en"))
    StyleWord.objects.create(language="en", phrase="bonkers", instead="surprising")
    cache.clear()  # as a commit would
    assert len(kinder_words("en")) == before + 1
    assert kinder_words("pl") == []


def test_reasons_come_in_the_language_of_the_author_else_in_the_first_one():
    assert reasons_in("gd") == reasons_in("en")
    gaelic, _made = Locale.objects.get_or_create(language_code="gd")
    SuggestionReason.objects.create(locale=gaelic, text="Dh’fhaodadh seo innse cò thu.")
    cache.clear()  # as a commit would
    assert reasons_in("gd") == ["Dh’fhaodadh seo innse cò thu."]
