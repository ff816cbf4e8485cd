"""WAV: what kind of samples, and the samples. Everything else in the file is left out."""

import struct

from .parts import MOST_PARTS, Foreign, Sound, need

PLAIN, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
BITS = {PLAIN: (8, 16, 24, 32), FLOAT: (32,)}


def clean_wav(data: bytes) -> Sound:
    """Return a WAV of two chunks. Raises Foreign for packed samples, Damaged without samples."""
    chunks = _chunks(data)
    kind, channels, rate, _per_second, step, bits = struct.unpack_from("<HHIIHH", chunks[b"fmt "])
    if kind == EXTENSIBLE:
        (kind,) = struct.unpack_from("<H", chunks[b"fmt "], 24)
    if bits not in BITS.get(kind, ()):
        raise Foreign
    need(1 <= channels <= 8 and 4_000 <= rate <= 192_000 and step == channels * bits // 8)
    samples = chunks[b"data"][: len(chunks[b"data"]) // step * step]
    need(samples)
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, kind, channels, rate, rate * step, step, bits)
    odd = b"\x00" * (len(samples) % 2)
    body = b"WAVE" + head + struct.pack("<4sI", b"data", len(samples)) + samples + odd
    return Sound(struct.pack("<4sI", b"RIFF", len(body)) + body, len(samples) / (rate * step))


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the first chunk of each name. A size beyond the end is what a recorder leaves that was cut off."""
    found: dict[bytes, bytes] = {}
    place = 12
    for _number in range(MOST_PARTS):
        if place + 8 > len(data) or b"data" in found:
            break
        name, size = struct.unpack_from("<4sI", data, place)
        if name == b"data" and size == 0:
            size = len(data)
        found.setdefault(name, data[place + 8 : place + 8 + size])
        place += 8 + size + size % 2
    return found
