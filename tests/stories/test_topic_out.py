"""Topics and notes are shown to their author before the yes, each with a press that takes it off, wherever they are."""

import re

import pytest

from home.models import ContentNote, Topic
from stories.additions import NOTE
from stories.topic_out import leave_note_out, leave_topic_out
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer
from workflows.review.errors import Frozen, Late
from workflows.review.models import Suggestion
from workflows.review.rewriting import begin_change

from .room import enter, freeze, post, publish, say_yes, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """A story with two topics, before its author."""
    case = make_story_with_author()
    draft = draft_of(page_of(case))
    draft.tags.set([Topic.objects.create(name=name, slug=name) for name in ("school", "sport")])
    draft.save_revision()
    return case


def topics(case):
    return sorted(topic.name for topic in draft_of(page_of(case)).tags.all())


def test_one_press_takes_one_topic_off_and_the_yes_stands_for_the_rest(client, case):
    enter(client, case)
    assert "If one isn’t right, leave it out." in client.get("/en/my-story/page/").text
    number = Topic.objects.get(name="sport").pk
    assert "That topic is off your page." in post(client, "topic_out", {"topic": number}, follow=True).text
    assert topics(case) == ["school"]
    post(client, "topic_out", {"topic": number})
    say_yes(case)
    assert topics(case) == ["school"]


@pytest.mark.parametrize("topic", ["", "x", "0", "9" * 30, "²"])
def test_what_is_no_topic_changes_nothing(client, case, topic):
    enter(client, case)
    assert post(client, "topic_out", {"topic": topic}).status_code == 302
    assert topics(case) == ["school", "sport"]


def test_only_at_the_authors_step(client, case):
    number = Topic.objects.get(name="sport").pk
    freeze(case)
    with pytest.raises(Frozen):
        leave_topic_out(case=case, topic=number)
    other = make_story_with_author()
    say_yes(other)
    with pytest.raises(Late):
        leave_topic_out(case=other, topic=number)
    enter(client, other)
    assert "leave it out" not in text_of(client.get("/en/my-story/page/"))


@pytest.fixture
def noted():
    """A story that came to its author with two notes before the text, two topics and a suggestion."""
    case = make_story_with_author((1, "My club never asked.", "It names a club.", "suggestion"), until="prepare")
    draft = draft_of(page_of(case))
    for key in ("anxiety", "loneliness"):
        ContentNote.objects.get_or_create(key=key, locale=draft.locale, defaults={"text": f"{key} of a kind"})
    draft.notes = ["anxiety", "loneliness"]
    draft.tags.set([Topic.objects.create(name=name, slug=name) for name in ("school", "sport")])
    draft.save_revision()
    step = step_of(case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    return case


def notes(case):
    return draft_of(page_of(case)).notes


def answer_to(case, key):
    return Suggestion.objects.get(case=case, paragraph=NOTE + key).answer


def test_one_press_on_the_whole_page_takes_one_note_off(client, noted):
    enter(client, noted)
    assert "If one isn’t right, leave it out." in client.get("/en/my-story/page/").text
    for _press in range(2):
        page = post(client, "note_out", {"note": "anxiety"}, follow=True)
        assert notes(noted) == ["loneliness"]
    assert "That note is off your page." not in page.text
    assert (answer_to(noted, "anxiety"), answer_to(noted, "loneliness")) == (Answer.KEEP, "")


@pytest.mark.parametrize("note", ["", "nonsense", "\x00", "x" * 400])
def test_what_is_no_note_changes_nothing(client, noted, note):
    enter(client, noted)
    assert post(client, "note_out", {"note": note}).status_code == 302
    assert notes(noted) == ["anxiety", "loneliness"]


def test_a_note_that_was_agreed_to_is_asked_for_again_in_a_new_round(client, noted):
    """The note stands on the page that is out; its author takes it off the next one."""
    case = publish()
    page = page_of(case)
    type(page).objects.filter(pk=page.pk).update(notes=["anxiety"])
    begin_change(case=case, stays_up=True)
    draft = draft_of(page_of(case))
    draft.notes = ["anxiety"]
    draft.save_revision()
    assert leave_note_out(case=case, key="anxiety")
    assert notes(case) == []
    assert not leave_note_out(case=case, key="anxiety")


def test_a_topic_goes_from_among_the_suggestions_and_what_was_answered_there_is_kept(client, noted):
    enter(client, noted)
    form = client.get("/en/my-story/suggestions/").context["form"]
    row = next(row for row in form.suggestions if not row.is_beside)
    data = {"shown": form["shown"].value(), f"answer-{row.pk}": "keep", "topic": Topic.objects.get(name="sport").pk}
    page = post(client, "suggestions", data, follow=True)
    assert page.redirect_chain == [("/en/my-story/suggestions/#added", 302)]
    assert "That topic is off your page." in page.text
    assert topics(noted) == ["school"]
    row.refresh_from_db()
    assert row.answer == Answer.KEEP


def test_the_enter_key_among_the_suggestions_saves_and_takes_nothing_off(client, noted):
    """Browsers press a form's first button for it."""
    enter(client, noted)
    page = client.get("/en/my-story/suggestions/").text
    form = page[page.index('<form method="post" novalidate>') :]
    assert re.search(r"<button[^>]*>", form)[0].count('name="next" value="later"') == 1


def test_a_form_with_a_mistake_takes_no_topic_off(client, noted):
    enter(client, noted)
    form = client.get("/en/my-story/suggestions/").context["form"]
    row = next(row for row in form.suggestions if not row.is_beside)
    data = {"shown": form["shown"].value(), f"answer-{row.pk}": "own", "topic": Topic.objects.get(name="sport").pk}
    assert "Write your new words" in post(client, "suggestions", data).text
    assert topics(noted) == ["school", "sport"]


def test_notes_only_at_the_authors_step(client, noted):
    freeze(noted)
    with pytest.raises(Frozen):
        leave_note_out(case=noted, key="anxiety")
    other = make_story_with_author()
    say_yes(other)
    with pytest.raises(Late):
        leave_note_out(case=other, key="anxiety")
