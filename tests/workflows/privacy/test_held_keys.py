"""Opened case keys are held for one request, and no longer."""

import uuid

import pytest

from workflows.privacy.casekeys import destroy_key, keys_held, mint_key, warm_keys
from workflows.privacy.keyring import CannotOpen
from workflows.safeguarding.models import Concern

CANARY = "the canary sang 🐤"
pytestmark = pytest.mark.django_db


def new_concern(text=CANARY, case=None) -> Concern:
    if case is None:
        case = uuid.uuid4()
        mint_key(case)
    return Concern.objects.create(case=case, raised_by="staff", text=text)


def test_held_keys_are_one_query_and_forgotten_after_the_block(django_assert_num_queries):
    concerns = [new_concern(), new_concern()]
    warm_keys([concern.case for concern in concerns])  # outside a request: nothing is held
    with keys_held():
        with django_assert_num_queries(1):
            warm_keys([concern.case for concern in concerns])
            assert [concern.text for concern in concerns] == [CANARY, CANARY]
        destroy_key(concerns[0].case)
        with pytest.raises(CannotOpen):
            assert concerns[0].text
    with django_assert_num_queries(1):
        assert concerns[1].text == CANARY


def test_opening_twice_in_one_request_fetches_the_key_once(django_assert_num_queries):
    concern = new_concern()
    with keys_held(), django_assert_num_queries(1):
        assert (concern.text, concern.text) == (CANARY, CANARY)
