"""A lesson or a pack that worries somebody is out of sight until safeguarding lets it go on. Requirement 44."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person
from toolkits.actions import build_release
from toolkits.models import PackRelease, SessionPage
from workflows.people.enums import Role
from workflows.safeguarding.about import subject_at, subject_of
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(pack, session):
    """The pack's file, with the lesson in it."""
    made = PackRelease.objects.create(pack=pack, number="2.1", change_note="First.", asked_at=timezone.now())
    build_release.call(made.pk)
    made.refresh_from_db()
    return made


def freeze(page):
    raise_concern(case=page.translation_key, raised_by=RaisedBy.STAFF, text="A number in session 1.")


def let_go_on(page):
    unfreeze(case=page.translation_key, person=make_person(Role.SAFEGUARDING), outcome="It was right.")


def statuses(client, *addresses) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def addresses(pack, session):
    return pack.url, session.get_parent().url, session.url, f"{session.url}board/", f"{pack.url}download/"


def test_a_paused_lesson_is_gone_with_its_board_and_the_file_it_is_in_and_the_pack_stays(
    client, pack, session, release
):
    everything = addresses(pack, session)
    assert statuses(client, *everything) == [200] * 5
    freeze(session)
    assert statuses(client, *everything) == [200, 200, 410, 410, 410]
    assert session.title not in client.get(pack.url).text
    assert not SessionPage.objects.teachable().exists()
    gone = client.get(session.url).text
    assert gone == client.get(f"{session.url}board/").text
    assert "worr" not in gone.lower().split("<main")[1].split("</main")[0]
    let_go_on(session)
    assert statuses(client, *everything) == [200] * 5


def test_a_paused_pack_takes_all_that_is_in_it_out_of_sight(client, pack, session, release):
    freeze(pack)
    assert statuses(client, *addresses(pack, session)) == [410] * 5
    exact = release.url
    assert client.get(exact).status_code == 410
    for lists in ("/en/packs/", "/sitemap.xml", "/en/search/?q=Session"):
        assert pack.url not in client.get(lists).text
    let_go_on(pack)
    assert statuses(client, *addresses(pack, session)) == [200] * 5


def test_staff_pause_a_lesson_by_its_address_and_safeguarding_finds_it_in_its_room(client, pack, session):
    client.force_login(make_person(Role.EDITOR))
    answer = client.post(
        reverse("review:pause_page"), {"page": f"http://testserver{session.url}board/?x=1", "text": "Why."}
    )
    assert answer.status_code == 200
    concern = Concern.objects.get()
    assert (concern.case, concern.text) == (session.translation_key, "Why.")
    client.force_login(make_person(Role.SAFEGUARDING))
    room = reverse("safeguarding:concern", args=[concern.case])
    assert room in client.get("/en/desk/intake/").text
    page = client.get(room).text
    assert session.title in page
    assert "Why." in page
    client.post(room, {"outcome": "All well.", "seen": 1})
    assert client.get(session.url).status_code == 200


@pytest.mark.parametrize("address", ["", "/", "/en/packs/", "/en/packs/no-such/", "https://elsewhere/en/", "\x00"])
def test_an_address_that_is_neither_pack_nor_lesson_means_nothing(pack, session, address):
    assert subject_at(address) is None


def test_a_pack_and_a_lesson_are_known_by_their_titles(pack, session):
    assert subject_of(pack.translation_key).name == pack.title
    assert subject_at(session.url).name == session.title
