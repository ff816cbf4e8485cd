"""The demonstration pack is whole, honest about what it is, and made once."""

import time

from toolkits.demo.seed import seed_packs
from toolkits.models import PackRelease, PartPage, SessionPage


def test_pack_is_made_once_with_its_sessions_and_releases(db):
    began = time.process_time()
    pack = seed_packs()
    assert time.process_time() - began < 4
    assert seed_packs() == pack
    assert [part.title for part in PartPage.objects.child_of(pack)] == ["S1–S2", "S3–S4", "S5–S6"]
    sessions = SessionPage.objects.descendant_of(pack).teachable()
    assert list(sessions.values_list("number", "codes")) == [
        *((1, "HWB 4-05a"), (2, "HWB 4-06a"), (3, "HWB 4-10a, HWB 4-05a"), (4, "HWB 4-08a")),
        *((5, "HWB 4-07a"), (6, "HWB 4-04a"), (7, "HWB 4-09a"), (8, "HWB 4-03a")),
    ]
    assert list(PackRelease.objects.order_by("pk").values_list("number", "state", "superseded")) == [
        ("2.0", "ready", True),
        ("2.1", "ready", False),
    ]


def test_pack_says_that_it_is_made_up(client, db):
    page = client.get(seed_packs().url).content.decode().partition("<main")[2]
    assert page.count("Made-up example for demonstration") == 2


def test_times_of_every_session_add_up(db):
    for session in SessionPage.objects.descendant_of(seed_packs()):
        assert sum(block.value["minutes"] for block in session.activities) == 50
        assert sum(block.value["short_minutes"] for block in session.short_activities) == 25
