"""What a player has to know of AAC before it plays: found among an MP4's own words, and nothing else of them kept."""

import struct

from .boxes import box, full, inside
from .parts import Damaged, Foreign, need

AAC = 0x40


def entry_of(data, span) -> bytes:
    """Return how the samples are packed: an entry of our own around the few bytes a player needs."""
    sounds = list(inside(data, (span[0] + 8, span[1]), b"mp4a"))
    if len(sounds) != 1:
        raise Foreign
    start, end = sounds[0]
    channels, bits, _zero, rate = struct.unpack_from(">HHII", data, start + 16)
    version = struct.unpack_from(">H", data, start + 8)[0]
    need(version in {0, 1})
    parts = (start + 28 + 16 * version, end)
    hint = next(inside(data, parts, b"esds"), None) or next(inside(data, parts, b"wave", b"esds"), None)
    need(hint)
    config = _config(data[hint[0] + 4 : hint[1]])
    decoder = bytes([4, 15 + len(config), AAC, 0x15]) + bytes(11) + bytes([5, len(config)]) + config
    esds = full(b"esds", bytes([3, 3 + len(decoder) + 3, 0, 0, 0]), decoder, bytes([6, 1, 2]))
    head = bytes(6) + struct.pack(">H8xHHII", 1, channels, bits, 0, rate)
    return box(b"mp4a", head, esds)


def _config(descriptors: bytes) -> bytes:
    """Return the AudioSpecificConfig. Raises Foreign for another sound than AAC. ISO/IEC 14496-1."""
    place, wanted = 0, {3: 3, 4: 13}  # how far to what a descriptor holds
    for _depth in range(3):
        tag, place = descriptors[place], place + 1
        size = 0
        while True:
            byte, place = descriptors[place], place + 1
            size = size << 7 | byte & 0x7F
            if not byte & 0x80:
                break
        if tag == 4 and descriptors[place] != AAC:
            raise Foreign
        if tag == 5:
            need(0 < size <= 64 and place + size <= len(descriptors))
            return descriptors[place : place + size]
        place += wanted.get(tag, len(descriptors))
    raise Damaged
