"""What was sent can be changed freely until it is accepted, and who decides on it decides on what they read."""

import pytest
from django.urls import reverse
from django.utils import timezone

from home.models import ConcernWord
from stories.actions import accept, ask, decline, take_back
from stories.attaching import attach, detach
from stories.enums import Appear, AttachedKind, State
from stories.models import Attachment, StoryPage, Submission
from stories.rewriting import rewrite_sent
from stories.sent import seen_of
from tests.factories import make_attachment, make_person, make_story_being_read, make_submission
from workflows.people.enums import Role
from workflows.review.errors import Frozen, Late, Refused, Stale

from .room import enter, freeze, post, text_of

pytestmark = pytest.mark.django_db
CHANGE = "/en/my-story/change/"
WORDS = "The bus was late.\n\nNobody asked.\n\nThen my friend asked twice."


@pytest.fixture
def sent():
    """A story that waits for safeguarding."""
    return make_submission()


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def filled(client, **changed):
    """Return the form as it is on the author's screen, with something typed into it."""
    form = client.get(CHANGE).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changed


def rewrite(submission, **answers):
    return rewrite_sent(case=submission.case, shown=seen_of(submission), **answers)


def now(submission):
    return Submission.objects.get(case=submission.case)


def decide(client, keeper, submission, act="accept", **data):
    client.force_login(keeper)
    return client.post(reverse(f"stories:intake_{act}", args=[submission.case]), data)


def test_author_finds_their_words_and_changes_what_they_like(client, sent, keeper):
    enter(client, sent.case)
    assert "Kilbrannoch club" in client.get(CHANGE).text
    changed = filled(client, words=WORDS, headline="Asked twice", appear="chosen", byline="Kit")
    assert "Our staff read your story as it is now." in post(client, "change", changed, follow=True).text
    here = now(sent)
    assert (here.headline, here.words, here.byline, here.appear) == ("Asked twice", WORDS, "Kit", Appear.CHOSEN)
    assert "You changed what you had sent." in text_of(client.get("/en/my-story/room/"))
    client.force_login(keeper)
    page = client.get(reverse("stories:intake_story", args=[sent.case]))
    assert "Changed by its author" in page.text
    assert "Kilbrannoch" not in page.text
    assert "Changed by its author" in client.get("/en/desk/intake/").text


def test_the_same_words_again_are_no_change(client, sent):
    enter(client, sent.case)
    assert "You changed nothing." in post(client, "change", filled(client), follow=True).text
    assert now(sent).changed_at is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"headline": ""}, "Give your story a title."),
        ({"words": ""}, "Write your story"),
        ({"headline": "x" * 121}, "Your title is too long."),
        ({"appear": "chosen", "byline": ""}, "Write the name to show"),
        ({"website": "https://example.org"}, "people don’t see"),
    ],
)
def test_what_cannot_be_taken_is_explained_with_everything_typed(client, sent, changed, sentence):
    enter(client, sent.case)
    page = post(client, "change", filled(client) | {"words": "KEPTWORDS"} | changed)
    assert sentence in text_of(page)
    assert "KEPTWORDS" in page.text or "words" in changed
    assert now(sent).changed_at is None


def test_an_old_page_is_shown_anew_with_what_was_typed(client, sent):
    enter(client, sent.case)
    old = filled(client, words="KEPTWORDS")
    post(client, "change", filled(client, headline="Another"))
    page = post(client, "change", old)
    assert "This changed since you opened it." in text_of(page)
    assert "KEPTWORDS" in page.text
    assert now(sent).words != "KEPTWORDS"
    with pytest.raises(Stale):
        rewrite_sent(case=sent.case, shown=seen_of(sent), headline="A third")


def test_accepted_meanwhile_gives_the_typed_words_back(client, sent, keeper, monkeypatch):
    enter(client, sent.case)
    typed = filled(client, words="KEPTWORDS")

    def meanwhile(**given):
        raise Late

    monkeypatch.setattr("stories.views.changing_sent.rewrite_sent", meanwhile)
    page = post(client, "change", typed)
    assert page.status_code == 409
    assert "KEPTWORDS" in page.text


def test_an_answer_to_our_question_may_be_a_change(client, sent, keeper):
    ask(case=sent.case, person=keeper, question="May we leave out the club?")
    enter(client, sent.case)
    assert "that counts as an answer" in client.get(CHANGE).text
    post(client, "change", filled(client, words=WORDS))
    assert now(sent).state == State.SENT
    assert now(sent).due_on > timezone.localdate()


def test_new_words_of_concern_are_marked(sent):
    ConcernWord.objects.create(phrase="grey heron")
    rewrite(sent, words="A grey heron.")
    assert now(sent).marked["words"] == ["grey heron"]


def test_nobody_changes_what_is_accepted_taken_back_or_paused(sent, keeper):
    frozen, gone = make_submission(), make_submission()
    freeze(frozen.case)
    take_back(case=gone.case)
    page = make_story_being_read()
    for case, refusal in ((frozen.case, Frozen), (gone.case, Late), (page.case, Late)):
        with pytest.raises(refusal):
            rewrite_sent(case=case, shown="", words=WORDS)
        with pytest.raises(refusal):
            attach(case=case, kind=AttachedKind.PICTURE, cleaned=None, text="Mine.")
    with pytest.raises(TypeError):
        rewrite(sent, band="adult")


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_who_decides_decides_on_what_they_read(client, sent, keeper, act):
    data = {"seen": seen_of(sent), "reason": "It names a club.", "alternative": "Leave it out."}
    rewrite(sent, words=WORDS)
    page = decide(client, keeper, sent, act, **data)
    assert page.status_code == 409
    assert "Its author changed the story after you opened it" in text_of(page)
    assert text_of(page).count("New or changed") == 1
    assert text_of(page).index("New or changed") < text_of(page).index("Nobody asked.")
    assert now(sent).state == State.SENT
    again = page.context["forms"][act]["seen"].value()
    assert decide(client, keeper, sent, act, **data | {"seen": again}).status_code == 302
    assert now(sent).state != State.SENT


def test_a_part_that_went_is_said_as_well(client, sent, keeper):
    seen = seen_of(sent)
    rewrite(sent, words="The bus was late.\n\nThen my friend asked twice.")
    assert "Something was taken out." in text_of(decide(client, keeper, sent, seen=seen))


def test_title_name_picture_and_its_words_count_as_read_too(sent, keeper):
    make_attachment(sent.case)
    picture = Attachment.objects.get()
    for change in (
        lambda: rewrite(now(sent), headline="Another"),
        lambda: rewrite(now(sent), appear=Appear.CHOSEN, byline="Kit"),
        lambda: attach(case=sent.case, kind=AttachedKind.PICTURE, cleaned=None, text="A blue kite."),
        lambda: Attachment.objects.filter(pk=picture.pk).update(sha256="0" * 64),
        lambda: detach(case=sent.case, kind=AttachedKind.PICTURE),
    ):
        seen = seen_of(now(sent))
        change()
        with pytest.raises(Stale):
            accept(case=sent.case, person=keeper, seen=seen)
        with pytest.raises(Stale):
            decline(case=sent.case, person=keeper, reason="No.", alternative="Other.", seen=seen)
    assert not StoryPage.objects.exists()
    assert accept(case=sent.case, person=keeper, seen=seen_of(now(sent))).headline == "Another"


def test_words_that_staff_wrote_for_a_picture_are_its_authors_once_changed(sent, keeper):
    make_attachment(sent.case, text_by=keeper)
    assert attach(case=sent.case, kind=AttachedKind.PICTURE, cleaned=None, text="A red kite.").text_by == keeper
    assert attach(case=sent.case, kind=AttachedKind.PICTURE, cleaned=None, text="My kite.").text_by is None


def test_picture_is_changed_and_taken_away_from_the_same_page(client, sent):
    make_attachment(sent.case)
    enter(client, sent.case)
    to_it = post(client, "change", filled(client, do="picture", headline="Saved first"))
    assert to_it.headers["Location"] == "/en/share/picture/"
    assert now(sent).headline == "Saved first"
    assert f'href="{CHANGE}"' in client.get("/en/share/picture/").text
    assert client.post("/en/share/picture/", {"do": "remove"}).headers["Location"] == CHANGE
    assert not Attachment.objects.exists()


def test_the_last_of_a_story_is_not_taken_away(client):
    story = make_submission(words="")
    make_attachment(story.case)
    with pytest.raises(Refused):
        detach(case=story.case, kind=AttachedKind.PICTURE)
    enter(client, story.case)
    page = client.post("/en/share/picture/", {"do": "remove"})
    assert "Nothing would be left of your story." in text_of(page)
    assert Attachment.objects.exists()
