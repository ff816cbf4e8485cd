"""What a pack holds at one moment: read until two readings agree, so that no publishing falls in between."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .errors import CouldNotBuild
from .models import PackPage, PartPage, SessionPage

READINGS = 5


@dataclass(frozen=True)
class Snapshot:
    """A pack with its live parts and sessions."""

    pack: PackPage
    parts: list[tuple[PartPage, list[SessionPage]]]

    @property
    def sessions(self) -> list[SessionPage]:
        return [session for _part, sessions in self.parts for session in sessions]

    def contents(self) -> dict[str, dict[str, str]]:
        """Return a title and a digest for the pack's own text and for each session, by translation key."""
        pages = [self.pack, *self.sessions]
        return {str(page.translation_key): {"title": page.title, "digest": page.digest()} for page in pages}

    def same_as(self, other: "Snapshot") -> bool:
        """Tell whether both hold the same words in the same order."""
        return self._values() == other._values()

    def _values(self):
        pages = [self.pack, *(page for part, sessions in self.parts for page in (part, *sessions))]
        return [
            (page.path, page.slug, page.live, [str(getattr(page, name)) for name in page.content_fields])
            for page in pages
        ]


def read(pack_id: int) -> Snapshot:
    """Return the pack as it is at one moment. Raises CouldNotBuild when there is nothing to teach or it keeps changing.

    Two readings in a row that agree were both true in the moment between them, on any database.
    """
    before = _read_once(pack_id)
    for _i in range(READINGS):
        again = _read_once(pack_id)
        if again.same_as(before):
            return _checked(again)
        before = again
    raise CouldNotBuild(_("The pack was changed again and again while it was read. Please try once more in a minute."))


def _read_once(pack_id: int) -> Snapshot:
    pack = PackPage.objects.get(pk=pack_id)
    return Snapshot(pack, pack.parts_with_sessions())


def _checked(found: Snapshot) -> Snapshot:
    if not found.pack.live:
        raise CouldNotBuild(_("The pack is not published. Publish it first, then make the release."))
    if not found.sessions:
        raise CouldNotBuild(_("The pack has no published session. Publish at least one, then make the release."))
    return found


def changes_since(contents: dict, release) -> list[tuple[str, str]]:
    """Return (title, what happened) for the pack's text and each session, compared with a release or with nothing."""
    then = release.contents if release else {}
    changes = [(now["title"], _what_happened(now, then.get(key))) for key, now in contents.items()]
    return changes + [(was["title"], _("taken out")) for key, was in then.items() if key not in contents]


def _what_happened(now: dict, then: dict | None) -> str:
    if then is None:
        return _("new")
    return _("the same") if then["digest"] == now["digest"] else _("changed")
