"""Ways into the author's room and through it, for the tests of it."""

import datetime
import html
import re

import time_machine
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from stories.codes import hash_code
from stories.sessions import open_case
from stories.submission import Submission
from tests.factories import make_person, make_story_with_author
from workflows.people.enums import Role
from workflows.review.actions import publish_due, seal
from workflows.review.answering import answer_suggestions
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer
from workflows.review.models import Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

ROOM = "/en/my-story/room/"
DOOR = "/en/my-story/"
TEN_WORDS = "aardvark abacus acorn acrobat action actor admire advice afloat agree"


def enter(client, case):
    """Open the author's session on a case, as the door does after the ten words."""
    request = RequestFactory().get(DOOR)
    request.session = client.session
    open_case(request, Submission.objects.get(case=case))
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key


def keep_words(case) -> str:
    """Give a story its ten words. Returns them."""
    submission = Submission.objects.get(case=case)
    submission.code_hash = hash_code(TEN_WORDS)
    submission.save(update_fields=["code_hash"])
    return TEN_WORDS


def text_of(response) -> str:
    """Return what the page says, without its markup."""
    main = response.text[response.text.index("<main") : response.text.index("</main>")]
    return html.unescape(re.sub(r"\s+", " ", strip_tags(main)))


def freeze(case, text=""):
    """Raise a worry of staff's."""
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=make_person(Role.EDITOR), text=text)


def answer_all(case, answer, words=""):
    """Answer every suggestion alike."""
    draft = draft_of(page_of(case))
    answers = {row.pk: (Answer(answer), words) for row in Suggestion.objects.unanswered().filter(case=case)}
    answer_suggestions(case=case, digest=draft.words_digest(), answers=answers)


def say_yes(case):
    """Say yes to the page as it stands."""
    seal(case=case, digest=draft_of(page_of(case)).digest())


def set_day(case, hours=25):
    """Set the day, as an editor does."""
    step = step_of(case)
    day = timezone.now() + datetime.timedelta(hours=hours)
    step.task.specific.on_action(step, make_person(Role.EDITOR), "schedule", day=day)
    return day


def publish(*suggestions, **more):
    """Bring a story all the way to the world. Returns its case."""
    case = make_story_with_author(*suggestions, **more)
    say_yes(case)
    with time_machine.travel(set_day(case) + datetime.timedelta(minutes=1)):
        assert publish_due(case=case)
    return case


def post(client, name, data=None, **kwargs):
    """Send a form of the room."""
    return client.post(reverse(f"stories:{name}"), data or {}, **kwargs)
