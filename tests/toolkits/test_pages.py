"""What a teacher sees of packs, sessions and the board. Requirements 26 and 27."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import HomePage
from toolkits.actions import build_release
from toolkits.models import PackRelease, PartPage
from toolkits.models.packs import PER_PAGE

from .conftest import ACTIVITIES, ACTIVITY, a_session


def text_of(client, url) -> str:
    response = client.get(url)
    assert response.status_code == 200
    assert dict(response.cookies) == {}
    return response.content.decode()


def release(pack, number="2.1"):
    made = PackRelease.objects.create(pack=pack, number=number, change_note=f"Note {number}.", asked_at=timezone.now())
    build_release.call(made.pk)
    made.refresh_from_db()
    return made


def test_index_lists_live_packs(client, pack):
    assert 'href="/en/packs/a-pack/"' in text_of(client, "/en/packs/")
    pack.unpublish()
    assert "There is no pack in this language yet." in text_of(client, "/en/packs/")


def test_index_is_paged(client, pack):
    for number in range(PER_PAGE):
        pack.copy(update_attrs={"slug": f"pack-{number}", "title": f"Pack {number}"})
    first = text_of(client, "/en/packs/")
    assert first.count("pack-card") == PER_PAGE
    assert 'href="?page=2"' in first
    assert text_of(client, "/en/packs/?page=2").count("pack-card") == 1
    assert text_of(client, "/en/packs/?page=x").count("pack-card") == PER_PAGE


def test_pack_offers_one_gold_button_with_its_size(client, pack, session):
    made = release(pack)
    page = text_of(client, pack.url)
    assert page.count("btn gold") == 1
    assert f'href="/en/packs/a-pack/download/{made.sha256}/a-pack-2.1.zip"' in page
    assert "Download the whole pack (ZIP, " in page


def test_pack_without_a_release_says_so(client, pack, session):
    page = text_of(client, pack.url)
    assert "There is no download yet." in page
    assert "btn gold" not in page


def test_superseded_version_stays_and_says_so(client, pack, session):
    old = release(pack, "2.0")
    release(pack, "2.1")
    page = text_of(client, pack.url)
    assert page.count("replaced by a newer one") == 1
    assert f"download/{old.sha256}/a-pack-2.0.zip" in page
    assert "Note 2.0." in page


def test_parts_stand_in_the_order_of_the_school_years_and_an_empty_one_says_so(client, pack, session, part):
    early = pack.add_child(instance=PartPage(title="S1", slug="s1", ages="11", introduction="Planned."))
    early.move(part, "left")
    page = text_of(client, pack.url)
    sections = page.split('<section class="flow" aria-labelledby="part-')
    assert [section.split('"')[0] for section in sections[1:]] == ["s1", "s3"]
    assert "not ready yet" in sections[1]
    assert "not ready yet" not in sections[2]
    assert page.index('href="#part-s1"') < page.index('href="#part-s3"') < page.index('id="part-s1"')


def test_guide_comes_after_what_one_reads_before_starting(client, pack, session):
    page = text_of(client, pack.url)
    assert page.index("Before you start</h2>") < page.index("Facilitator guide</h2>") < page.index("Versions</h2>")


def test_each_row_leads_to_board_and_paper(client, pack, session):
    page = text_of(client, pack.url)
    assert f'href="{session.url}board/"' in page
    assert f'href="{session.url}#print"' in page
    assert 'id="print"' in text_of(client, session.url)


def test_each_slide_leads_on_and_back_without_a_script(client, session):
    slides = text_of(client, f"{session.url}board/").split('class="slide"')[1:]
    links = [re.findall(r'href="#slide-(\d)"', slide) for slide in slides]
    assert links == [["1"], ["0", "2"], ["1", "3"], ["2"]]
    assert [f"{number} of 4" in slide for number, slide in enumerate(slides, start=1)] == [True] * 4


def test_part_lists_its_live_sessions(client, part, session):
    part.add_child(instance=a_session(2, live=False))
    page = text_of(client, part.url)
    assert "1. Session 1" in page
    assert "Session 2" not in page


def test_session_shows_every_part_of_a_lesson(client, session):
    page = text_of(client, session.url)
    for name in session.content_fields:
        if isinstance(value := getattr(session, name), str) and value.startswith("About"):
            assert value in page
    assert page.count("btn gold") == 1
    assert page.count('class="activity"') == 2
    assert "One card" in page
    assert "Child protection coordinator" in page


def test_board_has_a_slide_for_each_activity_and_help_at_the_end(client, session):
    page = text_of(client, f"{session.url}board/")
    assert page.count('class="slide"') == 4
    assert page.index('id="slide-1"') < page.index('id="slide-2"') < page.index('id="slide-3"')


def test_board_of_a_draft_is_not_shown(client, session):
    session.unpublish()
    assert client.get(f"{session.url}board/").status_code == 404


def test_hostile_words_are_shown_not_run(client, pack, session):
    session.title = session.aims = "<script>alert(1)</script>"
    session.save()
    for url in (session.url, f"{session.url}board/", pack.url):
        page = text_of(client, url)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def queries(client, url) -> int:
    client.get(url)  # site-wide data warm
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(url)
    return len(asked)


@pytest.mark.parametrize("address", ["pack", "part"])
def test_pages_cost_the_same_for_one_and_three_sessions(client, pack, part, session, address):
    cache.clear()
    release(pack)
    url = {"pack": pack.url, "part": part.url}[address]
    one = queries(client, url)
    part.add_child(instance=a_session(2))
    part.add_child(instance=a_session(3))
    assert queries(client, url) == one <= 12


def test_index_and_session_stay_within_their_budget(client, pack, session):
    assert queries(client, "/en/packs/") <= 12
    # A lesson stands five levels deep, and Wagtail asks twice for each level on its way down, but for the last.
    assert queries(client, session.url) <= 12
    assert queries(client, f"{session.url}board/") <= 12


def test_index_costs_the_same_for_one_and_three_packs(client, pack):
    one = queries(client, "/en/packs/")
    for number in (2, 3):
        pack.copy(update_attrs={"title": f"Pack {number}", "slug": f"pack-{number}"})
    assert client.get("/en/packs/").context["packs"].paginator.count == 3
    assert queries(client, "/en/packs/") == one


LONGER = ACTIVITY | {"short_minutes": None}


def test_a_session_costs_the_same_with_one_and_three_activities_and_neighbours(client, part, session):
    session.activities, session.minutes_to_run = ACTIVITIES[:1], 25
    session.save()
    one = queries(client, session.url)
    session.activities, session.minutes_to_run = [*ACTIVITIES, ("talk", LONGER)], 75
    session.save()
    part.add_child(instance=a_session(2))
    part.add_child(instance=a_session(3))
    assert queries(client, session.url) == one


def lead_to(page):
    """Let the first page's pack block lead to a page."""
    home = HomePage.objects.get(locale=page.locale)
    value = {"heading": "A pack", "text": "For schools.", "button": "See the sessions", "page": page, "changes": None}
    home.body = [("pack", value)]
    home.save_revision().publish()


def test_first_page_says_what_the_pack_holds_and_how_big_it_is(client, pack, session):
    lead_to(pack)
    page = text_of(client, "/en/")
    assert "One session is ready to teach." in page
    assert "ZIP," not in page
    made = release(pack)
    page = text_of(client, "/en/")
    assert f'href="/en/packs/a-pack/download/{made.sha256}/a-pack-2.1.zip"' in page
    assert "Download the whole pack (ZIP, " in page


def test_first_page_that_leads_to_another_page_offers_no_download(client, pack):
    lead_to(pack.get_parent())
    page = text_of(client, "/en/")
    assert "See the sessions" in page
    assert "ready to teach" not in page
