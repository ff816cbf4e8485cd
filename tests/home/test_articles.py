"""News, guest articles and people's projects: listed by day, found by search, kept by editors."""

import datetime
import gc
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Locale

from home import paging
from home.enums import ArticleKind
from home.models import ArticlePage, ArticlesIndexPage, Picture, ProjectPage, ProjectsIndexPage
from tests.factories import make_person
from workflows.people.enums import Role

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 1)


def article(title="Three schools", **fields):
    index = ArticlesIndexPage.objects.get(locale=Locale.get_default())
    return index.add_child(instance=ArticlePage(title=title, intro="They began on Monday.", **{"on": DAY} | fields))


def project(title="Mind the gap"):
    index = ProjectsIndexPage.objects.get(locale=Locale.get_default())
    fields = {"people": "Rowan and five friends", "led": "They decide all of it.", "thanked": "Paid by the hour."}
    return index.add_child(instance=ProjectPage(title=title, on=DAY, **fields))


def picture():
    file = ContentFile(b"", name="kite.png")
    Image.new("RGB", (1200, 800), "teal").save(file, "PNG")
    file.seek(0)
    return Picture.objects.create(title="Kite", file=file)


def titles(client, query=""):
    return [entry.title for entry in client.get(f"/en/news/{query}").context["entries"]]


def test_the_newest_day_stands_first_and_drafts_not_at_all(client):
    article("Old", on=DAY - datetime.timedelta(days=9))
    article("New")
    article("Draft", live=False)
    assert titles(client) == ["New", "Old"]


def test_older_ones_follow_without_a_gap(client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    for number in range(5):
        article(f"Number {number}", on=DAY if number < 3 else DAY + datetime.timedelta(days=number))
    seen, address = [], "?"
    while address:
        seen += titles(client, address)
        address = client.get(f"/en/news/{address}").context["older_url"]
    assert seen == [f"Number {number}" for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize("query", ["?before=x", "?before=2026-99-99_1", "?before=2026-11-01_" + "9" * 40, "?before=_²"])
def test_nonsense_in_the_address_asks_for_the_newest(client, query):
    article("Here")
    assert titles(client, query) == ["Here"]


def test_the_list_costs_the_same_with_one_and_three(client):
    costs = []
    for number in (1, 2):
        for _i in range(number):
            article(f"A {number} {_i}", picture=None)
        client.get("/en/news/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/en/news/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 12


def test_an_empty_list_says_so_and_leads_on(client):
    assert "Nothing stands here yet." in client.get("/en/projects/").text


def test_a_guest_article_names_its_author_and_organisation(client):
    page = article(kind=ArticleKind.GUEST, author="Ailsa Invented", organisation="Invermorrow Youth Hub")
    html = client.get(page.get_url()).text
    assert "Guest article" in html
    assert "Ailsa Invented, Invermorrow Youth Hub" in html
    data = json.loads(html.split('ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["author"]["name"], data["datePublished"]) == ("Article", "Ailsa Invented", "2026-11-01")
    page.author = " "
    with pytest.raises(ValidationError):
        page.clean()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves its renditions open
def test_a_picture_says_what_it_shows_and_comes_in_three_formats(client):
    page = article(picture=picture(), picture_alt="A red kite over a harbour.")
    html = client.get(page.get_url()).text
    assert [f'type="image/{kind}"' in html for kind in ("avif", "webp")] == [True, True]
    assert 'alt="A red kite over a harbour."' in html
    assert 'width="' in html.split("<picture>")[1]
    gc.collect()  # here and not in the test after this one
    page.picture_alt = ""
    with pytest.raises(ValidationError):
        page.clean()


def test_a_project_says_who_leads_it_and_how_they_are_thanked(client):
    html = client.get(project().get_url()).text
    for words in ("Rowan and five friends", "They decide all of it.", "Paid by the hour."):
        assert words in html


def test_both_are_found_by_search_and_drafts_are_not(client):
    article("Zebra news")
    project("Zebra project")
    article("Zebra secret", live=False)
    call_command("update_index", verbosity=0)
    html = client.get("/en/search/?q=zebra").text
    assert [title in html for title in ("Zebra news", "Zebra project", "Zebra secret")] == [True, True, False]


@pytest.mark.parametrize("model", [ArticlesIndexPage, ProjectsIndexPage])
def test_editors_write_and_publish_them(model):
    tester = model.objects.get().permissions_for_user(make_person(Role.EDITOR))
    assert [tester.can_add_subpage(), tester.can_publish_subpage()] == [True, True]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.EDITOR])
def test_nobody_else_does(role):
    person = make_person(role)
    for model in (ArticlesIndexPage, ProjectsIndexPage):
        assert not model.objects.get().permissions_for_user(person).can_add_subpage()


def test_a_page_says_the_way_to_it(client):
    html = client.get(article().get_url()).text.split('class="crumbs"')[1].split("</nav>")[0]
    assert ">First page</a>" in html
    assert '<a href="/en/news/">News and guest articles</a>' in html
