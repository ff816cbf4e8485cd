"""Two hundred scripts in every field that an author or a reader fills, on every page that shows them: none runs."""

import time
import uuid
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import as_body
from workflows.people.enums import Role
from workflows.review.cases import page_of
from workflows.review.models import Reading
from workflows.safeguarding.models import Concern

from .factories import make_person, make_public_story, make_story_being_read, make_story_with_author, make_submission
from .payloads import ATTRIBUTES, MARK, SCRIPTS, running_in
from .plant import plant

pytestmark = pytest.mark.django_db
PARTS = [" ".join(one.split()) for one in (*SCRIPTS, *ATTRIBUTES)]
TEXT, SHORT = "\n\n".join(PARTS), SCRIPTS[42]


def as_role(role: Role | None = None) -> Client:
    client = Client()
    client.force_login(make_person(role) if role else make_person(is_superuser=True))
    return client


def as_author(case) -> Client:
    client = Client()
    session = client.session
    session.update({"case": str(case), "seen": time.time()})
    session.save()
    return client


def pages() -> dict[str, str]:
    """Return every page that shows words of others, by its address, with the scripts in all of them."""
    suggestion = (1, SCRIPTS[63], SCRIPTS[84], "suggestion")
    public = make_public_story(
        headline=SHORT, body=as_body({str(uuid.uuid4()): text for text in PARTS}), byline=SHORT[:60]
    )
    mine = make_story_with_author(suggestion, words=TEXT)
    read = make_story_being_read(words=TEXT, headline=SHORT)
    sent, planted = make_submission(words=TEXT, headline=SHORT).case, plant(SHORT)
    reading = Reading.objects.filter(case=read.case).first()
    champion = Client()
    champion.force_login(reading.champion)
    keeper, editor, author = as_role(Role.SAFEGUARDING), as_role(Role.EDITOR), as_author(mine)
    asked = [
        (Client(), address)
        for address in (
            public.get_url(),
            "/en/stories/",
            "/en/feed/",
            f"/en/search/?q={SHORT}",
            f"/en/stories/?hide={SHORT}",
        )
    ]
    asked += [(champion, reverse("review:desk")), (champion, reverse("review:reading", kwargs={"pk": reading.pk}))]
    asked += [
        (author, reverse(f"stories:{name}")) for name in ("my_story", "suggestions", "the_page", "everything", "change")
    ]
    asked += [(keeper, reverse("stories:intake_story", kwargs={"case": case})) for case in (sent, planted)]
    asked += [(keeper, reverse("stories:intake")), (keeper, reverse("review:one_story", kwargs={"case": read.case}))]
    asked += [(keeper, reverse("safeguarding:concern", kwargs={"case": one.case})) for one in Concern.objects.all()]
    draft = page_of(mine).pk
    asked += [(editor, f"/admin/pages/{pk}/{door}/") for pk in (draft, public.pk) for door in ("edit", "history")]
    asked += [(editor, "/admin/"), (editor, "/admin/reports/suggestions/"), (as_role(), "/admin/reports/site-history/")]
    return {address: client.get(address).content.decode() for client, address in asked}


def test_no_script_in_anybodys_words_would_run_on_any_page():
    found = pages()
    assert {address: running_in(html) for address, html in found.items() if running_in(html)} == {}
    showing = [address for address, html in found.items() if MARK in html]
    assert len(showing) >= 12  # they are there, as words
    assert all(part in unescape(found[showing[0]]) for part in PARTS)


def test_the_reader_of_pages_notices_each_of_the_scripts():
    blind = [part for part in SCRIPTS[:20] if not running_in(part)]
    assert len(SCRIPTS) == 200
    assert blind == [SCRIPTS[18]]  # only a browser reads what stands inside noscript
    data = '<script type="application/ld+json">{"headline": "%s"}</script>'
    assert running_in(data % f"{MARK}()") == []
    assert running_in(data % SCRIPTS[120]) == ["<script>"]


@pytest.mark.browser
def test_none_runs_in_a_browser_even_where_no_policy_forbids_it(page):
    ran = []
    page.expose_function(MARK, lambda: ran.append(page.url))
    page.route("**/*", lambda route: route.fulfill(status=404, body=""))
    bodies = {f"http://page.test/{number}": html for number, html in enumerate(pages().values())}
    page.route(
        "http://page.test/*",
        lambda route: route.fulfill(body=bodies.get(route.request.url, SCRIPTS[0]), content_type="text/html"),
    )
    page.goto("http://page.test/raw")
    page.wait_for_timeout(100)
    assert len(ran) == 1  # a script that stands raw in a page does run here
    for address in bodies:
        page.goto(address, wait_until="domcontentloaded")
        page.evaluate(
            "document.querySelectorAll('input, textarea, details').forEach((one) => (one.focus(), one.open = true))"
        )
    assert len(ran) == 1
