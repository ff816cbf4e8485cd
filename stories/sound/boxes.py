"""The boxes of an MP4, read and written. ISO/IEC 14496-12."""

import struct
from collections.abc import Iterator

from .parts import MOST_PARTS, need


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[bytes, int, int]]:
    """Yield (name, where its content begins, where it ends) of each box in a row."""
    place, end = start, len(data) if end is None else end
    for _number in range(MOST_PARTS):
        if place + 8 > end:
            return
        size, name = struct.unpack_from(">I4s", data, place)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, place + 8)
            head = 16
        size = size or end - place
        need(head <= size <= end - place)
        yield name, place + head, place + size
        place += size
    need(place + 8 > end)


def inside(data: bytes, span: tuple[int, int], *path: bytes) -> Iterator[tuple[int, int]]:
    """Yield (begin, end) of every box at a path of names."""
    for name, start, end in boxes(data, *span):
        if name == path[0]:
            yield from inside(data, (start, end), *path[1:]) if len(path) > 1 else [(start, end)]


def box(name: bytes, *contents: bytes) -> bytes:
    """Return a box."""
    content = b"".join(contents)
    return struct.pack(">I4s", len(content) + 8, name) + content


def full(name: bytes, *contents: bytes, flags: int = 0) -> bytes:
    """Return a box that begins with its version and flags."""
    return box(name, struct.pack(">I", flags), *contents)
