"""A year at the desk in a minute: 2,000 stories and 40 champions on the real code, in a database that is thrown away.

The clock is moved from day to day. What champions do is drawn from a fixed seed: most read in time, some are late, hand
back, step away or say not now. Printed are the share of the load, the promises kept, and whether anything is stuck.
"""

import datetime
import random
import statistics
import time
import uuid
from collections import Counter

from bench.throwaway import throwaway

STORIES, CHAMPIONS, DAYS, SEED = 2_000, 40, 365, 20
SHARE, KEPT, CROWD, CHOICE_MS = 1.5, 0.95, 500, 50  # the budgets, and the champions one choice is made among
LATE, GIVEN_BACK, AGAINST = 0.05, 0.06, 0.06
AGAINST_FOR = {"writer": {"points": [], "line": "It names the street."}}  # the question of the policy that made it so
DIGESTS: dict = {}  # by case: the words its readers vote on, which nobody changes here


def main() -> None:
    """Make a database, live a year in it, measure one choice among many champions, and throw it away."""
    with throwaway():
        print_year()
        print_choice()


def print_year() -> None:
    """Print what a year came to, beside the budgets."""
    begun, busy = time.perf_counter(), time.process_time()
    year = Year()
    year.live()
    shares = Counter(year.asked)
    largest, smallest = max(shares.values()), min(shares[person] for person in year.people)
    spent = f"{time.perf_counter() - begun:.0f} s, {time.process_time() - busy:.0f} of them busy"
    print(f"\na year of {STORIES} stories and {CHAMPIONS} champions, lived in {spent}")
    print(f"readings a champion: {smallest} to {largest}; share {largest / smallest:.2f} of {SHARE}")
    print(f"read within the promise: {year.kept / STORIES:.1%} of {KEPT:.0%}; promises moved: {year.moved}")
    print(f"passed on: {year.count('lapsed')}; given back: {year.count('handed-back') + year.count('stepped-away')}")
    print(f"with staff after two times not now: {year.with_staff}; stuck: {year.stuck} of 0")


class Year:
    """One year, day by day, on the functions that the site itself uses."""

    def __init__(self):
        self.draw = random.Random(SEED)
        self.people = [make_champion(number) for number in range(CHAMPIONS)]
        self.acts: dict = {}  # by reading: the day somebody acts on it, and what they do
        self.asked: list = []
        self.started: dict = {}
        self.kept = self.moved = self.with_staff = self.stuck = 0

    def live(self) -> None:
        """Let every day pass, and then as many more as the last stories need."""
        import time_machine  # noqa: PLC0415

        from workflows.review.signals import promise_moved  # noqa: PLC0415

        promise_moved.connect(self.count_moved)
        first = datetime.datetime(2027, 1, 4, 9, tzinfo=datetime.UTC)
        for day in range(DAYS + 30):
            with time_machine.travel(first + datetime.timedelta(days=day), tick=False):
                self.one_day(day)
        self.close()

    def one_day(self, day: int) -> None:
        """Let stories come, champions act and the clock look."""
        from workflows.review.models import PrepareTask, Reading, StepState  # noqa: PLC0415
        from workflows.review.promises import look_for_readers, watch_promises  # noqa: PLC0415

        for _number in range(len(self.started), min(STORIES, STORIES * (day + 1) // DAYS)):
            self.started[make_story(uuid.UUID(int=self.draw.getrandbits(128), version=4))] = day
        look_for_readers()
        for reading in list(Reading.objects.held().select_related("champion").order_by("offered_at", "case")):
            if reading.pk not in self.acts:
                self.asked.append(reading.champion_id)
                self.acts[reading.pk] = self.plan(day)
            when, what = self.acts[reading.pk]
            if when <= day:
                act(reading, what)
        StepState.objects.filter(task__in=PrepareTask.objects.all()).update(status="approved")  # no editor lives here
        watch_promises()

    def plan(self, day: int) -> tuple[int, str]:
        """Draw when a champion acts on a reading, and what they do."""
        chance = self.draw.random()
        what = "back" if chance < GIVEN_BACK else "against" if chance < GIVEN_BACK + AGAINST else "fine"
        days = self.draw.randint(6, 20) if self.draw.random() < LATE else self.draw.randint(0, 4)
        return day + days, what

    def count_moved(self, **kwargs) -> None:
        """Count a promise that was moved."""
        self.moved += 1

    def close(self) -> None:
        """Count how the stories ended."""
        from workflows.review.models import ChampionReviewTask, StepState  # noqa: PLC0415
        from workflows.review.stuck import stuck_cases  # noqa: PLC0415

        waiting = {row.case for row in stuck_cases() if row.not_now}
        steps = StepState.objects.filter(task__in=ChampionReviewTask.objects.all()).select_related("workflow_state")
        self.with_staff = len(waiting)
        done = [step for step in steps if step.finished_at]
        promised = datetime.timedelta(days=ChampionReviewTask.objects.get().days)
        self.kept = sum(step.finished_at.date() <= step.started_at.date() + promised for step in done) + len(waiting)
        self.stuck = STORIES - len(done) - len(waiting)

    def count(self, state: str) -> int:
        """Return how many readings ended in a state."""
        from workflows.review.models import Reading  # noqa: PLC0415

        return Reading.objects.filter(state=state).count()


def act(reading, what: str) -> None:
    """Do what a champion does with a reading."""
    from workflows.review.actions import cast_vote, give_back  # noqa: PLC0415
    from workflows.review.enums import ReadingState, Verdict  # noqa: PLC0415
    from workflows.review.errors import Late  # noqa: PLC0415

    try:
        if what == "back":
            give_back(reading=reading, person=reading.champion, state=ReadingState.HANDED_BACK)
        else:
            verdict, found = (Verdict.NOT_NOW, AGAINST_FOR) if what == "against" else (Verdict.FINE, {})
            digest = DIGESTS[reading.case]
            cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=verdict, found=found)
    except Late:
        pass  # decided a moment ago, on the same day


def make_champion(number: int) -> int:
    """Make a trained champion like every other; returns their key."""
    from django.contrib.auth.models import Group  # noqa: PLC0415

    from workflows.people.enums import Role, Training  # noqa: PLC0415
    from workflows.people.models import Champion, Qualification, User  # noqa: PLC0415

    person = User.objects.create(email=f"champion{number}@example.org", first_name=f"Champion {number}")
    person.groups.add(Group.objects.get(name=Role.CHAMPION))
    Champion.objects.create(person=person, learning=False)
    for kind in Training:
        Qualification.objects.create(person=person, kind=kind, valid_until=datetime.date(2099, 1, 1))
    return person.pk


def make_story(case: uuid.UUID | None = None) -> uuid.UUID:
    """Make a draft of two paragraphs, as acceptance does, and begin its review. Returns its case."""
    from django.db import transaction  # noqa: PLC0415
    from wagtail.models import Locale  # noqa: PLC0415

    from stories.models import StoriesIndexPage, StoryPage, as_body, new_slug  # noqa: PLC0415
    from workflows.people.enums import Band  # noqa: PLC0415
    from workflows.people.models import AgeMark  # noqa: PLC0415
    from workflows.privacy.casekeys import mint_key  # noqa: PLC0415
    from workflows.review.actions import begin_review  # noqa: PLC0415

    case, slug = case or uuid.uuid4(), new_slug()
    index = StoriesIndexPage.objects.get(locale=Locale.get_default())
    body = as_body({str(uuid.uuid4()): text for text in ("The bus was late.", "My friend asked twice.")})
    page = StoryPage(title=slug, slug=slug, translation_key=case, headline="Bus", body=body, live=False)
    page.locale = index.locale
    with transaction.atomic():
        mint_key(case)
        AgeMark.objects.create(case=case, band=Band.B16_17)
        index.add_child(instance=page)
        page.save_revision()
        begin_review(page=page)
    DIGESTS[case] = page.words_digest()
    return case


def print_choice() -> None:
    """Print what one choice costs among hundreds of champions, each with subjects they would rather not read of."""
    from workflows.people.actions import avoid_subjects  # noqa: PLC0415
    from workflows.people.models import User  # noqa: PLC0415
    from workflows.review.assignment import free_candidates, story_of  # noqa: PLC0415
    from workflows.review.obstacles import Story  # noqa: PLC0415

    for number in range(CHAMPIONS, CROWD):
        avoid_subjects(person=User.objects.get(pk=make_champion(number)), keys=["note:loss"])
    known = story_of(make_story())
    story = Story(known.case, known.band, known.language, frozenset({"note:self-harm"}))
    spent = []
    for _time in range(20):
        begun = time.process_time()  # SQLite works in this process, so nothing is left out
        free_candidates(story)
        spent.append(1_000 * (time.process_time() - begun))
    print(f"one choice among {CROWD} champions: {statistics.median(spent):.0f} ms of {CHOICE_MS}")


if __name__ == "__main__":
    main()
