"""The header of an MP4 with one sound track, written from nothing but its samples. ISO/IEC 14496-12."""

import struct
from itertools import groupby

from .boxes import box, full
from .samples import Sample

STRAIGHT = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)  # neither turned nor moved
UNSAID = struct.pack(">HH", 0x55C4, 0)  # the language: not determined


def written(data, samples: list[Sample], entry, hertz, ticks) -> bytes:
    """Return a whole file: what it is, where everything is, then the samples in one piece."""
    content = b"".join(data[one.place : one.place + one.size] for one in samples)
    head = box(b"ftyp", b"M4A ", struct.pack(">I", 0), b"M4A mp42isom")
    length = len(head) + len(_film(samples, entry, hertz, ticks, 0)) + 8
    return head + _film(samples, entry, hertz, ticks, length) + box(b"mdat", content)


def _film(samples, entry, hertz, ticks, place) -> bytes:
    runs = [(len(list(run)), each) for each, run in groupby(one.ticks for one in samples)]
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), entry),
        full(b"stts", struct.pack(">I", len(runs)), *[struct.pack(">II", *run) for run in runs]),
        full(b"stsc", struct.pack(">IIII", 1, 1, len(samples), 1)),
        full(b"stsz", struct.pack(f">II{len(samples)}I", 0, len(samples), *[one.size for one in samples])),
        full(b"stco", struct.pack(">II", 1, place)),
    )
    reference = box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"url ", flags=1)))
    media = box(
        b"mdia",
        full(b"mdhd", struct.pack(">IIII", 0, 0, hertz, ticks), UNSAID),
        full(b"hdlr", struct.pack(">I4s12x", 0, b"soun"), b"\x00"),
        box(b"minf", full(b"smhd", bytes(4)), reference, table),
    )
    track = full(b"tkhd", struct.pack(">IIIII8xHHHH", 0, 0, 1, 0, ticks, 0, 0, 0x100, 0), STRAIGHT, bytes(8), flags=3)
    film = full(
        b"mvhd", struct.pack(">IIIIIH10x", 0, 0, hertz, ticks, 0x10000, 0x100), STRAIGHT, bytes(24) + b"\0\0\0\2"
    )
    return box(b"moov", film, box(b"trak", track, media))
