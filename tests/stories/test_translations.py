"""Languages: a story has one yes per language, and nothing that wagtail-localize does puts another text up."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, String, Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree
from wagtail_localize.synctree import synchronize_tree

from home.models import HomePage
from stories.models import StoryPage
from tests.factories import make_person, make_public_story
from tests.workflows.review.roads import CANARY, accepted, is_listed, is_served, superuser
from workflows.people.enums import Role
from workflows.review.errors import NotOnStories, NotSealed
from workflows.review.guards import refuse_translating

pytestmark = pytest.mark.django_db


@pytest.fixture
def gaelic():
    return Locale.objects.get_or_create(language_code="gd")[0]


@pytest.mark.parametrize("who", [superuser, lambda: make_person(Role.TRANSLATOR)])
def test_a_story_is_not_submitted_for_translation_and_the_page_says_why(client, gaelic, who):
    page = make_public_story(headline=CANARY)
    client.force_login(who())
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    response = client.post(url, {"locales": [gaelic.pk]}, follow=True, headers={"referer": "/admin/"})
    assert "can’t be translated here yet" in response.content.decode()
    assert not TranslationSource.objects.exists()
    assert not String.objects.filter(data__contains=CANARY).exists()
    assert StoryPage.objects.count() == 1


def test_a_home_page_is_translated_but_not_with_its_stories(gaelic):
    page = make_public_story(headline=CANARY)
    home = HomePage.objects.get()
    translate_object(home, [gaelic])
    assert HomePage.objects.count() == 2
    with pytest.raises(NotOnStories), transaction.atomic():
        translate_page_subtree(home.pk, [gaelic], [], superuser())
    assert not String.objects.filter(data__contains=CANARY).exists()
    assert is_served(page)


def test_a_synced_tree_passes_stories_by(gaelic):
    """Stock makes an alias of every page in the other language's tree, live where the source is live."""
    page, draft = make_public_story(), accepted()
    LocaleSynchronization.objects.create(locale=gaelic, sync_from=Locale.get_default())
    synchronize_tree(Locale.get_default(), gaelic)
    assert HomePage.objects.filter(locale=gaelic, alias_of__isnull=False).exists()
    assert list(StoryPage.objects.order_by("pk")) == [page, draft]
    assert not StoryPage.objects.filter(alias_of__isnull=False).exists()
    make_public_story()
    assert StoryPage.objects.filter(locale=gaelic).count() == 0


def test_a_copy_in_another_language_is_a_draft_until_its_author_says_yes_to_it(gaelic):
    page = make_public_story()
    copy = page.copy_for_translation(gaelic, copy_parents=True)
    assert copy.live is False
    with pytest.raises(NotSealed), transaction.atomic():
        copy.get_latest_revision().publish(skip_permission_checks=True)
    with pytest.raises(NotSealed), transaction.atomic():
        StoryPage(**{**_values(copy), "live": True}).save(clean=False)
    Page.objects.filter(locale=gaelic).update(live=True)  # the pages above it too: its address is its own
    StoryPage.objects.filter(pk=copy.pk).update(live=True, sealed_with=page.sealed_with)
    assert (is_served(copy), is_listed(copy), is_listed(page)) == (False, False, True)


def _values(page):
    return {field.attname: getattr(page, field.attname) for field in page._meta.concrete_fields}


def test_localize_publishes_and_saves_no_translation_that_was_not_sealed(gaelic, unguarded):
    """Section 13: saving a "draft" of a live translation writes the unread words into the live row."""
    page = make_public_story()
    source, _made = TranslationSource.get_or_create_from_instance(page)
    page.copy_for_translation(gaelic, copy_parents=True)
    translation = Translation.objects.create(source=source, target_locale=gaelic)
    for publish in (True, False):
        with pytest.raises(NotSealed), transaction.atomic():
            StoryPage.objects.filter(locale=gaelic).update(live=True)
            translation.save_target(publish=publish)
    assert not StoryPage.objects.filter(locale=gaelic, live=True).exists()


@pytest.fixture
def unguarded():
    """Let a source be made, as one of an earlier version was: the gate below has to hold alone."""
    from django.db.models.signals import pre_save

    pre_save.disconnect(refuse_translating, sender=TranslationSource)
    yield
    pre_save.connect(refuse_translating, sender=TranslationSource)


def test_other_pages_are_translated_as_ever(client, gaelic):
    home = HomePage.objects.get()
    client.force_login(make_person(Role.TRANSLATOR))
    client.post(reverse("wagtail_localize:submit_page_translation", args=[home.pk]), {"locales": [gaelic.pk]})
    assert Page.objects.filter(translation_key=home.translation_key).count() == 2
