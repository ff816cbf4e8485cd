"""Fills an empty site with the demonstration, and empties it again."""

from django.utils import timezone

from home.demo import seed_front
from stories.demo.reset import forget_stories
from stories.demo.seed import seed_lists, seed_sharing, seed_stories
from toolkits.actions import build_release
from toolkits.demo.seed import seed_packs
from workflows.people.demo import seed_care, seed_people
from workflows.privacy.models import Letter
from workflows.safeguarding.demo import seed_rota

from .record import read_record, write_record


def seed() -> dict:
    """Make what is missing of the demonstration; return its record. Doing it twice changes nothing."""
    record = read_record()
    people = seed_people(record["password"])
    seed_care(people)
    seed_rota(people["ruth"])
    seed_lists()
    seed_sharing()
    stories = seed_stories(people)
    if stories:
        record["stories"] = stories
    seed_front(seed_packs(build_release.enqueue))  # the worker makes them: PDFs take their time
    write_record(record)
    # What the invented past would have sent is not sent today.
    Letter.objects.filter(sent_at=None).update(sent_at=timezone.now())
    return record


def start_over() -> dict:
    """Forget every story of the demonstration and bring the first ones back."""
    forget_stories()
    return seed()
