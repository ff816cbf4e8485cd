"""The demonstration's first page, help lines, changes, news and projects: invented words, real numbers."""

import datetime

from wagtail.models import Locale

from .demo_words import ARTICLES, FRONT, PROJECTS
from .models import (
    ArticlePage,
    ArticlesIndexPage,
    HelpLine,
    HomePage,
    ProjectPage,
    ProjectsIndexPage,
    Topic,
    WhatChangedPage,
)

LOOKED_UP = datetime.date(2026, 11, 1)  # read on the lines' own pages; nobody has called them for this site
AGAIN = LOOKED_UP + datetime.timedelta(days=90)
HOPEFUL = ("allies", "asking for help", "friendship", "recovery")
LINES = [
    {
        "name": "NHS 24",
        "about": "Nurses and mental health staff, for when it is urgent and nobody’s life is in danger.",
        "phone": "111",
        "hours": "day and night",
        "order": 50,
    },
    {
        "name": "Breathing Space",
        "about": "Someone in Scotland to talk to when you feel low, worried or stressed.",
        "phone": "0800 83 85 87",
        "ages_from": 16,
        "hours": "Monday to Thursday 6pm to 2am, Friday 6pm to Monday 6am",
        "order": 60,
    },
    {
        "name": "Beat",
        "about": "For anyone worried about eating, and for people who care about them.",
        "phone": "0808 801 0677",
        "notes": ["eating"],
        "order": 70,
    },
    {
        "name": "Children First",
        "about": "For parents, carers and families in Scotland.",
        "phone": "08000 28 22 33",
        "ages_from": 18,
        "order": 80,
        "last_checked": LOOKED_UP,
        "next_check": AGAIN,
    },
]
CHANGES = [
    {
        "said": "Session 5 felt like being put on the spot.",
        "by": "Two classes in S3",
        "changed": "Pupils now choose to talk, write or pass.",
        "next_step": "We ask the same classes again in spring.",
        "on": datetime.date(2026, 11, 3),
    },
    {
        "said": "I didn’t know who would read my story.",
        "by": "Three writers",
        "changed": "The second screen of the form now says who reads it, before you write a word.",
        "on": datetime.date(2026, 10, 12),
    },
    {
        "said": "Could we write comments under stories?",
        "by": "One reader",
        "why_not": "We decided against it. Writers told us they want to be read, not judged.",
        "on": datetime.date(2026, 9, 7),
    },
]


def seed_front(pack) -> None:
    """Fill help lines and changes, and lead from the first page to the pack. Doing it twice changes nothing."""
    locale = Locale.get_default()
    for line in LINES:
        HelpLine.objects.get_or_create(locale=locale, name=line["name"], defaults=line)
    reached = HelpLine.objects.filter(locale=locale, name__in=["Childline", "Samaritans", "Shout", "Life in danger"])
    reached.filter(last_checked=None).update(last_checked=LOOKED_UP, next_check=AGAIN)
    Topic.objects.filter(name__in=HOPEFUL).update(hopeful=True)
    changes = WhatChangedPage.objects.filter(locale=locale).first()
    _tell_changes(changes)
    home = HomePage.objects.get(locale=locale)
    _lead_to(pack, home)
    _add_to_front(home)
    _list(ArticlesIndexPage.objects.filter(locale=locale).first(), ArticlePage, ARTICLES)
    _list(ProjectsIndexPage.objects.filter(locale=locale).first(), ProjectPage, PROJECTS)


def _list(index, model, rows) -> None:
    if index and not model.objects.exists():
        for row in rows:
            index.add_child(instance=model(**row))


def _add_to_front(home) -> None:
    if not any(block.block_type == "figures" for block in home.body):
        home.body.extend(FRONT)
        home.save_revision().publish()


def _tell_changes(page) -> None:
    if page and not page.changes:
        page.changes = [("change", change) for change in CHANGES]
        page.save_revision().publish()


def _lead_to(pack, home) -> None:
    for block in home.body:
        if block.block_type == "pack" and not block.value["page"]:
            block.value["page"] = pack
            _add_button(home, pack)
            home.save_revision().publish()


def _add_button(home, pack) -> None:
    for block in home.body:
        if block.block_type == "hero":
            block.value["buttons"].append({"text": "Get the school pack", "page": pack})
