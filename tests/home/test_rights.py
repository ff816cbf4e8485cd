"""What editors may do with help lines and plain pages, and what others may not. Requirement 18."""

import pytest
from wagtail.models import Locale, Page

from home.models import ContentNote, HelpLine
from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
OTHERS = [Role.CHAMPION, Role.SAFEGUARDING, Role.TRANSLATOR, Role.DELIVERY, Role.ADMINISTRATOR, None]


def test_editors_keep_help_lines(client):
    client.force_login(make_person(Role.EDITOR))
    line = HelpLine.objects.get(name="Childline")
    assert client.get(f"/admin/snippets/home/helpline/edit/{line.pk}/").status_code == 200
    assert "Childline" in client.get("/admin/snippets/home/helpline/").content.decode()


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_does(client, role):
    client.force_login(make_person(role))
    line = HelpLine.objects.get(name="Childline")
    assert client.get(f"/admin/snippets/home/helpline/edit/{line.pk}/").status_code in {302, 403}


@pytest.mark.parametrize(
    "slug", ["help", "safely", "privacy", "accessibility", "together", "how-we-read", "complain", "what-changed"]
)
def test_editors_write_and_publish_plain_pages(slug):
    tester = Page.objects.get(slug=slug).permissions_for_user(make_person(Role.EDITOR))
    assert tester.can_edit()
    assert tester.can_publish()


def test_editors_change_the_home_page_and_no_more():
    tester = Page.objects.get(slug="home").permissions_for_user(make_person(Role.EDITOR))
    assert tester.can_edit()
    assert not tester.can_publish()
    assert not tester.can_add_subpage()
    assert not tester.can_delete()


@pytest.mark.parametrize("role", OTHERS)
def test_others_edit_no_plain_page(role):
    person = make_person(role)
    for page in Page.objects.filter(slug__in=["home", "help", "privacy"]):
        assert not page.permissions_for_user(person).can_edit()


def test_a_line_nobody_checked_in_time_is_listed_and_stays_on_the_page(client):
    assert set(HelpLine.objects.overdue()) == set(HelpLine.objects.all())
    assert "0800 1111" in client.get("/en/help/").content.decode()


def test_the_key_of_a_content_note_stays(client):
    """Stories name it, and their seals cover the name: with another key the note would vanish from their pages."""
    client.force_login(make_person(Role.EDITOR))
    note = ContentNote.objects.create(key="anxiety", text="anxiety", locale=Locale.get_default())
    address = f"/admin/snippets/home/contentnote/edit/{note.pk}/"
    refused = client.post(address, {"key": "football", "text": "anxiety", "detail": ""})
    assert "can’t change" in refused.content.decode()
    client.post(address, {"key": "anxiety", "text": "feeling anxious", "detail": ""})
    note.refresh_from_db()
    assert (note.key, note.text) == ("anxiety", "feeling anxious")
