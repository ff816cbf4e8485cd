"""Puts the demonstration packs on the site, once: pages, files, publication, releases."""

from importlib import import_module

from django.utils import timezone
from wagtail.models import Page

from ..actions import build_release
from ..enums import Level
from ..models import PackPage, PackRelease, PacksIndexPage, PartPage, SessionPage
from . import kitchen_table, s1_s2, s5_s6
from .files import seed_files
from .pack import PACK, PARTS, RELEASES
from .taking_part import seed_taking_part

WRITTEN = [import_module(f"{__package__}.session_{number}").SESSION for number in range(1, 9)]
SESSIONS = {
    "s1-s2": (Level.THIRD, s1_s2.SESSIONS),
    "s3-s4": (Level.THIRD_FOURTH, WRITTEN),
    "s5-s6": (Level.SENIOR, s5_s6.SESSIONS),
}


def seed_packs(build=build_release.call) -> PackPage:
    """Make what is missing of the demonstration packs; `build` makes their releases. Safe to run again.

    Returns the pack for schools.
    """
    index = PacksIndexPage.objects.order_by("path").first()
    pack = _pack(index, PACK)
    for slug, (level, sessions) in SESSIONS.items():
        part = _page(pack, PartPage, {"slug": slug, **PARTS[slug]})
        for session in sessions:
            _session(part, {"level": level, "stage": part.title, **session})
    _releases(pack, RELEASES, build)
    _releases(_toolkit(index), kitchen_table.RELEASES, build)
    seed_taking_part(pack)
    return pack


def _toolkit(index) -> PackPage:
    pack = _pack(index, kitchen_table.PACK)
    for slug, (title, introduction) in kitchen_table.PARTS.items():
        fields = {"slug": slug, "title": title, "introduction": introduction, "ages": kitchen_table.PACK["ages"]}
        _session(_page(pack, PartPage, fields), kitchen_table.WORKSHOPS[slug])
    return pack


def _pack(index, fields: dict) -> PackPage:
    guide = [("section", {"heading": heading, "text": text}) for heading, text in fields["guide"]]
    return _page(index, PackPage, fields | {"guide": guide})


def _session(part, fields: dict) -> None:
    seed_files(_page(part, SessionPage, fields))


def _page(parent: Page, model: type[Page], fields: dict) -> Page:
    """Return the child of this address, made and published if it is not there."""
    found = model.objects.child_of(parent).filter(slug=fields["slug"]).first()
    if found:
        return found
    page = parent.add_child(instance=model(**fields, locale=parent.locale))
    page.save_revision().publish()
    return page


def _releases(pack: PackPage, releases: list[tuple[str, str]], build) -> None:
    """Make releases without asking anybody, and have them built."""
    for number, note in releases:
        release, _made = PackRelease.objects.get_or_create(
            pack=pack, number=number, defaults={"change_note": note, "asked_at": timezone.now()}
        )
        build(release.pk)
