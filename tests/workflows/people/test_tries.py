"""Limits on trying to sign in: by network and by account, in the database, and nobody keeps another out."""

import datetime

import pytest
import time_machine
from django.conf import settings as site
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import SignInTry
from workflows.people.tries import LIMITS, PRESSED, PRESSED_FREE, MustWait, begin_try
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter

from .signing import CODE, PASSWORD, code_of, give_app, type_password, wrong_code

pytestmark = pytest.mark.django_db
HERE, NEIGHBOUR, ELSEWHERE = "198.51.100.7", "198.51.100.99", "203.0.113.9"
WAIT = "That was tried many times. Nothing is lost"
FREE = LIMITS["pair"][0]


def guess(email, times, *, network=HERE, client=None):
    """Type wrong passwords; return the last answer's text."""
    client = client or Client()
    return [type_password(client, email, f"wrong {n}", REMOTE_ADDR=network).text for n in range(times)][-1]


def is_let_in(email, *, network=HERE, client=None) -> bool:
    client = client or Client()
    type_password(client, email, REMOTE_ADDR=network)
    return get_user(client).is_authenticated


def test_one_network_waits_after_a_few_wrong_passwords_and_the_right_one_waits_too():
    person = make_person(Role.EDITOR)
    assert WAIT not in guess(person.email, FREE)
    assert WAIT in guess(person.email, 1)
    assert not is_let_in(person.email, network=NEIGHBOUR)
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=11)):
        assert is_let_in(person.email, network=NEIGHBOUR)


def test_an_account_tried_from_many_networks_leaves_each_of_them_less_and_nobody_nothing():
    person = make_person(Role.EDITOR)
    for number in range(PRESSED + 1):
        guess(person.email, 1, network=f"203.0.{number}.1")
    assert WAIT not in guess(person.email, PRESSED_FREE)
    assert WAIT in guess(person.email, 1)
    assert is_let_in(person.email, network="192.0.2.77")


def test_one_accounts_tries_keep_nobody_else_out():
    tried, other = make_person(Role.EDITOR), make_person(Role.EDITOR)
    assert WAIT in guess(tried.email, FREE + 1)
    assert is_let_in(other.email)


def test_every_way_of_writing_an_address_counts_as_one():
    person = make_person(Role.EDITOR)
    ways = [person.email, person.email.upper(), f" {person.email}", f"{person.email} ", person.email.title()]
    for way in ways[:FREE]:
        guess(way, 1)
    assert WAIT in guess(person.email.swapcase(), 1)


def test_one_network_that_tries_many_accounts_waits_whatever_the_account():
    for number in range(LIMITS["network"][0]):
        guess(f"nobody{number}@example.org", 1)
    person = make_person(Role.EDITOR)
    assert not is_let_in(person.email, network=NEIGHBOUR)
    assert is_let_in(person.email, network=ELSEWHERE)


def test_a_browser_that_knows_the_account_is_slowed_by_nobody():
    person, client = make_person(Role.EDITOR), Client()
    assert is_let_in(person.email, client=client)
    client.post(reverse("account_logout"))
    guess(person.email, FREE + 3)
    for number in range(LIMITS["network"][0]):
        guess(f"nobody{number}@example.org", 1)
    assert not is_let_in(person.email)
    assert is_let_in(person.email, client=client)


def test_a_known_browser_is_known_for_one_account_and_counted_itself():
    person, other, client = make_person(Role.EDITOR), make_person(Role.EDITOR), Client()
    assert is_let_in(person.email, client=client)
    client.post(reverse("account_logout"))
    assert WAIT in guess(other.email, FREE + 1, client=client)
    assert WAIT in guess(person.email, LIMITS["browser"][0] + 1, client=client)
    client.cookies[site.KNOWN_BROWSER_COOKIE] = "made up"
    assert not is_let_in(other.email, client=client)


def test_the_mark_of_a_browser_names_nobody():
    person, client = make_person(Role.EDITOR), Client()
    is_let_in(person.email, client=client)
    mark = client.cookies[site.KNOWN_BROWSER_COOKIE]
    assert mark["httponly"]
    assert mark["samesite"] == "Strict"
    assert person.email not in mark.value


def test_signing_in_rightly_uses_no_try_up():
    person = make_person(Role.EDITOR)
    for _time in range(FREE + 3):
        assert is_let_in(person.email)
    assert not SignInTry.objects.exists()


def test_the_answer_is_the_same_for_an_account_nobody_has():
    known, unknown = make_person(Role.EDITOR).email, "person0@example.org"
    answers = []
    for email, network in ((known, HERE), (unknown, ELSEWHERE)):
        texts = [guess(email, 1, network=network), guess(email, FREE, network=network)]
        answers.append([_plain(text, email) for text in texts])
    assert answers[0] == answers[1]


def _plain(text, email):
    lines = [line for line in text.replace(email, "ADDRESS").splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines)


def test_asking_for_a_new_password_answers_the_same_and_writes_only_to_who_is_here():
    person, gone = make_person(Role.EDITOR), make_person(Role.EDITOR, is_active=False)
    client = Client()
    answers = [client.post(reverse("account_reset_password"), {"email": email}) for email in
               (person.email, person.email.upper(), gone.email, "person0@example.org")]  # fmt: skip
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/accounts/password/reset/done/")}
    assert [(letter.person, letter.kind) for letter in Letter.objects.all()] == [(person, LetterKind.NEW_PASSWORD)]


def test_codes_wait_as_well_and_from_everywhere_since_whoever_guesses_has_the_password():
    champion = make_person(Role.CHAMPION)
    secret = give_app(champion)

    def try_code(code, network):
        client = Client()
        type_password(client, champion.email, PASSWORD, REMOTE_ADDR=network)
        return client.post(CODE, {"code": code}, REMOTE_ADDR=network)

    assert WAIT in [try_code(wrong_code(secret), HERE).text for _time in range(FREE + 1)][-1]
    for number in range(20):
        try_code(wrong_code(secret), f"203.0.{number}.1")
    assert WAIT in try_code(code_of(secret), "192.0.2.77").text
    assert is_let_in(make_person(Role.EDITOR).email)


def test_no_address_stands_in_the_database_and_tries_go_within_hours(rf):
    request = rf.post("/", REMOTE_ADDR=HERE)
    begin_try(request, "ailsa@example.org")
    stored = str(list(SignInTry.objects.values()))
    assert "198.51" not in stored
    assert "ailsa" not in stored
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=3)):
        begin_try(request, "other@example.org")
        assert SignInTry.objects.count() == 3


def test_the_wait_grows_and_stops_growing(rf):
    request, waits = rf.post("/", REMOTE_ADDR=HERE), []
    now = timezone.now()
    for _time in range(20):
        with time_machine.travel(now, tick=False):
            try:
                begin_try(request, "a@example.org")
            except MustWait as wait:
                waits.append(wait.seconds)
                now += datetime.timedelta(seconds=wait.seconds)
    assert waits[:3] == [10, 20, 40]
    assert max(waits) <= LIMITS["pair"][1]
