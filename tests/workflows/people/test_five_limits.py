"""The five cases in which a limit on signing in goes wrong elsewhere, each by its name. More in `test_tries.py`."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.factories import make_person
from tests.workflows.review.test_races import at_once, kinds
from workflows.people.enums import Role
from workflows.people.models import SignInTry
from workflows.people.tries import LIMITS, begin_try

from .signing import type_password
from .test_tries import ELSEWHERE, FREE, HERE, WAIT, guess, is_let_in

pytestmark = pytest.mark.django_db


def test_1_a_limit_on_one_account_keeps_nobody_else_in_the_same_network_out():
    tried, other = make_person(Role.EDITOR), make_person(Role.EDITOR)
    assert WAIT in guess(tried.email, FREE + 1)
    assert is_let_in(other.email)


def test_2_a_limit_on_a_network_does_not_keep_a_known_device_out():
    person, known = make_person(Role.EDITOR), Client()
    assert is_let_in(person.email, client=known)
    known.post(reverse("account_logout"))
    for number in range(LIMITS["network"][0]):
        guess(f"nobody{number}@example.org", 1)
    assert not is_let_in(person.email)
    assert is_let_in(person.email, client=known)


@pytest.mark.parametrize(("proxies", "header"), [(0, "203.0.113.{}"), (1, "203.0.113.{}, 198.51.100.7")])
def test_3_a_made_up_x_forwarded_for_does_not_help(settings, proxies, header):
    settings.PROXIES, person = proxies, make_person(Role.EDITOR)
    answers = [
        type_password(
            Client(), person.email, f"wrong {n}", REMOTE_ADDR=HERE, HTTP_X_FORWARDED_FOR=header.format(n)
        ).text
        for n in range(FREE + 1)
    ]
    assert [WAIT in answer for answer in answers] == [False] * FREE + [True]


def test_4_signing_in_resets_the_account_here_and_neither_the_network_nor_the_account_elsewhere():
    person, other = make_person(Role.EDITOR), make_person(Role.EDITOR)
    guess(person.email, FREE - 1), guess(person.email, 1, network=ELSEWHERE), guess(other.email, 1)
    before = SignInTry.objects.filter(what__in=("network", "account")).count()
    assert is_let_in(person.email)
    assert WAIT not in guess(person.email, FREE)
    assert SignInTry.objects.filter(what__in=("network", "account")).count() == before + 2 * FREE
    assert SignInTry.objects.filter(what="pair").count() == FREE + 2  # anew here, and once each from the others
    assert WAIT in guess(person.email, 1)


@pytest.mark.django_db(transaction=True)
def test_5_limits_hold_between_processes_and_after_a_restart(rf):
    """Nothing is kept in the process: each try comes from another thread and connection, with empty caches."""
    request, name = rf.post("/", REMOTE_ADDR=HERE), "ailsa@example.org"

    def elsewhere():
        cache.clear()
        return begin_try(request, name)

    heard = [kinds(at_once(elsewhere)) for _number in range(FREE + 2)]
    assert heard == [["Tries"]] * FREE + [["MustWait"]] * 2
