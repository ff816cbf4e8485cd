"""Why somebody is not asked to read a story: one reason each, said to staff without anything private."""

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from workflows.people.enums import Band


class Obstacle(models.TextChoices):
    """The first that applies, in this order. A break and subjects to avoid are private, so they read alike."""

    NOT_QUALIFIED = "not-qualified", _("not qualified for this story today")
    HAD = "had", _("was asked for this story already")
    MET = "met", _("knows this story from other work here")
    UNAVAILABLE = "unavailable", _("not available")
    LANGUAGE = "language", _("does not read its language")
    WORKS_HERE = "works-here", _("works here: only asked by a person, when nobody else is free")
    LEARNING = "learning", _("still learning: reads beside others")
    LIMIT = "limit", _("has as many stories this week as they wish")


OPEN_TO_STAFF = (None, Obstacle.LIMIT, Obstacle.WORKS_HERE)  # whom a member of staff may ask all the same


@dataclass(frozen=True)
class Story:
    """What decides who may read a story, as plain values. Without a band nobody may."""

    case: UUID
    band: str
    language: str
    subjects: frozenset[str]


def obstacle(person, story: Story) -> Obstacle | None:
    """Return what keeps a candidate from being asked for a story, or None."""
    of_age = story.band == Band.ADULT or (story.band and person.pvg)
    checks = (
        (Obstacle.NOT_QUALIFIED, not (person.trained and of_age)),
        (Obstacle.HAD, person.had),
        (Obstacle.MET, person.met),
        (Obstacle.UNAVAILABLE, person.paused or person.avoids),
        (Obstacle.LANGUAGE, not _reads(person.languages, story.language)),
        (Obstacle.WORKS_HERE, person.works_here),
        (Obstacle.LEARNING, person.learning),
        (Obstacle.LIMIT, person.this_week >= person.limit),
    )
    return next((kind for kind, applies in checks if applies), None)


def _reads(languages, language: str) -> bool:
    """Compare what comes before the first hyphen, except for scripts, which are another thing to read."""
    plain = {code if code.startswith("zh-") else code.split("-")[0] for code in languages}
    return (language if language.startswith("zh-") else language.split("-", maxsplit=1)[0]) in plain
