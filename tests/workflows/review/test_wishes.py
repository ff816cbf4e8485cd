"""What a champion wishes to read: kept, private, and tried with what nobody offered. Requirement 39."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from home.snippets import ContentNote, Topic
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import Champion, PrivateLine, SubjectsToAvoid
from workflows.privacy.models import CaseKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def champion(client, fresh_frame):
    ContentNote.objects.create(key="self-harm", text="self-harm", locale=Locale.get_default())
    person = make_person(Role.CHAMPION)
    client.force_login(person)
    return person


def send(client, **chosen):
    return client.post(reverse("review:wishes"), chosen)


def test_wishes_are_kept_and_shown_again(client, champion):
    topic = Topic.objects.create(name="Exams", slug="exams")
    send(client, languages=["pl", "en"], subjects=["note:self-harm", f"topic:{topic.pk}"])
    assert Champion.objects.get(person=champion).languages == ["en", "pl"]
    html = client.get(reverse("review:wishes")).text
    for value in ("pl", "en", "note:self-harm", f"topic:{topic.pk}"):
        assert f'value="{value}"' in html.split("checked")[0] or f'value="{value}" ' in html
    assert html.count("checked") == 4


def test_nothing_chosen_means_the_language_of_letters_and_nothing_avoided(client, champion):
    send(client, languages=["pl"], subjects=["note:self-harm"])
    send(client)
    assert Champion.objects.get(person=champion).languages == []
    assert not SubjectsToAvoid.objects.exists()
    assert client.get(reverse("review:wishes")).text.count("checked") == 1


@pytest.mark.parametrize("chosen", [{"languages": ["xx"]}, {"subjects": ["note:never"]}, {"subjects": ["\x00"]}])
def test_what_nobody_offered_is_refused_and_nothing_is_kept(client, champion, chosen):
    answer = send(client, **chosen)
    assert answer.status_code == 200
    assert not SubjectsToAvoid.objects.exists()
    assert Champion.objects.get(person=champion).languages == []


def test_pressed_twice_there_is_one_row_under_the_key_of_their_private_line(client, champion):
    for _press in range(2):
        send(client, subjects=["note:self-harm"])
    assert (SubjectsToAvoid.objects.count(), CaseKey.objects.count()) == (1, 1)
    assert SubjectsToAvoid.objects.get().case == PrivateLine.objects.get(person=champion).case
    assert SubjectsToAvoid.objects.get().subjects == {"keys": ["note:self-harm"]}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CHAMPION])
def test_wishes_are_for_champions_alone(client, role):
    client.force_login(make_person(role))
    answer = client.get(reverse("review:wishes"))
    assert answer.status_code == 403
    assert "rather not read" not in answer.text
