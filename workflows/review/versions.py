"""The words a reader had before them, found again when they have changed meanwhile; and what is different now."""

from typing import NamedTuple

from .cases import draft_of
from .differences import Piece, differences
from .proposals import parts_of

LOOKED_AT = 30  # drafts, the newest first


class ChangedPart(NamedTuple):
    """One part that is another by now."""

    key: str
    number: int  # 0 for the title and the name
    pieces: list[Piece]


def changed_parts(page, digest: str) -> list[ChangedPart]:
    """Return what differs between the draft with this digest and the one of now; nothing where it is not known."""
    now = draft_of(page)
    then = next((draft for draft in _earlier(page) if draft.words_digest() == digest), None)
    if then is None:
        return []
    old, new = parts_of(then), parts_of(now)
    numbers = {key: number for number, (key, _text) in enumerate(now.paragraphs, start=1)}
    return [
        ChangedPart(key, numbers.get(key, 0), differences(old.get(key, ""), new.get(key, "")))
        for key in {**new, **old}
        if old.get(key, "") != new.get(key, "")
    ]


def _earlier(page):
    for revision in page.revisions.order_by("-created_at", "-pk")[:LOOKED_AT]:
        yield revision.as_object()
