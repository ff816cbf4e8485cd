"""Everybody at one story at once: yes, edit, schedule, clock, take back, freeze, unfreeze, worker, in real processes.

Each interleaving is one story and a script drawn from its number; three processes act by it while a fourth reads the
public address through the site's own cache. Nothing may be shown that should not be. On a SQLite file that is thrown
away, or on the empty database that DATABASE_URL names: `python -m bench.interleavings [how many]`.
"""

import multiprocessing
import sys
import time
from collections import Counter

from bench.deeds import Event, act, left_behind, people, script, visitor, wrong_at_the_end, wrong_in
from bench.desk import make_champion
from bench.throwaway import start_django, throwaway

STORIES = 500
ACTORS, PATIENCE = 3, 300  # processes that act; seconds for one round


def main() -> None:
    """Make the stories, let everybody at them, and look for what should not be. Exits with 1 where there is any."""
    number = int(sys.argv[1]) if sys.argv[1:] else STORIES
    with throwaway(own=True):
        begun = time.monotonic()
        stories = prepare(number)
        ready = time.monotonic()
        events = run(stories)
        sys.exit(report(stories, events, ready - begun, time.monotonic() - ready))


def prepare(number: int) -> list[tuple]:
    """Name who acts, then bring so many stories to their authors. Returns (case, public address) of each."""
    from django.db import connections  # noqa: PLC0415

    from workflows.people.models import Champion  # noqa: PLC0415

    people()
    for champion in range(2):
        make_champion(champion)
    Champion.objects.update(weekly_limit=10 * number)
    connections.close_all()
    with multiprocessing.get_context("spawn").Pool(ACTORS, start_django) as pool:
        return pool.map(make_story, range(number), chunksize=5)


def make_story(_number: int) -> tuple:
    """Bring one story to its author as the site does: accepted, read by two, prepared."""
    from stories.actions import accept  # noqa: PLC0415
    from tests.factories import make_submission  # noqa: PLC0415
    from workflows.people.enums import Band, Role  # noqa: PLC0415
    from workflows.review.actions import cast_vote  # noqa: PLC0415
    from workflows.review.cases import step_of  # noqa: PLC0415
    from workflows.review.enums import Verdict  # noqa: PLC0415
    from workflows.review.models import Reading  # noqa: PLC0415

    who, case = people(), make_submission(band=Band.ADULT).case
    page = accept(case=case, person=who[Role.SAFEGUARDING])
    for reading in Reading.objects.filter(case=case).select_related("champion"):
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    step = step_of(case)
    step.task.specific.on_action(step, who[Role.EDITOR], "ready")
    return case, page.get_url()


def run(stories) -> list[list[Event]]:
    """Let every process through every story, together. Returns what happened, by story."""
    from django.db import connections  # noqa: PLC0415

    connections.close_all()
    context = multiprocessing.get_context("spawn")
    shared = context.Barrier(ACTORS + 1), context.Value("i", 0), context.Queue()
    works = [*[(act_by_script, number) for number in range(ACTORS)], (look, 0)]
    processes = [context.Process(target=one_process, args=(stories, *shared, *work)) for work in works]
    for process in processes:
        process.start()
    found = [shared[-1].get(timeout=PATIENCE * len(stories)) for _process in processes]
    for process in processes:
        process.join(PATIENCE)
    return [[event for lists in found for event in lists[place]] for place in range(len(stories))]


def one_process(stories, gate, finished, answers, work, mine) -> None:
    """Do one process's part in every story, each begun together with the others."""
    start_django()
    look_once, done = visitor(), []
    for number, (case, path) in enumerate(stories):
        gate.wait(PATIENCE)
        done.append(work(number, case, path, look_once, finished, mine))
    answers.put(done)


def act_by_script(number, case, _path, _look_once, finished, mine) -> list[Event]:
    """Do one actor's part of a story's script."""
    found = [act(name, case, chance) for name, chance in script(number, ACTORS)[mine]]
    with finished.get_lock():
        finished.value += 1
    return found


def look(number, _case, path, look_once, finished, _mine) -> list[Event]:
    """Read the public page again and again, until everybody is done with it."""
    found = [look_once(path)]
    while finished.value < ACTORS * (number + 1):
        time.sleep(0.02)
        found.append(look_once(path))
    return found


def report(stories, events, making: float, lasting: float) -> int:
    """Print what happened and what is wrong. Returns 1 where anything is, or where nothing was published at all."""
    look_once, wrong, shown = visitor(), [], 0
    for (case, path), mine in zip(stories, events, strict=True):
        last = look_once(path)
        shown += any(event.heard == "200" for event in (*mine, last))
        wrong += [f"{case}: {what}" for what in (*wrong_in(mine), *wrong_at_the_end(case, mine, last))]
    wrong += left_behind()
    heard = Counter((event.name, event.heard) for mine in events for event in mine)
    print(
        f"\n{len(stories)} interleavings made in {making:.0f} s and lived in {lasting:.0f} s; {shown} pages were shown"
    )
    for (name, answer), number in sorted(heard.items()):
        print(f"  {name:<10} {answer:<12} {number:>6}")
    print(f"wrong: {len(wrong) or 'nothing'}", *wrong[:20], sep="\n  ")
    return int(bool(wrong) or not shown)


if __name__ == "__main__":
    main()
