"""Pages of ours warn of what could be kinder, shorter or plainer, beside the editor. They never bar. Requirement 48."""

import pytest
from django.urls import reverse
from wagtail.models import get_page_models

from home.models import (
    ArticlePage,
    ArticlesIndexPage,
    HomePage,
    PlainPage,
    ProjectPage,
    ProjectsIndexPage,
    StyleWord,
)
from home.reading import reads, text_of
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.cases import page_of
from workflows.review.models import Suggestion

pytestmark = pytest.mark.django_db
KINDER = "kinder words are “lives with it”"
LONG = "word " * 30


@pytest.fixture(autouse=True)
def editor(client):
    StyleWord.objects.create(phrase="poor victim", instead="lives with it")
    client.force_login(make_person(Role.EDITOR))


def article(intro="", text="", **fields):
    body = [("text", f"<p>{text}</p>")] if text else []
    page = PlainPage(title="About us", intro=intro, body=body, live=False, **fields)
    HomePage.objects.get(locale__language_code="en").add_child(instance=page)
    return page


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_an_article_shows_what_stands_in_its_fields_and_in_its_blocks(client):
    assert KINDER not in client.get(edit(article(intro="We are glad."))).text
    assert KINDER in client.get(edit(article(intro="A poor victim."))).text
    assert KINDER in client.get(edit(article(text="A poor victim."))).text
    assert "Long sentences" in client.get(edit(article(text=LONG))).text


def test_every_kind_of_page_of_ours_that_is_written_here_has_the_panel(client):
    ours = {model for model in get_page_models() if model._meta.app_label == "home"}
    for page in [HomePage.objects.first(), *HomePage.objects.first().get_children().specific()]:
        ours.discard(type(page))
        if page._meta.app_label == "home":
            assert 'data-side-panel="style"' in client.get(edit(page)).text
    index = {model: model.objects.get() for model in (ArticlesIndexPage, ProjectsIndexPage)}
    news = index[ArticlesIndexPage].add_child(instance=ArticlePage(title="News", intro="A poor victim.", live=False))
    led = ProjectPage(title="Us", people="We", led="A poor victim.", live=False)
    for page in (news, index[ProjectsIndexPage].add_child(instance=led)):
        ours.discard(type(page))
        assert KINDER in client.get(edit(page)).text
    assert ours == set()


def test_a_page_with_all_of_it_is_saved_and_published_all_the_same(client):
    page = PlainPage.objects.get(slug="accessibility")
    body = {"body-count": "1", "body-0-type": "callout", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    body |= {"body-0-value-kind": "tip", "body-0-value-title": "x", "body-0-value-text": f"A poor victim. {LONG}"}
    facts = {"title": "About us", "slug": page.slug, "intro": "A poor victim.", "footer": "about"}
    client.post(edit(page), facts | body | {"action-publish": "1", "review_on": ""})
    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes, page.intro) == (True, False, "A poor victim.")
    assert KINDER in client.get(edit(page)).text


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("A poor victim.", "en", (1, 0, False)),
        ("A poor victim.", "gd", (0, 0, False)),
        (LONG, "gd", (0, 1, False)),
        ("Considerable institutional responsibilities. " * 12, "en", (0, 0, True)),
        ("Considerable institutional responsibilities. " * 12, "pl", (0, 0, False)),
        ("I was sad. My friend came. We sat on the step.\n" * 4, "en", (0, 0, False)),
        ("", "en", (0, 0, False)),
    ],
)
def test_what_is_found(text, language, numbers):
    found = reads(text, language)
    assert (len(found.hints), len(found.long), found.is_too_old) == numbers
    assert found.number == sum(numbers)


def test_lines_without_a_stop_are_no_long_sentence():
    assert reads("Five short words to read\n" * 20, "en").number == 0


def test_paragraphs_of_rich_text_stay_apart():
    page = article(text="One</p><p>Two", intro="Zero")
    assert text_of(page).split() == ["About", "us", "Zero", "One", "Two"]


def test_an_editors_suggestion_is_warned_of_and_sent(client):
    story = page_of(make_story_with_author(until="prepare"))
    key, before = story.paragraphs[1]
    address = reverse("story_suggest", args=[story.pk, key])
    assert KINDER not in client.get(address).text
    words = {"before": before, "after": "A poor victim never asked.", "reason": "It is true.", "kind": "suggestion"}
    html = client.post(address, words, follow=True).text
    assert "It could be kinder or plainer: things to look at: 1." in html
    assert html.count(KINDER) == 1
    assert Suggestion.objects.get(case=story.case).after == "A poor victim never asked."


def test_a_plain_suggestion_is_not_warned_of(client):
    story = page_of(make_story_with_author(until="prepare"))
    key, before = story.paragraphs[1]
    words = {"before": before, "after": "My coach never asked.", "reason": "It names a club.", "kind": "suggestion"}
    html = client.post(reverse("story_suggest", args=[story.pk, key]), words, follow=True).text
    assert "It could be kinder" not in html
