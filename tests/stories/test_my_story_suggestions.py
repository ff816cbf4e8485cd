"""The author answers: suggestions beside their words, three answers, and nothing lost on the way."""

import pytest

from stories.status import Place, status_of
from stories.submission import Submission
from stories.views import deciding
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.answering import check_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.enums import HEADLINE, Answer
from workflows.review.errors import Late
from workflows.review.models import Suggestion

from .room import ROOM, answer_all, enter, keep_words, post, say_yes, text_of

pytestmark = pytest.mark.django_db
PAGE, QUESTIONS = "/en/my-story/page/", "/en/my-story/suggestions/"
COACH = "My coach at Kilbrannoch club never asked."
CLUB = (1, "My coach never asked.", "It names a club.", "suggestion")
BUS = (0, "The train was late.", "Fewer buses.", "suggestion")
MUST = (1, "", "It names a person.", "must")
MUST_WITH_WORDS = (1, "Someone never asked.", "It names a person.", "must")
TITLE = (HEADLINE, "The question", "Shorter.", "suggestion")


def filled(client, *answers, words="", **more):
    """Return the form as it is on the screen, with these answers in the order of the suggestions."""
    form = client.get(QUESTIONS).context["form"]
    data = {"shown": form["shown"].value(), "next": "later", **more}
    for suggestion, answer in zip(form.suggestions, answers, strict=True):
        if answer:
            data[f"answer-{suggestion.pk}"] = answer
        data[f"words-{suggestion.pk}"] = words or suggestion.before
    return data


def place(case):
    return status_of(Submission.objects.get(case=case)).place


def answers():
    return list(Suggestion.objects.values_list("answer", flat=True))


def second_paragraph(case):
    return draft_of(page_of(case)).paragraphs[1][1]


def test_a_suggestion_stands_beside_the_words_with_its_reason_and_nothing_chosen(client):
    enter(client, make_story_with_author(CLUB))
    text = client.get(QUESTIONS).text
    assert '<p dir="auto">My coach <del>at Kilbrannoch club</del> never asked.</p>' in text
    assert '<p dir="auto">My coach never asked.</p>' in text
    assert "Why: It names a club." in text
    assert "checked" not in text[text.index("<main") :]
    assert [choice[0] for choice in client.get(QUESTIONS).context["changes"][0].answer.field.choices] == [
        Answer.USE,
        Answer.KEEP,
        Answer.OWN,
    ]


def test_each_column_says_its_own_text_to_the_letter(client):
    enter(client, make_story_with_author((HEADLINE, "The question at the bus stop", "Easier.", "suggestion")))
    text = client.get(QUESTIONS).text
    assert '<p dir="auto">The bus stop <del>question</del></p>' in text
    assert '<p dir="auto">The <ins>question at the</ins> bus stop</p>' in text


@pytest.mark.parametrize(
    ("suggestion", "offered"),
    [(MUST, [Answer.OWN, Answer.LEAVE_OUT]), (MUST_WITH_WORDS, [Answer.USE, Answer.OWN, Answer.LEAVE_OUT])],
)
def test_a_part_that_cannot_be_published_is_not_kept(client, suggestion, offered):
    case = make_story_with_author(suggestion)
    enter(client, case)
    page = client.get(QUESTIONS)
    assert [choice[0] for choice in page.context["changes"][0].answer.field.choices] == offered
    assert "We can’t publish this part as it is." in page.text
    response = post(client, "suggestions", filled(client, Answer.KEEP))
    assert "That answer does not fit this part." in response.text
    assert answers() == [""]


@pytest.mark.parametrize(
    ("answer", "text"), [(Answer.USE, "My coach never asked."), (Answer.KEEP, COACH), (Answer.OWN, COACH)]
)
def test_an_answer_is_kept_and_shown_again(client, answer, text):
    case = make_story_with_author(CLUB)
    enter(client, case)
    response = post(client, "suggestions", filled(client, answer, words="My own words."), follow=True)
    assert response.redirect_chain == [(ROOM, 302)]
    assert "Your answers are saved." in response.text
    assert second_paragraph(case) == text
    assert client.get(QUESTIONS).context["changes"][0].answer.value() == answer
    assert "You have answered every suggestion." in client.get(QUESTIONS).text


def test_answers_given_so_far_are_kept_and_the_rest_stays_open(client):
    case = make_story_with_author(BUS, CLUB)
    enter(client, case)
    response = post(client, "suggestions", filled(client, "", Answer.USE, next="page"))
    assert response.headers["Location"] == PAGE
    assert answers() == ["", Answer.USE]
    assert "One suggestion still waits for your answer." in client.get(PAGE).text
    assert 'name="digest"' not in client.get(PAGE).text


def test_new_words_wait_for_their_readers_and_say_so(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    post(client, "suggestions", filled(client, Answer.OWN, words="Nobody asked."))
    assert place(case) == Place.NEW_WORDS
    assert "Your new words are being read by our safeguarding staff." in text_of(client.get(QUESTIONS))
    assert "Your new words are being read. After that you can say yes." in text_of(client.get(PAGE))
    check_own_words(suggestion=Suggestion.objects.get(), person=make_person(Role.SAFEGUARDING))
    assert "Your new words are being read by one trained volunteer." in text_of(client.get(QUESTIONS))
    assert "Nobody asked." in client.get(PAGE).text


def test_saving_again_does_not_send_new_words_round_again(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    post(client, "suggestions", filled(client, Answer.OWN, words="Nobody asked."))
    check_own_words(suggestion=Suggestion.objects.get(), person=make_person(Role.SAFEGUARDING))
    post(client, "suggestions", filled(client, Answer.OWN, words="Nobody asked."))
    assert Suggestion.objects.get().checked_at


def test_words_turned_down_are_asked_about_again(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    post(client, "suggestions", filled(client, Answer.OWN, words="Call 0141 496 0000."))
    keeper = make_person(Role.SAFEGUARDING)
    check_own_words(suggestion=Suggestion.objects.get(), person=keeper, reason="It has a phone number.")
    text = text_of(client.get(QUESTIONS))
    assert "Why: It has a phone number." in text
    assert "It names a club." not in text
    assert "Your new words were: Call 0141 496 0000." in text
    assert client.get(QUESTIONS).context["changes"][0].words.value() == "Call 0141 496 0000."
    same = filled(client, Answer.OWN, words="Call 0141 496 0000.")
    assert "Write your new words, or choose another answer." in post(client, "suggestions", same).text
    assert "" in answers()
    assert place(case) == Place.WITH_YOU


@pytest.mark.parametrize(
    ("answer", "words", "says"),
    [
        (Answer.OWN, COACH, "Write your new words, or choose another answer."),
        (Answer.OWN, " ", "Write your new words, or choose another answer."),
        (Answer.OWN, "x" * 20_001, "This has 20001 characters."),
        (Answer.OWN, "x" * 50_001, "Nothing is lost."),
        (Answer.OWN, "Nobody\x00 asked.", "hidden character"),
        ("", "Typed but not chosen.", "Choose “Say it another way”"),
        ("burn", COACH, "That answer does not fit this part."),
    ],
)
def test_a_mistake_gives_everything_back_and_saves_nothing(client, answer, words, says):
    case = make_story_with_author(BUS, CLUB)
    enter(client, case)
    data = filled(client, Answer.USE, answer)
    data[f"words-{list(Suggestion.objects.all())[1].pk}"] = words
    response = post(client, "suggestions", data)
    assert response.status_code == 200
    assert says in response.text
    assert words.replace("\x00", "").strip() in response.text
    assert response.context["changes"][0].answer.value() == Answer.USE
    assert answers() == ["", ""]


def test_a_title_said_another_way_stays_one_short_line(client):
    case = make_story_with_author(TITLE)
    enter(client, case)
    assert "Your title" in client.get(QUESTIONS).text
    assert "This has 121 characters." in post(client, "suggestions", filled(client, "own", words="x" * 121)).text
    post(client, "suggestions", filled(client, Answer.OWN, words="One\nline"))
    assert Suggestion.objects.get().own_words == "One line"


def test_two_changes_of_one_part_are_explained(client):
    case = make_story_with_author(CLUB, (1, "Nobody asked.", "It names a coach.", "suggestion"))
    enter(client, case)
    response = post(client, "suggestions", filled(client, Answer.USE, Answer.USE))
    assert "Two suggestions are about the same part." in response.text
    assert answers() == ["", ""]


def test_only_the_question_that_decides_a_part_is_shown(client):
    case = make_story_with_author(CLUB, MUST)
    enter(client, case)
    assert "We suggest one change. You decide." in client.get(QUESTIONS).text
    post(client, "suggestions", filled(client, Answer.LEAVE_OUT))
    assert answers() == [Answer.KEEP, Answer.LEAVE_OUT]
    assert second_paragraph(case) == ""


def test_a_suggestion_of_another_story_is_refused(client):
    other = make_story_with_author(CLUB)
    theirs = Suggestion.objects.get(case=other)
    enter(client, make_story_with_author(BUS))
    data = filled(client, Answer.USE) | {f"answer-{theirs.pk}": Answer.USE}
    response = post(client, "suggestions", data)
    assert "This changed since you opened it." in response.text
    assert answers() == ["", ""]


def test_a_second_press_changes_nothing(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    data = filled(client, Answer.USE)
    for _press in range(2):
        assert post(client, "suggestions", data).headers["Location"] == ROOM
    assert page_of(case).revisions.count() == 2


def test_an_old_page_in_a_second_tab_changes_nothing_and_gives_its_words_back(client):
    case = make_story_with_author(BUS, CLUB)
    enter(client, case)
    old = filled(client, Answer.KEEP, Answer.OWN, words="From the second tab.")
    post(client, "suggestions", filled(client, Answer.USE, Answer.KEEP))
    response = post(client, "suggestions", old)
    assert "This changed since you opened it." in response.text
    assert "From the second tab." in response.text
    assert answers() == [Answer.USE, Answer.KEEP]
    again = response.context["form"]
    data = {name: again[name].value() for name in again.fields}
    assert post(client, "suggestions", data).headers["Location"] == ROOM
    assert answers() == [Answer.KEEP, Answer.OWN]


def test_answers_to_a_story_that_moved_on_are_given_back(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    data = filled(client, Answer.OWN, words="Too late, but not lost.")
    answer_all(case, Answer.KEEP)
    say_yes(case)
    response = post(client, "suggestions", data)
    assert response.status_code == 409
    assert "Too late, but not lost." in response.text


def test_answers_typed_when_the_session_ended_are_on_the_form_again(client):
    case = make_story_with_author(CLUB)
    enter(client, case)
    data = filled(client, Answer.OWN, words="Typed just before.")
    client.cookies.clear()
    ended = post(client, "suggestions", data)
    assert data["shown"] not in ended.text
    back = client.post("/en/my-story/", data | {"code": keep_words(case), "step": "suggestions"})
    assert back.context["changes"][0].answer.value() == Answer.OWN
    assert back.context["changes"][0].words.value() == "Typed just before."
    assert "There is a problem" not in back.text
    assert answers() == [""]


def test_hostile_suggestions_are_shown_as_text(client):
    enter(client, make_story_with_author((1, "<img src=x onerror=alert(1)>", "<b>why</b>", "suggestion")))
    text = client.get(QUESTIONS).text
    assert "<img src=x" not in text
    assert "Why: &lt;b&gt;why&lt;/b&gt;" in text


def test_no_suggestions_is_said(client):
    enter(client, make_story_with_author())
    assert "Nobody suggested a change" in client.get(QUESTIONS).text


def test_three_suggestions_take_as_many_questions_of_the_database_as_one(client, django_assert_max_num_queries):
    counts = []
    for suggestions in ([CLUB], [CLUB, BUS, TITLE]):
        enter(client, make_story_with_author(*suggestions))
        client.get(QUESTIONS)
        with django_assert_max_num_queries(100) as queries:
            client.get(QUESTIONS)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_answers_that_come_too_late_are_given_back(client, monkeypatch):
    case = make_story_with_author(CLUB)
    enter(client, case)
    data = filled(client, Answer.OWN, words="Not lost either.")

    def decided_meanwhile(**kwargs):
        raise Late

    monkeypatch.setattr(deciding, "answer_suggestions", decided_meanwhile)
    response = post(client, "suggestions", data)
    assert response.status_code == 409
    assert "Not lost either." in response.text
