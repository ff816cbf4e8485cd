"""What is done to a story at one moment by many, each as the site does it, and what may never come of it.

Used by `bench.interleavings`, in real processes, and by a few in the suite, on threads.
"""

import logging
import random
import time
from contextlib import suppress
from typing import NamedTuple

SEED, IN_ORDER = 41, 0.8
UNSEEN, SEEN = "Words its author never saw", "The bus stop question"
ROAD, MORE = (
    ("yes", "schedule", "tick"),
    ("edit", "freeze", "unfreeze", "worker", "take back", *("yes", "schedule", "tick")),
)
KIND = {"done", "Late", "Stale", "Refused", "NotSealed", "Frozen", "NoPage"}  # what anybody may hear; all else is wrong


class NoPage(Exception):
    """There is no page of this story any more, so nobody can act on it."""


class Event(NamedTuple):
    """What one process did, when it began and ended by the machine's own clock, and what it heard."""

    name: str
    began: float
    ended: float
    heard: str


def script(number: int, actors: int) -> list[list[tuple[str, float]]]:
    """Return what each of so many does with one story, in an order and with a chance for each act, from its number.

    In most scripts one of them walks the road to a page in its order, amid the others: else too little would be out.
    """
    draw = random.Random(SEED * 1_000_000 + number)
    rest = draw.sample(MORE, k=draw.randint(2, 6))
    parts: list[list[str]] = [list(ROAD) if draw.random() < IN_ORDER else [], *[[] for _actor in range(actors - 1)]]
    rest += [] if parts[0] else ROAD
    draw.shuffle(rest)
    for place, name in enumerate(rest):
        part = parts[(place + 1) % actors]
        part.insert(draw.randint(0, len(part)), name)
    return [[(name, draw.random()) for name in part] for part in parts]


def visitor():
    """Return a function that asks for an address as a reader's browser does: through the cache, then the site."""
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    from home.pagecache.wsgi import PageCache  # noqa: PLC0415

    logging.getLogger("django.request").setLevel(logging.ERROR)  # not found is what most of them should hear
    site, factory = PageCache(WSGIHandler()), RequestFactory(SERVER_NAME="localhost")

    def look_once(path: str) -> Event:
        began, said = time.monotonic(), []
        parts = site(factory.get(path).environ, lambda status, *more: said.append(status))
        body = b"".join(parts).decode()
        status = said[0][:3]
        return Event("visit", began, time.monotonic(), "unseen" if UNSEEN in body else status)

    return look_once


def act(name: str, case, chance: float) -> Event:
    """Do one act a little later, and note what was heard."""
    time.sleep(chance / 40)
    began = time.monotonic()
    try:
        ACTS[name](case, chance)
        heard = "done"
    except Exception as error:  # noqa: BLE001  (whatever it is, it is counted)
        heard = type(error).__name__
    return Event(name, began, time.monotonic(), heard)


def draft(case):
    """Return the draft of a story. Raises NoPage where there is none any more."""
    from workflows.review.cases import draft_of, page_of  # noqa: PLC0415

    page = page_of(case)
    if page is None:
        raise NoPage
    return draft_of(page)


def people() -> dict:
    """Return the one keeper and the one editor, made when they are not there."""
    from tests.factories import make_person  # noqa: PLC0415
    from workflows.people.enums import Role  # noqa: PLC0415
    from workflows.people.models import User  # noqa: PLC0415

    roles = (Role.SAFEGUARDING, Role.EDITOR)
    return {role: User.objects.in_role(role).first() or make_person(role) for role in roles}


def say_yes(case, chance) -> None:
    from workflows.review.actions import seal  # noqa: PLC0415

    seal(case=case, digest=draft(case).digest())


def edit(case, chance) -> None:
    """Save a draft past every form: other words half of the time, and what the thread tells."""
    from django.core.exceptions import ValidationError  # noqa: PLC0415

    found = draft(case)
    found.headline = UNSEEN if chance < 0.5 else SEEN
    found.thread_details = not found.thread_details
    try:
        found.save_revision()
    except ValidationError:
        draft(case)  # raises NoPage where it was taken back at this moment
        raise


def schedule(case, chance) -> None:
    """Set the day to this moment, for an author who did not want to wait."""
    from django.utils import timezone  # noqa: PLC0415

    from workflows.people.enums import Role  # noqa: PLC0415
    from workflows.review.actions import ask_for_soon  # noqa: PLC0415
    from workflows.review.cases import step_of  # noqa: PLC0415
    from workflows.review.errors import Late  # noqa: PLC0415

    ask_for_soon(case=case)
    step = step_of(case)
    if step is None:
        raise Late
    step.task.specific.on_action(step, people()[Role.EDITOR], "schedule", day=timezone.now())


def pass_a_minute(case, chance) -> None:
    from workflows.privacy.management.commands.tick import tick  # noqa: PLC0415

    tick()


def take_back(case, chance) -> None:
    from stories.actions import take_back as act_of_author  # noqa: PLC0415

    act_of_author(case=case)


def freeze(case, chance) -> None:
    from workflows.privacy.keyring import CannotOpen  # noqa: PLC0415
    from workflows.safeguarding.actions import raise_concern  # noqa: PLC0415
    from workflows.safeguarding.enums import RaisedBy  # noqa: PLC0415

    with suppress(CannotOpen):  # erased: nothing is left to freeze
        raise_concern(case=case, raised_by=RaisedBy.STAFF)


def unfreeze(case, chance) -> None:
    from workflows.people.enums import Role  # noqa: PLC0415
    from workflows.safeguarding.actions import unfreeze as act_of_keeper  # noqa: PLC0415

    act_of_keeper(case=case, person=people()[Role.SAFEGUARDING], outcome="Looked at.")


def work_off(case, chance) -> None:
    from django.core.management import call_command  # noqa: PLC0415

    call_command("db_worker", batch=True, max_tasks=20, verbosity=0, startup_delay=False, interval=0.1)


ACTS = {
    "yes": say_yes,
    "edit": edit,
    "schedule": schedule,
    "tick": pass_a_minute,
    "take back": take_back,
    "freeze": freeze,
    "unfreeze": unfreeze,
    "worker": work_off,
}


def wrong_in(events: list[Event]) -> list[str]:
    """Return what should not be in what happened to one story: how it was answered, and what a reader was shown."""
    odd = [f"{event.name} heard {event.heard}" for event in events if event.name != "visit" and event.heard not in KIND]
    return odd + [why for event in events if event.name == "visit" and (why := _wrongly_shown(event, events))]


def _wrongly_shown(visit: Event, events: list[Event]) -> str:
    """Return why a reader should not have been shown what they were shown, or nothing.

    What was going on at the very moment of a visit may count as done or as not done; everything else is clear.
    """
    if visit.heard not in {"200", "404", "410"}:
        return f"a reader met {visit.heard}"
    if visit.heard != "200":
        return ""
    done = [event for event in events if event.heard == "done"]
    lacking = [name for name in ROAD if not any(e.name == name and e.began < visit.ended for e in done)]
    if lacking:
        return f"a page was shown before {lacking}"
    if any(e.name == "take back" and e.ended < visit.began for e in done):
        return "a page was shown after it was taken back"
    ends = [e for e in done if e.name == "unfreeze" and e.began < visit.ended]
    frozen = [e for e in done if e.name == "freeze" and e.ended < visit.began]
    if any(not any(end.ended > one.began for end in ends) for one in frozen):
        return "a page was shown while it was frozen"
    return ""


def wrong_at_the_end(case, events: list[Event], visit: Event) -> list[str]:
    """Return what should not be once all is quiet: what is up, what is left of what was taken back."""
    from stories.models import StoryPage  # noqa: PLC0415
    from workflows.safeguarding.frozen import is_frozen  # noqa: PLC0415

    page = StoryPage.objects.filter(translation_key=case).first()
    taken_back = any(event.name == "take back" and event.heard == "done" for event in events)
    facts = {
        "a page is left of what was taken back": taken_back and page,
        "a page is up without its author's yes to it": page and page.live and not page.stands_under(page.sealed_with),
        "a page is up with words its author never saw": page and page.live and page.headline == UNSEEN,
        "a paused page is shown": visit.heard == "200" and is_frozen(case),
        "a page is shown that is not up": visit.heard == "200" and not (page and page.live),
        "a page that is up and not paused is not shown": (
            page and page.live and not is_frozen(case) and visit.heard != "200"
        ),
    }
    return [what for what, is_so in facts.items() if is_so]


def left_behind() -> list[str]:
    """Return which drafts are left of pages that are gone: words that were taken back."""
    from wagtail.models import Page, Revision  # noqa: PLC0415

    pages = {str(pk) for pk in Page.objects.values_list("pk", flat=True)}
    left = [draft for draft in Revision.objects.page_revisions() if draft.object_id not in pages]
    return [f"a draft is left of page {draft.object_id}" for draft in left]
