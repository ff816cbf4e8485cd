"""WebM with Opus, as Chromium records it: its packets, laid anew into an Ogg. RFC 9559."""

import struct
from collections.abc import Iterator

from .ebml import elements, number_at
from .ogg import assembled, checked_head
from .opus import samples_of
from .pages import Page
from .parts import Foreign, Sound, need

SEGMENT, TRACKS, CLUSTER, GROUP = 0x18538067, 0x1654AE6B, 0x1F43B675, 0xA0
TRACK, CODEC, PRIVATE, NUMBER, KIND = 0xAE, 0x86, 0x63A2, 0xD7, 0x83
SIMPLE_BLOCK, BLOCK = 0xA3, 0xA1
ENTERED = {SEGMENT, TRACKS, TRACK, CLUSTER, GROUP}
SOUND = 2
A_PAGE = 50  # packets: one second


def clean_webm(data: bytes) -> Sound:
    """Return the sound as Ogg. Raises Foreign for a film, for several tracks, and for any sound but Opus."""
    tracks: list[dict[int, bytes]] = []
    packets = []
    for name, value in elements(data, ENTERED):
        if name == TRACK:
            tracks.append({})
        elif tracks and name in {CODEC, PRIVATE, NUMBER, KIND}:
            tracks[-1][name] = value
        elif name in {SIMPLE_BLOCK, BLOCK}:
            packets.append(_packet(value))
    need(tracks and packets)
    if len(tracks) != 1 or tracks[0].get(CODEC) != b"A_OPUS" or int.from_bytes(tracks[0].get(KIND, b"")) != SOUND:
        raise Foreign
    head = checked_head(tracks[0].get(PRIVATE, b""))
    need(head.startswith(b"OpusHead"))
    return assembled([head, b"OpusTags" + bytes(8)], list(_paged(packets)))


def _paged(packets: list[bytes]) -> Iterator[Page]:
    time = 0
    for start in range(0, len(packets), A_PAGE):
        lacing, body = b"", b""
        for number, packet in enumerate(packets[start : start + A_PAGE]):
            laced = b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255])
            if len(lacing) + len(laced) > 255:
                need(number)
                yield Page(0, time, lacing, body)
                lacing, body = b"", b""
            lacing, body, time = lacing + laced, body + packet, time + samples_of(packet)
        yield Page(0, time, lacing, body)


def _packet(block: bytes) -> bytes:
    """Return what a block carries. Blocks with several packets in them are not written by recorders."""
    _number, place = number_at(block, 0)
    _time, flags = struct.unpack_from(">hB", block, place)
    if flags & 0x06:
        raise Foreign
    need(len(block) > place + 3)
    return block[place + 3 :]
