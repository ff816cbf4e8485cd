"""Ogg with Opus or Vorbis: the pages of its sound, behind a comment that says nothing. RFC 7845."""

import struct

from .pages import CONTINUED, FIRST, LAST, NO_TIME, Page, ended_on, paged, pages_of, written
from .parts import Foreign, Sound, need

OPUS_HERTZ = 48_000
COMMENTS = {b"OpusHead": b"OpusTags" + bytes(8), b"\x01vorbis": b"\x03vorbis" + bytes(8) + b"\x01"}
HEADERS = {b"OpusHead": 2, b"\x01vorbis": 3}


def clean_ogg(data: bytes) -> Sound:
    """Return the same sound with an empty comment. Raises Foreign for more streams than one or another codec."""
    pages, headers, begun, kind = pages_of(data), [], [], b""
    while not kind or len(headers) < HEADERS[kind]:
        page = next(pages, None)
        need(page)
        headers += ended_on(page, begun)
        if headers and not kind:
            kind = next((known for known in HEADERS if headers[0].startswith(known)), b"")
            if not kind:
                raise Foreign
    need(len(headers) == HEADERS[kind] and not begun)
    sound = list(pages)
    return assembled([checked_head(headers[0]), COMMENTS[kind], *headers[2:]], sound)


def assembled(headers: list[bytes], sound: list[Page]) -> Sound:
    """Return a file of header packets and pages of sound, numbered and summed anew."""
    times = [page.time for page in sound if page.time != NO_TIME]
    need(times)
    hertz, ahead = _clock(headers[0])
    pages = [Page(FIRST, 0, bytes([len(headers[0])]), headers[0]), *paged(headers[1:])]
    pages += [page._replace(flags=page.flags & CONTINUED) for page in sound]
    pages[-1] = pages[-1]._replace(flags=pages[-1].flags | LAST)
    whole = b"".join(written(page, number) for number, page in enumerate(pages))
    return Sound(whole, max(0, max(times) - ahead) / hertz)


def checked_head(head: bytes) -> bytes:
    """Return the first packet without what it need not have. Raises Foreign for more than two channels."""
    if head.startswith(b"OpusHead"):
        need(len(head) >= 19)
        if head[18] or head[9] not in {1, 2}:
            raise Foreign
        return head[:19]
    need(len(head) >= 30)
    return head[:30]


def _clock(head: bytes) -> tuple[int, int]:
    """Return samples a second, and how many at the beginning are not heard."""
    if head.startswith(b"OpusHead"):
        return OPUS_HERTZ, struct.unpack_from("<H", head, 10)[0]
    (hertz,) = struct.unpack_from("<I", head, 12)
    need(hertz)
    return hertz, 0
