"""A canary through a story's whole life, with letters to its author and a worker at work: nothing leaks while it lives.

What is private lies in plain in no column of any table at all: sessions, drafts, search, task rows and letters
included. The words of a story are in Wagtail's tables from the day they are accepted, and in no log, letter or task.
Requirement 64.
"""

import datetime
import logging

import pytest
import time_machine
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from stories.models import StoryPage, Submission
from stories.sent import seen_of
from tests.answered import answered
from tests.factories import make_person
from tests.scan import contains, find_in_database, find_in_logs, find_in_mail
from workflows.people.enums import Role
from workflows.privacy.models import Letter
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.models import Reading, Suggestion

from .room import post
from .sharing import begin, consents, stamp, url

EMAIL, TIMES, WHO, HOW, BYLINE = "kauz@example.org", "zwtimes", "zwwho", "zwhow", "zwbyline"
AGREED, QUESTION, REPLY, WORRY, OUTCOME = "zwagreed", "zwquestion", "zwreply", "zwworry", "zwoutcome"
UNUSED, REASON, TURNED_DOWN, WHY_NOT = "zwunused", "zwreason", "zwturneddown", "zwwhynot"
PRIVATE = [EMAIL, TIMES, WHO, HOW, BYLINE, AGREED, QUESTION, REPLY, WORRY, OUTCOME, UNUSED, REASON, TURNED_DOWN]
HEADLINE, FIRST, SECOND, OWN = "zwheadline", "zwfirst", "zwsecond", "zwownwords"
WORDS = [HEADLINE, FIRST, SECOND, OWN]
SCREENS = {
    "words": {"headline": f"The {HEADLINE}", "words": f"It was {FIRST}.\n\nMy coach {SECOND}.\n\nThen she asked."},
    "name": {"appear": "anonymous", "byline": BYLINE},
    "contact": {"reach": "email", "email": EMAIL, "times": TIMES, "message": "no"},
    "adult": {"asked": "other", "by": "call", "who": WHO, "how": HOW},
}
LETTERS = ["story_received", "question_asked", "changes_suggested", "publishing_soon", "story_published"]


def but_to_whom(mail) -> list[str]:
    """Return everything of a letter but its To."""
    return [mail.subject, mail.body, *(value for name, value in mail.message().items() if name != "To")]


class Life:
    """One story, those who handle it, and a look at everything after each step."""

    def __init__(self, caplog, outbox):
        self.caplog, self.outbox, self.unaccepted = caplog, outbox, {*WORDS}
        self.author, self.keeper, self.editor = Client(), Client(), Client()
        self.keeper.force_login(make_person(Role.SAFEGUARDING))
        self.editor.force_login(make_person(Role.EDITOR))
        for _number in range(3):
            make_person(Role.CHAMPION)

    def look(self) -> None:
        """Let the worker and the clock do what waits, then look everywhere for what must not be there."""
        self.work()
        call_command("tick")
        self.work()
        code = [self.code, " ".join(self.code.split()[:2]), "".join(self.code.split()[:2])]
        everywhere, tasks = [*PRIVATE, WHY_NOT, *code], list(DBTaskResult.objects.all())
        leaks = [f"{text} in {found}" for text in {*everywhere, *self.unaccepted} for found in find_in_database(text)]
        for text in [*everywhere, *WORDS]:
            leaks += [f"{text} in the log of {found}" for found in find_in_logs(text, self.caplog)]
            leaks += [f"{text} in a letter: {found}" for found in self.in_letters(text)]
            rows = [f"{task.args_kwargs} {task.traceback} {task.return_value}" for task in tasks]
            leaks += [f"{text} in a task: {row}" for row in rows if contains(row, text)]
        assert leaks == []
        assert {task.status for task in tasks} == {"SUCCESSFUL"}
        self.caplog.clear()

    def work(self) -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=2)

    def in_letters(self, text) -> list[str]:
        """Return the letters with the text in them. Whom a letter is for stands in its To, and nowhere else."""
        if text != EMAIL:
            return find_in_mail(text, self.outbox)
        return [mail.subject for mail in self.outbox if any(contains(part, text) for part in but_to_whom(mail))]

    def is_shared(self) -> None:
        begin(self.author, "13-15")
        for step, data in SCREENS.items():
            assert self.author.post(url(step), {**data, "began": stamp()}).status_code == 302
        self.author.post(url("consent"), consents())
        self.author.post(url("check"))
        submission = Submission.objects.get()
        self.case, self.code = submission.case, submission.code
        self.look()
        assert self.author.post(url("ten-words"), {"do": "send", "third": self.code.split()[2]}).status_code == 302

    def author_comes_back(self) -> None:
        self.author = Client()
        assert self.author.post("/en/my-story/", {"code": self.code}).status_code == 302

    def author_sends(self, name, **data) -> None:
        assert post(self.author, name, data).status_code == 302

    def keeper_writes(self, outcome) -> None:
        """Write in the record of a worry whom one told and why, and let the story go on."""
        told = {"nature": outcome, "told": "nobody", "basis": "no-sign", "why": outcome, "seen": 9}
        for name, data in (("write", told), ("concern", {"outcome": outcome, "seen": 9})):
            assert self.keeper.post(reverse(f"safeguarding:{name}", args=[self.case]), data).status_code == 302

    def keeper_sends(self, name, key=None, **data) -> None:
        address = reverse(f"stories:intake_{name}", args=[key or self.case])
        assert self.keeper.post(address, data).status_code == 302

    def is_read_by_two(self) -> None:
        """The first suggests for two paragraphs; neither suggestion will be used as it is."""
        readings = Reading.objects.filter(case=self.case).select_related("champion").order_by("pk")
        for reading, verdict in zip(readings, ("suggestions", "fine"), strict=True):
            champion = Client()
            champion.force_login(reading.champion)
            champion.get(reverse("review:reading", args=[reading.pk]))
            draft = draft_of(page_of(self.case))
            for key, _text in draft.paragraphs[:2] if verdict == "suggestions" else ():
                data = {"paragraph": key, "after": f"{UNUSED} {key}", "reason": REASON, "kind": "suggestion"}
                self.sent(champion, "review:suggest", reading, data | {"digest": draft.words_digest()})
            self.sent(champion, "review:vote", reading, {**answered(verdict), "digest": draft.words_digest()})
            self.champion = champion

    def sent(self, client, name, thing, data) -> None:
        assert client.post(reverse(name, args=[thing.pk]), data).status_code == 302

    def editor_acts(self, name, **data) -> None:
        page, step = page_of(self.case), step_of(self.case)
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, step.pk])
        assert self.editor.post(address, data).status_code in {200, 302}
        assert step_of(self.case) != step or step_of(self.case).publish_on

    def author_says_another_way(self, text: str) -> Suggestion:
        """Answer what is open about the second paragraph in own words, and keep the first as it is."""
        form = self.author.get(reverse("stories:suggestions")).context["form"]
        data = {"shown": form["shown"].value(), "next": "later"}
        second = draft_of(page_of(self.case)).paragraphs[1][0]
        for row in form.suggestions:
            own = row.paragraph == second
            data |= {f"answer-{row.pk}": "own" if own else "keep", f"words-{row.pk}": text if own else row.before}
        self.author_sends("suggestions", **data)
        return Suggestion.objects.get(case=self.case, answer="own", turned_down=False)

    def keeper_judges(self, words: Suggestion, **data) -> None:
        self.keeper_sends("words", words.pk, seen=words.answered_at.isoformat(), **data)


def listen(caplog):
    """Hear every log in full; what the worker sets for itself is as before at the end."""
    for name in (None, "django_tasks", "django_tasks_db"):
        caplog.set_level(logging.DEBUG, logger=name)


@pytest.mark.django_db(transaction=True)
def test_nothing_leaks_from_the_first_word_to_taking_back(settings, caplog, mailoutbox):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    listen(caplog)
    life = Life(caplog, mailoutbox)
    life.is_shared()
    life.look()

    life.keeper_sends("ask", question=QUESTION)
    life.author_comes_back()
    life.author_sends("message", text=REPLY)
    life.author_sends("worry", text=WORRY)
    life.look()
    life.keeper_writes(OUTCOME)
    life.keeper_sends("agreement", text=AGREED)
    life.look()

    life.keeper_sends("accept", seen=seen_of(Submission.objects.get(case=life.case)))
    life.unaccepted = {OWN}
    life.look()
    assert {where.split(".")[0] for text in (HEADLINE, FIRST) for where in find_in_database(text)} == {
        "stories_storypage",
        "wagtailcore_revision",
    }
    life.is_read_by_two()
    life.editor_acts("ready")
    life.look()

    first = life.author_says_another_way(f"My coach {TURNED_DOWN}.")
    life.look()
    life.keeper_judges(first, fit="cannot", reason=WHY_NOT)
    life.look()
    again = life.author_says_another_way(f"My coach {OWN}.")
    life.look()
    life.keeper_judges(again, fit="fine", reason="")
    life.unaccepted = set()
    life.look()
    assert find_in_database(OWN) == ["wagtailcore_revision.content"]
    data = {"fit": "fine", "reason": "", "seen": again.answered_at.isoformat()}
    life.sent(life.champion, "review:confirm", again, data)
    life.author_sends("the_page", answer="yes", digest=draft_of(page_of(life.case)).digest())
    life.look()

    life.editor_acts("schedule", day=(timezone.localtime() + datetime.timedelta(hours=30)).strftime("%Y-%m-%d %H:%M"))
    life.look()
    with time_machine.travel(step_of(life.case).publish_on + datetime.timedelta(minutes=1)):
        life.look()
    page = StoryPage.objects.public().get()
    shown = Client().get(page.get_url()).content.decode()
    assert [text for text in [*PRIVATE, WHY_NOT, *WORDS, life.code] if contains(shown, text)] == [HEADLINE, FIRST, OWN]
    told = Letter.objects.filter(case=life.case, person=None).order_by("created_at").values_list("kind", flat=True)
    assert list(dict.fromkeys(told)) == LETTERS
    assert [mail.to for mail in mailoutbox].count([EMAIL]) == len(told)

    life.author_comes_back()
    pressed = life.author.get(reverse("stories:take_back")).context["pressed"]
    life.author_sends("take_back", pressed=pressed)
    life.unaccepted = {*WORDS}
    life.look()


class Quoting(BaseEmailBackend):
    """A mail server whose refusal quotes the whole letter."""

    def send_messages(self, messages):
        raise RuntimeError([mail.message().as_string() for mail in messages])


def quote(*args, **kwargs):
    raise RuntimeError(args, kwargs)


@pytest.mark.django_db(transaction=True)
def test_nothing_leaks_from_what_fails_on_the_way(settings, caplog, mailoutbox, monkeypatch):
    """A letter refused, an answer that could not be saved, a story that could not go out: each error quotes it all."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    settings.EMAIL_BACKEND = f"{__name__}.Quoting"
    listen(caplog)
    life = Life(caplog, mailoutbox)
    life.is_shared()
    life.look()
    assert set(Letter.objects.values_list("failure", flat=True)) == {"RuntimeError"}

    life.keeper_sends("agreement", text=AGREED)
    life.keeper_sends("accept", seen=seen_of(Submission.objects.get(case=life.case)))
    life.unaccepted = {OWN}
    life.is_read_by_two()
    life.editor_acts("ready")
    life.author_comes_back()
    life.author.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("stories.views.deciding.answer_suggestions", quote)
        second = Suggestion.objects.get(case=life.case, paragraph=draft_of(page_of(life.case)).paragraphs[1][0])
        form = life.author.get(reverse("stories:suggestions")).context["form"]
        data = {"shown": form["shown"].value(), "next": "later"}
        data |= {f"answer-{row.pk}": "own" if row == second else "keep" for row in form.suggestions}
        answer = post(life.author, "suggestions", data | {f"words-{second.pk}": f"My coach {OWN}."})
        assert (answer.status_code, contains(answer.content.decode(), OWN)) == (500, False)
        broken.setattr("workflows.review.receivers.publish_what_is_due", quote)
        call_command("tick")
        assert ("Internal Server Error" in caplog.text, "publish failed: RuntimeError" in caplog.text) == (True, True)
        life.look()
