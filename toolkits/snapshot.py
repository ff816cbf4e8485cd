"""What a pack holds at one moment: read until two readings agree, so that no publishing falls in between."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from .errors import CouldNotBuild
from .models import PackPage, PartPage, Resource, SessionPage

READINGS = 5


@dataclass(frozen=True)
class Snapshot:
    """A pack with its live parts and sessions, and the files of each session by its key."""

    pack: PackPage
    parts: list[tuple[PartPage, list[SessionPage]]]
    files: dict[int, list[Resource]]

    @property
    def sessions(self) -> list[SessionPage]:
        return [session for _part, sessions in self.parts for session in sessions]

    def only(self, *, part: PartPage | None = None, session: SessionPage | None = None) -> "Snapshot":
        """Return the same moment, narrowed to one part or one session."""
        parts = [(one, sessions) for one, sessions in self.parts if part is None or one == part]
        if session is not None:
            parts = [(one, [session]) for one, sessions in parts if session in sessions]
        return replace(self, parts=parts)

    def contents(self) -> dict[str, dict]:
        """Return for the pack's own text and each session, by translation key: title, digest, files, stories."""
        return {str(page.translation_key): self._content(page) for page in (self.pack, *self.sessions)}

    def _content(self, page) -> dict:
        content = {"title": page.title, "digest": page.digest()}
        if files := self.files.get(page.pk):
            content["files"] = {one.document.filename: one.entry()[1:] for one in files}
        if shown := getattr(page, "lent", {}):
            content["cases"] = sorted(str(story.case) for story in shown.values())
        return content

    def same_as(self, other: "Snapshot") -> bool:
        """Tell whether both hold the same words, files and stories in the same order."""
        return self._values() == other._values()

    def _values(self):
        pages = [self.pack, *(page for part, sessions in self.parts for page in (part, *sessions))]
        return [
            (page.path, page.slug, page.live, [str(getattr(page, name)) for name in page.content_fields])
            for page in pages
        ] + [
            (session.path, [one.entry() for one in self.files[session.pk]], sorted(session.lent.items()))
            for session in self.sessions
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
    parts = pack.parts_with_sessions()
    files = {session.pk: [] for _part, sessions in parts for session in sessions}
    for one in (
        Resource.objects.filter(session__in=files).select_related("document__facts").order_by("sort_order", "pk")
    ):
        files[one.session_id].append(one)
    return Snapshot(pack, parts, files)


def _checked(found: Snapshot) -> Snapshot:
    if not found.pack.live:
        raise CouldNotBuild(_("The pack is not published. Publish it first, then make the release."))
    if not found.sessions:
        raise CouldNotBuild(_("The pack has no published session. Publish at least one, then make the release."))
    return found
