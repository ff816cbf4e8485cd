"""Packs and sessions warn of what could be kinder or plainer, beside the editor, and are saved all the same."""

import pytest
from django.urls import reverse

from home.models import StyleWord
from workflows.people.enums import Role

from .conftest import ACTIVITY

pytestmark = pytest.mark.django_db
KINDER = "kinder words are “lives with it”"


def test_a_session_shows_what_stands_in_its_fields_and_activities(client, session, pack, person_in):
    StyleWord.objects.create(phrase="poor victim", instead="lives with it")
    client.force_login(person_in(Role.EDITOR))

    def shown(page) -> bool:
        return KINDER in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text

    assert (shown(session), shown(pack)) == (False, False)
    session.activities = [("talk", ACTIVITY | {"short_minutes": 25, "teacher": "Say: a poor victim."})]
    session.minutes_to_run = 25
    session.save_revision()
    pack.summary = "For a poor victim."
    pack.save_revision()
    assert (shown(session), shown(pack)) == (True, True)
