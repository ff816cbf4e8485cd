"""Three champions vote on each of 1,000 stories, in eight processes at once: 2,000 votes, none double or missing.

On a SQLite file that is thrown away, or on the empty database that DATABASE_URL names.
"""

import multiprocessing
import sys
import time
from collections import Counter

from bench.desk import make_champion, make_story
from bench.throwaway import start_django, throwaway

STORIES, PROCESSES, READERS, SECONDS = 1_000, 8, 3, 120


def main() -> None:
    """Make the stories, let everybody vote at once, and count. Exits with 1 when anything is double or missing."""
    with throwaway(own=True):
        readings = prepare()
        begun = time.perf_counter()
        results = vote_all(readings)
        wrong = check(results)
        print(f"\n{len(readings)} presses in {PROCESSES} processes, {time.perf_counter() - begun:.0f} s of {SECONDS}")
        print(f"what they heard: {dict(sorted(results.items()))}; wrong: {wrong or 'nothing'}")
        sys.exit(bool(wrong))


def prepare() -> list[str]:
    """Put each story before three champions. Returns the keys of their readings, no two of a story side by side."""
    from workflows.people.models import Champion  # noqa: PLC0415
    from workflows.review.models import Reading  # noqa: PLC0415

    people = [make_champion(number) for number in range(READERS)]
    Champion.objects.update(weekly_limit=10 * STORIES)
    for _number in range(STORIES):
        case = make_story()
        asked = Reading.objects.filter(case=case)
        third = next(pk for pk in people if pk not in asked.values_list("champion_id", flat=True))
        Reading.objects.create(case=case, champion_id=third, due_on=asked[0].due_on)
    return [str(pk) for pk in Reading.objects.order_by("case").values_list("pk", flat=True)]


def vote_all(readings: list[str]) -> Counter:
    """Cast every vote, neighbours in different processes. Returns how often each answer was heard."""
    from django.db import connections  # noqa: PLC0415

    connections.close_all()
    parts = [readings[number::PROCESSES] for number in range(PROCESSES)]
    with multiprocessing.get_context("spawn").Pool(PROCESSES, start_django) as pool:
        return sum(pool.map(vote_some, parts), Counter())


def vote_some(readings: list[str]) -> Counter:
    """Cast these votes, one after the other."""
    from workflows.review.actions import cast_vote  # noqa: PLC0415
    from workflows.review.cases import draft_of, page_of  # noqa: PLC0415
    from workflows.review.enums import Verdict  # noqa: PLC0415
    from workflows.review.models import Reading  # noqa: PLC0415

    heard = Counter()
    for pk in readings:
        reading = Reading.objects.select_related("champion").get(pk=pk)
        digest = draft_of(page_of(reading.case)).words_digest()
        try:
            cast_vote(reading=reading, person=reading.champion, digest=digest, verdict=Verdict.FINE)
            heard["Vote"] += 1
        except Exception as error:  # noqa: BLE001  (whatever it is, it is counted)
            heard[type(error).__name__] += 1
    return heard


def check(results: Counter) -> list[str]:
    """Return what is not as it must be: two votes a story, one step onward, and nothing heard but Vote and Late."""
    from django.db.models import Count  # noqa: PLC0415

    from workflows.review.models import PrepareTask, StepState, Vote  # noqa: PLC0415

    votes = Counter(Vote.objects.values_list("reading__case").annotate(n=Count("pk")).values_list("n", flat=True))
    onward = StepState.objects.filter(task__in=PrepareTask.objects.all()).count()
    facts = {
        "heard": (dict(results), {"Vote": 2 * STORIES, "Late": STORIES}),
        "votes a story": (dict(votes), {2: STORIES}),
        "steps onward": (onward, STORIES),
    }
    return [f"{name}: {found}, not {due}" for name, (found, due) in facts.items() if found != due]


if __name__ == "__main__":
    main()
