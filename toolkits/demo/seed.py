"""Puts the demonstration pack on the site, once: pages, publication, releases."""

from importlib import import_module

from django.utils import timezone
from wagtail.models import Page

from ..actions import build_release
from ..enums import Level
from ..models import PackPage, PackRelease, PacksIndexPage, PartPage, SessionPage
from .files import seed_files
from .pack import PACK, PARTS, RELEASES, WRITTEN

SESSIONS = tuple(import_module(f"{__package__}.session_{number}").SESSION for number in range(1, 9))


def seed_packs(build=build_release.call) -> PackPage:
    """Make what is missing of the demonstration pack and return it; `build` makes its releases. Safe to run again."""
    index = PacksIndexPage.objects.order_by("path").first()
    pack = _page(index, PackPage, PACK | {"guide": [("section", {"heading": h, "text": t}) for h, t in PACK["guide"]]})
    parts = {slug: _page(pack, PartPage, {"slug": slug, **fields}) for slug, fields in PARTS.items()}
    for session in SESSIONS:
        fields = {"level": Level.THIRD_FOURTH, "stage": PARTS[WRITTEN]["title"], **session}
        seed_files(_page(parts[WRITTEN], SessionPage, fields))
    for number, note in RELEASES:
        _release(pack, number, note, build)
    return pack


def _page(parent: Page, model: type[Page], fields: dict) -> Page:
    """Return the child of this address, made and published if it is not there."""
    found = model.objects.child_of(parent).filter(slug=fields["slug"]).first()
    if found:
        return found
    page = parent.add_child(instance=model(**fields, locale=parent.locale))
    page.save_revision().publish()
    return page


def _release(pack: PackPage, number: str, note: str, build) -> None:
    """Make a release without asking anybody, and have it built."""
    release, _made = PackRelease.objects.get_or_create(
        pack=pack, number=number, defaults={"change_note": note, "asked_at": timezone.now()}
    )
    build(release.pk)
