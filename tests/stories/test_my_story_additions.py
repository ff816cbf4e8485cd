"""What an editor puts beside the words is asked of the author: keep it, take it out, say it their way."""

import pytest
from wagtail.images.tests.utils import get_test_image_file

from home.models import ContentNote, Picture, Topic
from stories.additions import PULL
from tests.factories import make_person, make_story_with_author, make_wording
from workflows.people.enums import Role
from workflows.privacy.enums import Use
from workflows.review.actions import change_mind, seal
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer, SuggestionKind
from workflows.review.errors import Refused, Stale
from workflows.review.models import Suggestion

from .room import answer_all, enter, post, say_yes, text_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail leaves a rendition open
]
QUESTIONS = "/en/my-story/suggestions/"


def draft(case):
    return draft_of(page_of(case))


def put(case, **values):
    """Let the editor put things beside the words of a story that is being prepared or decided."""
    page = draft(case)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision()


@pytest.fixture
def prepared():
    """Return a story that came to its author with a picture, two notes and a quotation beside its words."""
    return with_beside()


def with_beside(*, notes=("anxiety", "loneliness"), pull="Then my friend asked twice."):
    case = make_story_with_author(until="prepare")
    for key in notes:
        ContentNote.objects.get_or_create(key=key, locale=draft(case).locale, defaults={"text": f"{key} of a kind"})
    picture = Picture.objects.create(title="Harbour", file=get_test_image_file())
    put(case, notes=list(notes), pull=pull, picture=picture, picture_alt="A harbour")
    page = draft(case)
    page.tags.add(Topic.objects.get_or_create(name="Asking", slug="asking")[0])
    page.save_revision()
    step = step_of(case)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "ready")
    return case


def answer(case, name, given, words=""):
    row = next(row for row in Suggestion.objects.filter(case=case, turned_down=False) if name in row.paragraph)
    answer_suggestions(case=case, digest=draft(case).words_digest(), answers={row.pk: (given, words)})
    row.refresh_from_db()
    return row


def beside(case):
    return [text for _name, text in draft(case).additions()]


def test_everything_beside_the_words_is_asked_about_with_nothing_chosen(client, prepared):
    enter(client, prepared)
    page = client.get(QUESTIONS)
    text = text_of(page)
    for said in (
        "A note before the text: this story mentions anxiety of a kind",
        "“A harbour”",
        "Then my friend asked twice.",
        "If one isn’t right, leave it out. Your answers above are kept. Asking",
        "Keep it on my page",
        "Take it out",
    ):
        assert said in text
    assert "checked" not in page.text[page.text.index("<main") :]
    assert "<img" in page.text
    assert len(page.context["additions"]) == 4


def test_no_yes_before_each_has_an_answer(prepared):
    with pytest.raises(Refused, match="still wait for your answer"):
        say_yes(prepared)
    answer_all(prepared, Answer.USE)
    say_yes(prepared)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("note:anxiety", ["A harbour", "loneliness", "Then my friend asked twice."]),
        ("pull", ["A harbour", "anxiety", "loneliness"]),
        ("picture", ["anxiety", "loneliness", "Then my friend asked twice."]),
    ],
)
def test_what_is_taken_out_is_gone_and_can_be_put_back_until_the_yes(prepared, name, left):
    before = draft(prepared).digest()
    answer(prepared, name, Answer.KEEP)
    assert beside(prepared) == left
    answer(prepared, name, Answer.USE)
    assert draft(prepared).digest() == before
    answer(prepared, name, Answer.KEEP)
    answer_all(prepared, Answer.USE)
    say_yes(prepared)
    assert beside(prepared) == left


def test_the_authors_alt_text_is_read_and_confirmed_before_it_stands(prepared):
    row = answer(prepared, "picture", Answer.OWN, "Boats in the morning")
    answer_all(prepared, Answer.USE)
    assert draft(prepared).picture_alt == "A harbour"
    with pytest.raises(Refused, match="still being read"):
        say_yes(prepared)
    check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING))
    assert draft(prepared).picture_alt == "Boats in the morning"
    confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))
    say_yes(prepared)


def test_alt_text_that_cannot_be_published_is_asked_about_again(prepared):
    row = answer(prepared, "picture", Answer.OWN, "Kim at the harbour")
    answer_all(prepared, Answer.USE)
    check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING), reason="It names Kim.")
    assert draft(prepared).picture_alt == "A harbour"
    with pytest.raises(Refused):
        say_yes(prepared)
    again = answer(prepared, "picture", Answer.OWN, "Someone at the harbour")
    check_own_words(suggestion=again, person=make_person(Role.SAFEGUARDING))
    confirm_own_words(suggestion=again, person=make_person(Role.CHAMPION), reason="It is still her.")
    with pytest.raises(Refused):
        say_yes(prepared)
    must = Suggestion.objects.get(case=prepared, kind=SuggestionKind.MUST)
    answer_suggestions(case=prepared, digest=draft(prepared).words_digest(), answers={must.pk: (Answer.LEAVE_OUT, "")})
    assert draft(prepared).picture is None
    say_yes(prepared)


def test_other_words_in_large_letters_are_the_authors_own_to_the_letter(prepared):
    with pytest.raises(Refused, match="exactly as they stand"):
        answer(prepared, "pull", Answer.OWN, "Then my friend asked three times.")
    assert draft(prepared).pull == "Then my friend asked twice."
    row = answer(prepared, "pull", Answer.OWN, "my friend asked")
    assert draft(prepared).pull == "my friend asked"
    assert row.confirmed_at is not None
    answer_all(prepared, Answer.USE)
    say_yes(prepared)


def test_a_note_is_not_said_another_way(client, prepared):
    with pytest.raises(Refused):
        answer(prepared, "note:anxiety", Answer.OWN, "fear")
    enter(client, prepared)
    page = client.get(QUESTIONS)
    note = next(change for change in page.context["additions"] if change.kind == "note")
    data = {"shown": page.context["form"]["shown"].value(), f"answer-{note.suggestion.pk}": "own"}
    assert "That answer does not fit" in post(client, "suggestions", data).text


def test_the_form_keeps_answers_to_what_stands_beside(client, prepared):
    enter(client, prepared)
    page = client.get(QUESTIONS)
    data = {"shown": page.context["form"]["shown"].value(), "next": "later"}
    for change in page.context["additions"]:
        data[f"answer-{change.suggestion.pk}"] = "keep" if change.kind == "note" else "use"
        data[f"words-{change.suggestion.pk}"] = change.words.value()
    assert post(client, "suggestions", data).status_code == 302
    assert beside(prepared) == ["A harbour", "Then my friend asked twice."]
    assert "You have answered every suggestion." in client.get(QUESTIONS).text


def test_an_old_page_takes_nothing_out(client, prepared):
    enter(client, prepared)
    page = client.get(QUESTIONS)
    note = next(change for change in page.context["additions"] if change.kind == "note")
    answer(prepared, "pull", Answer.USE)
    data = {"shown": page.context["form"]["shown"].value(), f"answer-{note.suggestion.pk}": "keep"}
    assert "This changed since you opened it." in post(client, "suggestions", data).text
    assert "anxiety" in beside(prepared)


def test_one_authors_answer_never_reaches_anothers_page(prepared):
    other = with_beside(notes=("anxiety",))
    row = Suggestion.objects.filter(case=other).first()
    with pytest.raises(Stale):
        answer_suggestions(case=prepared, digest=draft(prepared).words_digest(), answers={row.pk: (Answer.KEEP, "")})


def test_what_the_editor_adds_after_the_yes_is_asked_about_again_and_the_rest_is_not(prepared):
    answer_all(prepared, Answer.USE)
    say_yes(prepared)
    put(prepared, notes=["anxiety", "grief", "loneliness"])
    change_mind(case=prepared)
    assert [row.after for row in Suggestion.objects.unanswered().filter(case=prepared)] == ["grief"]


def test_what_the_author_took_out_and_the_editor_put_back_is_asked_again(prepared):
    answer(prepared, "note:anxiety", Answer.KEEP)
    answer_all(prepared, Answer.USE)
    say_yes(prepared)
    put(prepared, notes=["anxiety", "loneliness"])
    change_mind(case=prepared)
    assert [row.after for row in Suggestion.objects.unanswered().filter(case=prepared)] == ["anxiety"]


def test_what_is_not_there_any_more_is_not_asked_about(prepared):
    answer_suggestions(case=prepared, digest=draft(prepared).words_digest(), answers={})
    put(prepared, pull="")
    answer(prepared, "note:anxiety", Answer.USE)
    assert not Suggestion.objects.filter(case=prepared, paragraph=PULL).exists()


def test_a_thing_put_beside_the_words_without_asking_is_not_sealed():
    case = make_story_with_author()
    put(case, notes=["anxiety"])
    with pytest.raises(Refused, match="beside your words"):
        seal(case=case, digest=draft(case).digest())


def test_a_quotation_goes_with_its_words(prepared):
    page = draft(prepared)
    key, before = page.paragraphs[2]
    row = Suggestion.objects.create(case=prepared, paragraph=key, before=before, after="She asked.", reason="Shorter.")
    answers = {row.pk: (Answer.USE, "")}
    for added in Suggestion.objects.filter(case=prepared, kind=SuggestionKind.ADDED):
        answers[added.pk] = (Answer.USE, "")
    answer_suggestions(case=prepared, digest=page.words_digest(), answers=answers)
    assert beside(prepared) == ["A harbour", "anxiety", "loneliness"]
    say_yes(prepared)


def test_additions_are_not_counted_as_suggestions_on_the_page(client, prepared):
    answer_all(prepared, Answer.USE)
    enter(client, prepared)
    post(client, "thread_details", {"details": "yes", "wording": make_wording(Use.DETAILS).pk})
    assert "Nobody suggested a change." in client.get("/en/my-story/page/").text
