"""What two votes cover, and what not: a change that neither a reader nor the author's answer stands behind."""

import uuid

import pytest
from wagtail.models import TaskState

from stories.models import StoryPage, as_body
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.actions import seal
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.coverage import is_covered
from workflows.review.enums import HEADLINE, Answer, SuggestionKind
from workflows.review.errors import Refused
from workflows.review.models import Suggestion, Vote

from .roads import UNSEEN, accepted

pytestmark = pytest.mark.django_db
HINT, MUST = SuggestionKind.SUGGESTION, SuggestionKind.MUST


def rewrite(case, change):
    """Let staff change the draft behind its author, then ask its author for the yes to it."""
    draft = draft_of(page_of(case))
    change(draft)
    draft.save_revision()
    return draft_of(page_of(case))


def body(draft, paragraphs):
    draft.body = as_body(dict(paragraphs))


def doubled(draft):
    """Two paragraphs under one id: a map of them would show the second alone."""
    first, *others = draft.body.raw_data
    draft.body = [{**first, "value": UNSEEN}, first, *others]


TAMPERINGS = {
    "a word changed": lambda draft: draft.put_paragraph(draft.paragraphs[0][0], UNSEEN),
    "a paragraph emptied": lambda draft: draft.put_paragraph(draft.paragraphs[0][0], ""),
    "a paragraph added": lambda draft: body(draft, [*draft.paragraphs, (str(uuid.uuid4()), UNSEEN)]),
    "a paragraph removed": lambda draft: body(draft, draft.paragraphs[1:]),
    "the order changed": lambda draft: body(draft, reversed(draft.paragraphs)),
    "a paragraph doubled under its own id": doubled,
    "the title changed": lambda draft: setattr(draft, "headline", UNSEEN),
    "the byline changed": lambda draft: setattr(draft, "byline", "Somebody"),
}


@pytest.mark.parametrize("change", TAMPERINGS.values(), ids=TAMPERINGS)
def test_words_changed_behind_their_author_get_no_yes(change):
    """Rule 1: even a yes does not make them the author's; two champions have not read them either."""
    case = make_story_with_author()
    draft = rewrite(case, change)
    with pytest.raises(Refused, match="two champions"):
        seal(case=case, digest=draft.digest())
    assert is_covered(page_of(case), draft) is False


def test_a_suggestion_nobody_used_does_not_cover_its_words():
    case = make_story_with_author((0, UNSEEN, "Why.", HINT))
    suggestion = Suggestion.objects.get()
    words = draft_of(page_of(case)).words_digest()
    answer_suggestions(case=case, digest=words, answers={suggestion.pk: (Answer.KEEP, "")})
    draft = rewrite(case, lambda draft: draft.put_paragraph(draft.paragraphs[0][0], UNSEEN))
    assert is_covered(page_of(case), draft) is False


def test_own_words_are_covered_once_confirmed_and_never_before():
    case = make_story_with_author((HEADLINE, "A title", "Why.", HINT))
    suggestion, keeper = Suggestion.objects.get(), make_person(Role.SAFEGUARDING)
    words = draft_of(page_of(case)).words_digest()
    answer_suggestions(case=case, digest=words, answers={suggestion.pk: (Answer.OWN, "My own title")})
    for step in (
        lambda: None,
        lambda: check_own_words(suggestion=suggestion, person=keeper),
        lambda: Suggestion.objects.update(turned_down=True),
    ):
        step()
        draft = draft_of(page_of(case))
        assert is_covered(page_of(case), draft) is (draft.headline != "My own title")
        with pytest.raises(Refused):
            seal(case=case, digest=draft.digest())
    Suggestion.objects.update(turned_down=False)
    confirm_own_words(suggestion=suggestion, person=make_person(Role.CHAMPION))
    draft = draft_of(page_of(case))
    assert (draft.headline, is_covered(page_of(case), draft)) == ("My own title", True)
    seal(case=case, digest=draft.digest())


def test_a_part_left_out_and_a_suggestion_used_are_covered():
    case = make_story_with_author((0, "", "Why.", MUST), (1, "My coach never asked.", "Why.", HINT))
    first, second = Suggestion.objects.order_by("made_at")
    words = draft_of(page_of(case)).words_digest()
    answers = {first.pk: (Answer.LEAVE_OUT, ""), second.pk: (Answer.USE, "")}
    answer_suggestions(case=case, digest=words, answers=answers)
    draft = draft_of(page_of(case))
    assert [text for _key, text in draft.paragraphs][:2] == ["", "My coach never asked."]
    seal(case=case, digest=draft.digest())
    draft.get_latest_revision().publish(skip_permission_checks=True)
    assert [story.pk for story in StoryPage.objects.public()] == [draft.pk]


def test_votes_on_a_text_that_was_then_written_over_cover_nothing():
    """Fact 1: the revision they read is rewritten in place, its id unchanged."""
    case = make_story_with_author()
    page = page_of(case)
    step = TaskState.objects.filter(status="approved").order_by("pk").first()
    step.revision.content["headline"] = UNSEEN
    step.revision.save()
    draft = rewrite(case, lambda draft: setattr(draft, "headline", UNSEEN))
    assert is_covered(page, draft) is False


def test_too_few_votes_cover_nothing():
    case = make_story_with_author()
    Vote.objects.first().delete()
    assert is_covered(page_of(case), draft_of(page_of(case))) is False


def test_before_the_readers_are_done_nothing_is_covered():
    page = accepted()
    assert is_covered(page, draft_of(page)) is False
