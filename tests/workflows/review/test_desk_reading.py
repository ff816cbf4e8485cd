"""One story before one champion: reading, suggesting, deciding, and all that can stand in the way."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from stories.actions import take_back
from tests.answered import answered
from tests.factories import make_person, make_story_being_read
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog
from workflows.review.actions import cast_vote, suggest, take_suggestion_back
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import HEADLINE, ReadingState, SuggestionKind, Verdict
from workflows.review.errors import Late, Refused
from workflows.review.models import ChampionReviewTask, PrepareTask, Reading, Suggestion, Vote
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
LONG = "word " * 10_000


def url(name, pk):
    return reverse(f"review:{name}", args=[pk])


def digest_of(reading):
    return draft_of(page_of(reading.case)).words_digest()


def suggestion(reading, **changed):
    """Return what the form for the second paragraph sends."""
    key, words = draft_of(page_of(reading.case)).paragraphs[1]
    given = {"paragraph": key, "after": words.replace("Kilbrannoch", "my"), "reason": "It names a club."}
    return {**given, "kind": "suggestion", "digest": digest_of(reading), **changed}


@pytest.fixture
def reading(client):
    """One of two champions' readings; its reader is signed in."""
    page = make_story_being_read()
    found = Reading.objects.filter(case=page.case).select_related("champion").order_by("pk").first()
    client.force_login(found.champion)
    return found


@pytest.fixture
def other(reading):
    """The other champion's reading."""
    return Reading.objects.exclude(pk=reading.pk).select_related("champion").get(case=reading.case)


def vote(client, reading, verdict="fine", **changed):
    data = {**answered(verdict), "digest": digest_of(reading), **changed}
    return client.post(url("vote", reading.pk), data, follow=True)


def text_of(answer):
    return answer.content.decode()


def test_opening_shows_title_and_numbered_paragraphs_and_is_logged(client, reading):
    html = text_of(client.get(url("reading", reading.pk)))
    for words in ("The bus stop question", "My coach at Kilbrannoch club never asked.", "Then my friend asked twice."):
        assert words in html
    assert 'aria-label="Paragraph 3"' in html
    reading.refresh_from_db()
    assert reading.state == ReadingState.OPEN
    logged = AccessLog.objects.get(case=reading.case, what="reading")
    assert (logged.person, logged.what) == (reading.champion, "reading")


def test_suggestion_stands_under_its_paragraph_with_its_differences(client, reading):
    answer = client.post(url("suggest", reading.pk), suggestion(reading), follow=True)
    made = Suggestion.objects.get()
    assert (made.made_by, made.after, made.kind) == (
        reading.champion,
        "My coach at my club never asked.",
        SuggestionKind.SUGGESTION,
    )
    assert answer.redirect_chain == [(url("reading", reading.pk) + f"#suggestion-{made.pk}", 302)]
    assert '<del><span class="hidden-text">taken out: </span>Kilbrannoch </del>' in text_of(answer)
    assert "It names a club." in text_of(answer)
    assert "Fine, with my suggestions" in text_of(answer)


def test_the_title_can_be_suggested_as_well(client, reading):
    client.post(url("suggest", reading.pk), suggestion(reading, paragraph=HEADLINE, after="The bus stop"))
    assert Suggestion.objects.get().paragraph == HEADLINE


def test_a_title_that_is_too_long_is_explained_and_given_back(client, reading):
    answer = client.post(url("suggest", reading.pk), suggestion(reading, paragraph=HEADLINE, after="so " * 60))
    assert "too long for a title" in text_of(answer)
    assert "so so so" in text_of(answer)


def test_words_left_as_they_are_can_still_be_said_not_to_be_publishable(client, reading):
    words = draft_of(page_of(reading.case)).paragraphs[1][1]
    client.post(url("suggest", reading.pk), suggestion(reading, after=words, kind="must"))
    made = Suggestion.objects.get()
    assert (made.after, made.kind) == ("", SuggestionKind.MUST)
    html = text_of(client.get(url("reading", reading.pk)))
    assert "We can’t publish this part as it is" in html
    assert "taken out" not in html


def test_others_suggestions_are_not_shown(client, reading, other):
    client.post(url("suggest", reading.pk), suggestion(reading))
    client.force_login(other.champion)
    html = text_of(client.get(url("reading", other.pk)))
    assert "It names a club." not in html
    assert "Fine, with my suggestions" not in html


def test_own_suggestion_is_removed(client, reading):
    client.post(url("suggest", reading.pk), suggestion(reading))
    client.post(url("remove", Suggestion.objects.get().pk))
    assert Suggestion.objects.count() == 0


def test_anothers_suggestion_is_not_removed(client, reading, other):
    client.post(url("suggest", reading.pk), suggestion(reading))
    client.force_login(other.champion)
    assert client.post(url("remove", Suggestion.objects.get().pk)).status_code == 403
    assert Suggestion.objects.count() == 1


def test_after_the_vote_a_suggestion_stays(client, reading):
    client.post(url("suggest", reading.pk), suggestion(reading))
    vote(client, reading, "suggestions")
    with pytest.raises(Late):
        take_suggestion_back(suggestion=Suggestion.objects.get(), person=reading.champion)
    answer = client.post(url("remove", Suggestion.objects.get().pk))
    assert (answer.status_code, Suggestion.objects.count()) == (409, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "Please say why, in a few words, or choose a reason."),
        ({"after": ""}, "Your suggestion is empty"),
        ({"kind": "rude"}, "Select a valid choice"),
        ({"reason": "<script>x</script>" + LONG}, "Ensure this value has at most"),
        ({"after": LONG}, "Ensure this value has at most"),
        ({"after": "some\x00words"}, "Null characters are not allowed."),
        ({"reason": "some\x00words"}, "Null characters are not allowed."),
    ],
)
def test_a_suggestion_that_cannot_be_taken_is_explained_and_given_back(client, reading, changed, said):
    answer = client.post(url("suggest", reading.pk), suggestion(reading, **changed))
    assert answer.status_code == 200
    assert said in text_of(answer)
    kept = {"reason": "It names a club.", "after": "My coach at my club", **changed}
    for name in ("reason", "after"):
        assert kept[name].strip()[:60].replace("<", "&lt;").replace(">", "&gt;") in text_of(answer)
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize(
    "changed", [{"digest": "0" * 64}, {"digest": ""}, {"paragraph": "vanished"}, {"paragraph": "\x00" * 50_000}]
)
def test_a_suggestion_for_other_words_is_stale_and_given_back(client, reading, changed):
    answer = client.post(url("suggest", reading.pk), suggestion(reading, **changed))
    assert answer.status_code == 409
    assert "This has changed" in text_of(answer)
    assert "It names a club." in text_of(answer)
    assert Suggestion.objects.count() == 0


def test_hostile_words_are_shown_as_words(client):
    page = make_story_being_read(words="<script>alert(1)</script>\n\n{% csrf_token %}", headline="<b>Hi</b>")
    reading = Reading.objects.filter(case=page.case).first()
    client.force_login(reading.champion)
    html = text_of(client.get(url("reading", reading.pk)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html
    assert "{% csrf_token %}" in html
    assert "<b>Hi" not in html


def test_two_fine_votes_send_it_on_and_each_is_thanked(client, reading, other):
    answer = vote(client, reading)
    assert "Thank you for reading." in text_of(answer)
    assert step_of(reading.case).task.specific_class is ChampionReviewTask
    client.force_login(other.champion)
    vote(client, other)
    assert step_of(reading.case).task.specific_class is PrepareTask


def test_voting_twice_counts_once_and_thanks_again(client, reading):
    vote(client, reading)
    answer = vote(client, reading, "not-now")
    assert "Thank you for reading." in text_of(answer)
    assert [one.verdict for one in Vote.objects.all()] == [Verdict.FINE]
    assert "Thank you for reading." in text_of(client.get(url("reading", reading.pk), follow=True))


def test_thanks_only_those_who_have_read(client, reading):
    assert client.get(url("thanks", reading.pk))["Location"] == reverse("review:desk")


def test_fine_as_it_is_is_refused_beside_own_suggestions(client, reading):
    client.post(url("suggest", reading.pk), suggestion(reading))
    answer = vote(client, reading, "fine")
    assert "You made suggestions." in text_of(answer)
    assert "There is a problem" in text_of(answer)
    assert Vote.objects.count() == 0


def test_fine_with_suggestions_is_refused_without_any(client, reading):
    answer = vote(client, reading, "suggestions")
    assert "Select a valid choice" in text_of(answer)
    assert Vote.objects.count() == 0


def test_suggestions_removed_in_another_tab_are_noticed_below_the_form(reading):
    with pytest.raises(Refused, match="You made no suggestion"):
        cast_vote(
            reading=reading,
            person=reading.champion,
            digest=digest_of(reading),
            verdict=Verdict.FINE_WITH_SUGGESTIONS,
        )


@pytest.mark.parametrize("verdict", ["", "fantastic", "\x00", LONG])
def test_no_verdict_is_no_vote(client, reading, verdict):
    answer = vote(client, reading, verdict)
    assert answer.status_code == 200
    assert "There is a problem" in text_of(answer)
    assert Vote.objects.count() == 0


@pytest.mark.parametrize("digest", ["", "0" * 64, "\x00", LONG])
def test_a_vote_on_other_words_is_stale(client, reading, digest):
    answer = vote(client, reading, digest=digest)
    assert (answer.status_code, Vote.objects.count()) == (409, 0)
    assert "This has changed" in text_of(answer)


def test_the_third_press_hears_that_it_is_decided(client, reading, other):
    third = Reading.objects.create(case=reading.case, champion=make_person(Role.CHAMPION), due_on=reading.due_on)
    for one in (reading, other):
        client.force_login(one.champion)
        vote(client, one)
    client.force_login(third.champion)
    digest = digest_of(third)
    for answer in (
        client.post(url("vote", third.pk), {**answered("fine"), "digest": digest}),
        client.get(url("reading", third.pk)),
        client.post(url("suggest", third.pk), suggestion(third)),
    ):
        assert answer.status_code == 409
        assert "This has been decided" in text_of(answer)
    assert Vote.objects.count() == 2


def test_one_not_now_asks_a_third_and_two_go_to_staff(client, reading, other):
    third = make_person(Role.CHAMPION)
    fourth = make_person(Role.CHAMPION)
    vote(client, reading, "not-now")
    asked = Reading.objects.held().exclude(pk=other.pk).get(case=reading.case)
    assert asked.champion in (third, fourth)
    client.force_login(other.champion)
    vote(client, other, "not-now")
    assert Reading.objects.filter(case=reading.case).count() == 3
    client.force_login(make_person(Role.SAFEGUARDING))
    assert "Two readers said not ready" in text_of(client.get("/en/desk/intake/"))


@pytest.mark.parametrize("name", ["vote", "suggest", "hand_back", "step_away"])
def test_nothing_moves_while_paused_and_what_was_typed_is_given_back(client, reading, name):
    data = suggestion(reading, verdict="fine")
    raise_concern(case=reading.case, raised_by=RaisedBy.AUTHOR, text="a private worry")
    answer = client.post(url(name, reading.pk), data)
    assert answer.status_code == 409
    assert "This is paused" in text_of(answer)
    assert "It names a club." in text_of(answer)
    assert "a private worry" not in text_of(answer)
    reading.refresh_from_db()
    assert reading.state == ReadingState.OFFERED


def test_wrong_input_while_paused_shows_no_word(client, reading):
    data = suggestion(reading, reason="")
    raise_concern(case=reading.case, raised_by=RaisedBy.AUTHOR)
    answer = client.post(url("suggest", reading.pk), {**data, "after": "x"})
    assert answer.status_code == 409
    assert "Kilbrannoch" not in text_of(answer)


def test_a_story_taken_back_while_it_is_read_is_simply_over(client, reading):
    data = suggestion(reading)
    raise_concern(case=reading.case, raised_by=RaisedBy.AUTHOR)  # the erasure waits, the reading stays
    take_back(case=reading.case)
    for answer in (
        client.get(url("reading", reading.pk)),
        client.post(url("suggest", reading.pk), data),
        client.post(url("vote", reading.pk), {**answered("fine"), "digest": data["digest"]}),
    ):
        assert answer.status_code == 409
        assert "This has been decided" in text_of(answer)


def test_a_reading_asks_the_database_as_often_for_one_suggestion_as_for_three(
    client, reading, django_assert_num_queries
):
    page, asked = page_of(reading.case), []
    for number in range(3):
        key, words = page.paragraphs[number]
        client.post(url("suggest", reading.pk), suggestion(reading, paragraph=key, after=words + " So."))
        if number != 1:
            client.get(url("reading", reading.pk))
            with django_assert_num_queries(asked[0] if asked else 40, exact=bool(asked)) as counted:
                client.get(url("reading", reading.pk))
            asked.append(len(counted))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("text", ["<b>worry</b>\x00", LONG])
def test_a_worry_that_cannot_be_taken_is_given_back(client, reading, text):
    answer = client.post(reverse("review:worry"), {"reading": reading.pk, "text": text})
    assert answer.status_code == 200
    assert "There is a problem" in text_of(answer)
    assert text.replace("\x00", "")[:20].replace("<", "&lt;").replace(">", "&gt;") in text_of(answer)


def test_a_worry_about_an_erased_story_is_not_taken(client, reading):
    take_back(case=reading.case)
    answer = client.post(reverse("review:worry"), {"reading": reading.pk, "text": "She sounds unsafe."})
    assert answer.status_code == 200
    assert "There is no story with you" in text_of(answer)


def test_an_editor_who_is_a_champion_removes_what_they_suggested_while_preparing(client, reading, other):
    both = make_person(Role.CHAMPION)
    both.groups.add(Group.objects.get(name=Role.EDITOR))
    for one in (reading, other):
        client.force_login(one.champion)
        vote(client, one)
    key, words = page_of(reading.case).paragraphs[0]
    made = suggest(case=reading.case, person=both, paragraph=key, before=words, after="It was late.", reason="Short.")
    client.force_login(both)
    assert client.post(url("remove", made.pk))["Location"] == reverse("review:desk")
    assert Suggestion.objects.count() == 0
