"""What differs between a pack as it is now and a release: by session, and by file."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """One text of the pack, what happened to it, and what happened to its files."""

    title: str
    what: str
    files: tuple[tuple[str, str], ...] = ()

    @property
    def is_change(self) -> bool:
        return self.what != _("the same") or bool(self.files)


def changes_since(contents: dict, release) -> list[Difference]:
    """Return what happened to the pack's text and to each session, compared with a release or with nothing."""
    then = release.contents if release else {}
    changes = [
        Difference(now["title"], _what_happened(now, then.get(key)), _of_files(now, then.get(key, {})))
        for key, now in contents.items()
    ]
    return changes + [Difference(was["title"], _("taken out")) for key, was in then.items() if key not in contents]


def _what_happened(now: dict, then: dict | None) -> str:
    if then is None:
        return _("new")
    if now.get("cases", []) != then.get("cases", []):
        return _("changed: its story")
    return _("the same") if then["digest"] == now["digest"] else _("changed")


def _of_files(now: dict, then: dict) -> tuple[tuple[str, str], ...]:
    new, old = now.get("files", {}), then.get("files", {})
    changes = [(name, _("new") if name not in old else _("changed")) for name in new if new[name] != old.get(name)]
    return tuple(changes + [(name, _("taken out")) for name in old if name not in new])
