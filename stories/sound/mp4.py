"""M4A with AAC, as phones record it: the samples of its one sound track, under a header of our own."""

import struct

from .aac import entry_of
from .boxes import inside
from .film import written
from .parts import MOST_PARTS, Foreign, Sound, need
from .samples import of_pieces, of_table


def clean_mp4(data: bytes) -> Sound:
    """Return the sound alone. Raises Foreign for a film, and for a sound that is not AAC."""
    film = next(inside(data, (0, len(data)), b"moov"), None)
    need(film)
    tracks = {kind: track for track in inside(data, film, b"trak") for kind in [_kind(data, track)]}
    if b"vide" in tracks or b"soun" not in tracks:
        raise Foreign
    track = tracks[b"soun"]
    hertz = _hertz(data, _at(data, track, b"mdia", b"mdhd")[0])
    table = _at(data, track, b"mdia", b"minf", b"stbl")
    entry = entry_of(data, _at(data, table, b"stsd"))
    number = _number(data, _at(data, track, b"tkhd")[0])
    samples = of_table(data, table) or list(of_pieces(data, film, number))
    need(samples and hertz and len(samples) <= MOST_PARTS)
    need(all(one.place >= 0 and one.place + one.size <= len(data) for one in samples))
    need(sum(one.size for one in samples) <= len(data))
    ticks = sum(one.ticks for one in samples)
    need(0 < ticks < 2**32)
    return Sound(written(data, samples, entry, hertz, ticks), ticks / hertz)


def _kind(data, track) -> bytes:
    start, _end = _at(data, track, b"mdia", b"hdlr")
    return data[start + 8 : start + 12]


def _hertz(data, start) -> int:
    return struct.unpack_from(">I", data, start + (20 if data[start] else 12))[0]


def _number(data, start) -> int:
    return struct.unpack_from(">I", data, start + (20 if data[start] else 12))[0]


def _at(data, span, *path) -> tuple[int, int]:
    found = next(inside(data, span, *path), None)
    need(found)
    return found
