"""People in the admin: by mail address, no superusers made there, no marks for oneself."""

import pytest
from django.urls import reverse

from stories.actions import accept
from tests.factories import make_person, make_submission
from workflows.people.enums import Role, Training
from workflows.people.models import Champion, Qualification, User
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter
from workflows.review.models import Reading

pytestmark = pytest.mark.django_db
NEW = {
    "email": "Ailsa@Example.org",
    "first_name": "Ailsa",
    "last_name": "Reid",
    "language": "gd",
    "is_superuser": "on",
}


@pytest.fixture
def administrator(client):
    person = make_person(Role.ADMINISTRATOR)
    client.force_login(person)
    return person


def test_administrator_adds_somebody_by_address_and_never_a_superuser(client, administrator):
    form = client.get(reverse("wagtailusers_users:add")).content.decode()
    assert "Language of letters" in form
    assert 'name="username"' not in form
    answer = client.post(reverse("wagtailusers_users:add"), NEW)
    assert answer.status_code == 302
    person = User.objects.get(email="ailsa@example.org")
    assert (person.get_full_name(), person.language, person.is_superuser) == ("Ailsa Reid", "gd", False)
    assert not person.has_usable_password()
    assert Letter.objects.get(person=person).kind == LetterKind.INVITED


def test_the_same_address_in_other_letters_is_refused(client, administrator):
    make_person().__class__.objects.create_user("ailsa@example.org", "a long password")
    answer = client.post(reverse("wagtailusers_users:add"), NEW)
    assert answer.status_code == 200
    assert User.objects.filter(email__iexact="ailsa@example.org").count() == 1


def test_administrator_changes_somebody_and_cannot_raise_them(client, administrator):
    person = make_person(Role.EDITOR)
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    assert "Language of letters" in client.get(address).content.decode()
    assert client.post(address, NEW | {"is_active": "on"}).status_code == 302
    person.refresh_from_db()
    assert (person.email, person.language, person.is_superuser) == ("ailsa@example.org", "gd", False)


def test_editing_oneself_and_a_superuser_keeps_what_they_are(client, administrator):
    assert client.get(reverse("wagtailusers_users:edit", args=[administrator.pk])).status_code == 200
    root = User.objects.create_superuser("root@example.org", "a long password")
    values = {"email": root.email, "first_name": "R", "last_name": "T", "language": "en", "is_active": "on"}
    client.post(reverse("wagtailusers_users:edit", args=[root.pk]), values)
    root.refresh_from_db()
    assert root.is_superuser


def test_people_are_listed_by_name_and_address(client, administrator):
    person = make_person(Role.EDITOR, name="Hamish")
    page = client.get(reverse("wagtailusers_users:index")).content.decode()
    assert "Hamish" in page
    assert person.email in page


def deletions(*people):
    """Return both addresses at which Wagtail deletes users."""
    many = reverse("wagtail_bulk_action", args=["people", "user", "delete"])
    yield reverse("wagtailusers_users:delete", args=[people[0].pk])
    yield f"{many}?{'&'.join(f'id={person.pk}' for person in people)}"


def test_who_has_read_a_story_is_switched_off_and_not_deleted(client, administrator):
    champion, keeper = make_person(Role.CHAMPION), make_person(Role.SAFEGUARDING)
    accept(case=make_submission().case, person=keeper)
    assert Reading.objects.filter(champion=champion).exists()
    for address in deletions(champion):
        answer = client.post(address, follow=True)
        assert "Untick “Active” instead" in answer.content.decode()
    assert User.objects.filter(pk=champion.pk).exists()


def test_who_has_read_nothing_is_deleted(client, administrator):
    for address in deletions(make_person(Role.EDITOR)):
        client.post(address)
        assert not User.objects.filter(groups__name=Role.EDITOR).exists()
        assert client.post(address).status_code in {302, 404}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SAFEGUARDING, Role.TRANSLATOR])
def test_others_do_not_see_people(client, role):
    client.force_login(make_person(role))
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302


def mark(client, person):
    address = reverse("wagtailsnippets_people_qualification:add")
    return client.post(address, {"person": person.pk, "kind": Training.PVG, "valid_until": "2030-01-01"})


def test_safeguarding_marks_a_qualification_and_signs_it(client):
    keeper, editor = make_person(Role.SAFEGUARDING), make_person(Role.EDITOR, pvg=False)
    client.force_login(keeper)
    page = client.get(reverse("wagtailsnippets_people_qualification:add")).content.decode()
    assert "Never write down" in page
    assert mark(client, editor).status_code == 302
    assert Qualification.objects.get(person=editor).marked_by == keeper
    assert client.get(reverse("wagtailsnippets_people_qualification:list")).status_code == 200


def test_nobody_marks_themselves(client):
    keeper = make_person(Role.SAFEGUARDING, pvg=False)
    client.force_login(keeper)
    answer = mark(client, keeper)
    assert answer.status_code == 200
    assert "Someone else has to mark" in answer.content.decode()
    assert not Qualification.objects.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.TRANSLATOR, Role.CHAMPION, Role.DELIVERY])
def test_others_mark_nothing(client, role):
    client.force_login(make_person(role))
    other = make_person(pvg=False)
    assert mark(client, other).status_code == 302
    assert not Qualification.objects.filter(person=other).exists()


def test_administrator_sees_champions_and_safeguarding_does_not(client, administrator):
    champion = Champion.objects.get(person=make_person(Role.CHAMPION))
    listing = reverse("wagtailsnippets_people_champion:list")
    assert client.get(listing).status_code == 200
    edit = reverse("wagtailsnippets_people_champion:edit", args=[champion.pk])
    client.post(edit, {"person": champion.person_id, "paused": "on", "weekly_limit": 2})
    champion.refresh_from_db()
    assert (champion.paused, champion.weekly_limit) == (True, 2)
    client.force_login(make_person(Role.SAFEGUARDING))
    assert client.get(listing).status_code == 302


@pytest.mark.parametrize(
    ("role", "room"),
    [
        (Role.CHAMPION, "review:desk"),
        (Role.SAFEGUARDING, "stories:intake"),
        (Role.EDITOR, "wagtailadmin_home"),
    ],
)
def test_after_signing_in_each_lands_in_their_room(client, role, room, settings):
    settings.ROOT_URLCONF = "tests.workflows.people.rooms"
    client.force_login(make_person(role))
    answer = client.get("/start/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse(room)
