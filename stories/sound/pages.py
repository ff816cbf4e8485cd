"""The pages of an Ogg, read and written. RFC 3533."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .parts import MOST_PARTS, Foreign, need

CONTINUED, FIRST, LAST = 1, 2, 4
NO_TIME = 2**64 - 1
SERIAL = 1
TURNED = bytes(int(f"{number:08b}"[::-1], 2) for number in range(256))


class Page(NamedTuple):
    flags: int
    time: int  # samples from the beginning
    lacing: bytes
    body: bytes


def pages_of(data: bytes) -> Iterator[Page]:
    place, serial = 0, None
    for number in range(MOST_PARTS):
        if data[place : place + 4] != b"OggS":
            break
        _version, flags, time, whose, _order, told, count = struct.unpack_from("<BBQIIIB", data, place + 4)
        lacing = data[place + 27 : place + 27 + count]
        end = place + 27 + count + sum(lacing)
        need(len(lacing) == count and end <= len(data))
        need(checksum(data[place : place + 22] + bytes(4) + data[place + 26 : end]) == told)
        serial = whose if serial is None else serial
        if whose != serial or (number and flags & FIRST):
            raise Foreign
        yield Page(flags, time, lacing, data[place + 27 + count : end])
        place = end
    need(data[place : place + 4] != b"OggS")


def ended_on(page: Page, begun: list[bytes]) -> list[bytes]:
    """Return the packets that end on a page. `begun` holds the pieces of one that goes on."""
    ended, place = [], 0
    for size in page.lacing:
        begun.append(page.body[place : place + size])
        place += size
        if size < 255:
            ended.append(b"".join(begun))
            begun.clear()
    return ended


def paged(packets: Iterable[bytes]) -> list[Page]:
    """Return packets without a time, laid on pages from the first on."""
    lacing, body = b"", b""
    for packet in packets:
        lacing += b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255])
        body += packet
    pages = []
    for start in range(0, len(lacing), 255):
        piece = lacing[start : start + 255]
        goes_on = CONTINUED if start and lacing[start - 1] == 255 else 0
        ends = any(size < 255 for size in piece)
        pages.append(Page(goes_on, 0 if ends else NO_TIME, piece, body[: sum(piece)]))
        body = body[sum(piece) :]
    return pages


def written(page: Page, number: int) -> bytes:
    head = struct.pack("<4sBBQIIIB", b"OggS", 0, page.flags, page.time, SERIAL, number, 0, len(page.lacing))
    whole = head + page.lacing + page.body
    return whole[:22] + struct.pack("<I", checksum(whole)) + whole[26:]


def checksum(page: bytes) -> int:
    """Return Ogg's checksum: zlib's, with every byte and the result turned round, beginning and ending at nothing."""
    turned = zlib.crc32(page.translate(TURNED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int.from_bytes(turned.to_bytes(4, "little").translate(TURNED))
