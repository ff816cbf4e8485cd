"""Where the samples of an MP4 lie and how long each sounds: one table, or piece by piece as recorders write it."""

import struct
from collections.abc import Iterator
from itertools import chain, repeat
from typing import NamedTuple

from .boxes import inside
from .parts import MOST_PARTS, need


class Sample(NamedTuple):
    place: int
    size: int
    ticks: int


def of_table(data: bytes, table: tuple[int, int]) -> list[Sample]:
    """Return the samples that the track's own table names."""
    sizes = _sizes(data, _one(data, table, b"stsz"))
    if not sizes:
        return []
    ticks = chain.from_iterable(repeat(each, count) for count, each in _rows(data, _one(data, table, b"stts"), ">II"))
    wide = next(inside(data, table, b"co64"), None)
    chunks = [row[0] for row in _rows(data, wide or _one(data, table, b"stco"), ">Q" if wide else ">I")]
    runs = [(first, count) for first, count, _kind in _rows(data, _one(data, table, b"stsc"), ">III")]
    found: list[Sample] = []
    for number, chunk in enumerate(chunks, start=1):
        place = chunk
        for size in sizes[len(found) : len(found) + _in_chunk(runs, number)]:
            found.append(Sample(place, size, next(ticks, 0)))
            place += size
    need(len(found) == len(sizes))
    return found


def of_pieces(data: bytes, film: tuple[int, int], track: int) -> Iterator[Sample]:
    """Yield the samples of one track from the pieces behind the header."""
    usual = (0, 0)
    for start, _end in inside(data, film, b"mvex", b"trex"):
        whose, _kind, ticks, size = struct.unpack_from(">IIII", data, start + 4)
        usual = (ticks, size) if whose == track else usual
    for start, end in inside(data, (0, len(data)), b"moof"):
        for piece in inside(data, (start, end), b"traf"):
            yield from _of_piece(data, piece, start - 8, track, usual)


def _of_piece(data, piece, base, track, usual) -> Iterator[Sample]:
    ticks, size = usual
    place = _one(data, piece, b"tfhd")[0]
    flags, whose = struct.unpack_from(">II", data, place)
    if whose != track:
        return
    place += 8
    for flag, shape in ((0x1, ">Q"), (0x2, ">I"), (0x8, ">I"), (0x10, ">I")):
        if flags & flag:
            (value,) = struct.unpack_from(shape, data, place)
            place += struct.calcsize(shape)
            base = value if flag == 0x1 else base
            ticks = value if flag == 0x8 else ticks
            size = value if flag == 0x10 else size
    for run, _end in inside(data, piece, b"trun"):
        yield from _of_run(data, run, base, ticks, size)


def _of_run(data, run, base, ticks, size) -> Iterator[Sample]:
    flags, count = struct.unpack_from(">II", data, run)
    need(count <= MOST_PARTS)
    place, sample = run + 8, base
    if flags & 0x1:
        sample += struct.unpack_from(">i", data, place)[0]
    place += 4 * bool(flags & 0x1) + 4 * bool(flags & 0x4)
    told = [flag for flag in (0x100, 0x200, 0x400, 0x800) if flags & flag]
    for _number in range(count):
        values = dict(zip(told, struct.unpack_from(f">{len(told)}I", data, place), strict=True))
        place += 4 * len(told)
        one = Sample(sample, values.get(0x200, size), values.get(0x100, ticks))
        yield one
        sample += one.size


def _sizes(data, span) -> list[int]:
    same, count = struct.unpack_from(">II", data, span[0] + 4)
    need(count <= MOST_PARTS)
    return [same] * count if same else list(struct.unpack_from(f">{count}I", data, span[0] + 12))


def _in_chunk(runs, number) -> int:
    return next((count for first, count in reversed(runs) if first <= number), 0)


def _rows(data, span, shape) -> list[tuple]:
    (count,) = struct.unpack_from(">I", data, span[0] + 4)
    size = struct.calcsize(shape)
    need(count <= MOST_PARTS and span[0] + 8 + count * size <= span[1])
    return [struct.unpack_from(shape, data, span[0] + 8 + number * size) for number in range(count)]


def _one(data, span, name) -> tuple[int, int]:
    found = next(inside(data, span, name), None)
    need(found)
    return found
