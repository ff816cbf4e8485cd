"""How often we write and how a name may appear: a champion's own choice, quiet unless they say otherwise."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.factories import make_person
from workflows.people.actions import choose_name
from workflows.people.enums import Cadence, Role, ShownAs
from workflows.people.models import Champion

pytestmark = pytest.mark.django_db


@pytest.fixture
def champion(client):
    person = make_person(Role.CHAMPION, name="Morag")
    client.force_login(person)
    return person


def test_nothing_is_shown_and_a_letter_a_day_unless_chosen(champion):
    mine = Champion.objects.get()
    assert (mine.letters, mine.shown_as, mine.shown_name) == (Cadence.DAILY, ShownAs.NOT, "")


@pytest.mark.parametrize("letters", Cadence)
def test_letters_are_as_chosen(client, champion, letters):
    html = client.post(reverse("care:letters"), {"letters": letters}, follow=True).text
    assert "Kept. You can change it whenever you like." in html
    assert Champion.objects.get().letters == letters
    client.post(reverse("care:letters"), {"letters": "hourly"})
    assert Champion.objects.get().letters == letters


@pytest.mark.parametrize(("shown_as", "made_up", "shown"), [("not", "Robin", ""), ("first", "", "Morag")])
def test_a_name_is_shown_as_chosen_and_an_unused_one_is_not_kept(client, champion, shown_as, made_up, shown):
    client.post(reverse("care:name"), {"shown_as": shown_as, "made_up_name": made_up})
    mine = Champion.objects.get()
    assert (mine.shown_name, mine.made_up_name) == (shown, "")


@pytest.mark.parametrize("name", ["Robin", "Mary-Ann", "O’Hara", "Łucja M.", "نور", "Jo Anne"])
def test_a_made_up_name_may_be_of_any_script(client, champion, name):
    client.post(reverse("care:name"), {"shown_as": "made-up", "made_up_name": name})
    assert Champion.objects.get().shown_name == name


@pytest.mark.parametrize(
    "name", ["", "<b>x</b>", "www.example.org/x", "07700 900123", "a@b.org", "Bo\u202eb", "x" * 31, "Bo_b", "= 1"]
)
def test_what_is_no_name_is_refused(client, champion, name):
    answer = client.post(reverse("care:name"), {"shown_as": "made-up", "made_up_name": name})
    assert "There is a problem" in answer.text
    assert Champion.objects.get().shown_as == ShownAs.NOT


def test_the_same_choice_again_does_not_begin_anew(champion):
    first = choose_name(person=champion, shown_as=ShownAs.FIRST_NAME).shown_since
    assert choose_name(person=champion, shown_as=ShownAs.FIRST_NAME).shown_since == first


def test_a_made_up_name_without_a_name_cannot_be_stored(champion):
    with pytest.raises(IntegrityError), transaction.atomic():
        Champion.objects.update(shown_as=ShownAs.MADE_UP)


def test_who_has_left_is_named_nowhere(champion):
    mine = choose_name(person=champion, shown_as=ShownAs.FIRST_NAME)
    mine.person.is_active = False
    assert mine.shown_name == ""


def test_the_team_sees_a_name_and_may_take_it_away(client, champion):
    choose_name(person=champion, shown_as=ShownAs.MADE_UP, made_up_name="Robin")
    client.force_login(make_person(Role.DELIVERY))
    assert "shown as Robin" in client.get(reverse("care:team")).text
    html = client.post(reverse("care:unname", args=[champion.pk]), follow=True).text
    assert "The name is gone from every page." in html
    assert Champion.objects.get().shown_name == ""
