"""A translated page goes up only when a second person has read it; nothing untranslated goes up by itself.

Requirements 55 and 56.
"""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page

from home.errors import NotReadTwice
from home.models import HomePage, PlainPage
from home.second_reading import is_out_of_date, is_read_twice, read_over, source_of
from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.SECOND_READER_REQUIRED = True


@pytest.fixture
def translator():
    return make_person(Role.TRANSLATOR)


@pytest.fixture
def draft(translator):
    """Return the privacy page in Gaelic, translated by one person and not up yet."""
    gaelic = Locale.objects.create(language_code="gd")
    HomePage.objects.get().copy_for_translation(gaelic)
    page = PlainPage.objects.get(slug="privacy").copy_for_translation(gaelic)
    page.title = "Prìobhaideachd"
    page.save_revision(user=translator)
    return page


def publish(page):
    page.get_latest_revision().publish()


def is_up(page):
    return Page.objects.get(pk=page.pk).live


def test_a_translation_stays_down_until_a_second_person_has_read_it(draft):
    with pytest.raises(NotReadTwice):
        publish(draft)
    assert not is_up(draft)
    read_over(page=draft, person=make_person(Role.TRANSLATOR))
    publish(draft)
    assert is_up(draft)


def test_who_wrote_the_draft_is_not_its_second_reader(draft, translator):
    with pytest.raises(PermissionDenied):
        read_over(page=draft, person=translator)
    assert not is_read_twice(draft.get_latest_revision_as_object())


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.SAFEGUARDING, Role.DELIVERY, Role.ADMINISTRATOR, None])
def test_nor_is_somebody_who_neither_translates_nor_keeps_the_page(draft, role):
    with pytest.raises(PermissionDenied):
        read_over(page=draft, person=make_person(role))


def test_other_words_need_another_reading(draft, translator):
    read_over(page=draft, person=make_person(Role.TRANSLATOR))
    publish(draft)
    page = PlainPage.objects.get(pk=draft.pk)
    page.intro = "Facail eile."
    page.save_revision(user=translator)
    with pytest.raises(NotReadTwice):
        publish(page)
    assert PlainPage.objects.get(pk=draft.pk).intro != "Facail eile."


def test_what_is_up_may_be_saved_again_as_it_stands(draft):
    read_over(page=draft, person=make_person(Role.TRANSLATOR))
    publish(draft)
    PlainPage.objects.get(pk=draft.pk).save()
    assert is_up(draft)


def test_saving_past_the_editor_does_not_get_round_it(draft):
    page = PlainPage.objects.get(pk=draft.pk)
    page.live = True
    for save in (page.save, lambda: page.save(update_fields=["live"])):
        with pytest.raises(NotReadTwice):
            save()
    assert not is_up(draft)


def test_a_copy_of_its_source_never_goes_up_by_itself():
    gaelic = Locale.objects.create(language_code="gd")
    HomePage.objects.get().copy_for_translation(gaelic)
    source = PlainPage.objects.get(slug="privacy")
    copy = source.copy_for_translation(gaelic, alias=True)
    assert not is_up(copy)
    source.save_revision().publish()
    assert not is_up(copy)


def test_pages_of_the_first_language_and_pages_of_a_language_s_own_need_no_second_reader(draft):
    PlainPage.objects.get(slug="privacy", locale=Locale.get_default()).save_revision().publish()
    own = HomePage.objects.get(locale__language_code="gd").add_child(instance=PlainPage(title="Failte", slug="failte"))
    assert own.live


def test_a_source_that_is_published_again_leaves_its_translation_out_of_date_for_readers_too(draft, client):
    home = HomePage.objects.get(locale__language_code="gd")
    for page in (home, draft):
        read_over(page=page, person=make_person(Role.TRANSLATOR))
        (page.get_latest_revision() or page.save_revision()).publish()
    assert "newer than this one" not in client.get("/gd/privacy/").text
    PlainPage.objects.get(slug="privacy", locale=Locale.get_default()).save_revision().publish()
    assert is_out_of_date(PlainPage.objects.get(pk=draft.pk), source_of(draft))
    html = client.get("/gd/privacy/").text
    assert "newer than this one" in html
    assert 'href="/en/privacy/" lang="en"' in html
    read_over(page=PlainPage.objects.get(pk=draft.pk), person=make_person(Role.TRANSLATOR))
    assert not is_out_of_date(PlainPage.objects.get(pk=draft.pk), source_of(draft))


def test_translators_see_every_translation_with_its_source_and_read_it_beside_it(client, draft):
    second = make_person(Role.TRANSLATOR)
    client.force_login(second)
    html = client.get("/admin/translations/").text
    assert "Prìobhaideachd" in html
    assert f"/admin/translations/{draft.pk}/read/" in html
    page = client.get(f"/admin/translations/{draft.pk}/read/").text
    assert "Privacy, in plain words" in page
    assert "snàithlean òir" in page
    client.post(f"/admin/translations/{draft.pk}/read/")
    assert is_read_twice(draft.get_latest_revision_as_object())


def test_the_writer_of_a_draft_is_told_that_somebody_else_reads_it(client, draft, translator):
    client.force_login(translator)
    assert "You wrote this draft." in client.get(f"/admin/translations/{draft.pk}/read/").text
    client.post(f"/admin/translations/{draft.pk}/read/")
    assert not is_read_twice(draft.get_latest_revision_as_object())


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR])
def test_others_in_the_admin_see_nothing_of_it(client, draft, role):
    client.force_login(make_person(role))
    for address in ("/admin/translations/", f"/admin/translations/{draft.pk}/read/"):
        assert client.get(address).status_code in {302, 403}
    assert "/admin/translations/" not in client.get("/admin/").text


def test_a_publisher_who_is_early_is_told_and_keeps_the_draft(client, draft):
    client.force_login(make_person(is_superuser=True))
    answer = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&next=/admin/", follow=True)
    assert "Nobody has read this translation a second time yet." in answer.text
    assert not is_up(draft)
    assert draft.get_latest_revision() is not None
