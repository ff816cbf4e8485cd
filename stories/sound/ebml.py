"""The elements of a WebM, one after the other. RFC 8794."""

from collections.abc import Iterator

from .parts import MOST_PARTS, need


def elements(data: bytes, entered: set[int]) -> Iterator[tuple[int, bytes]]:
    """Yield (name, value) of each element, and walk into those that are entered; their own value is empty."""
    place = 0
    for _number in range(MOST_PARTS):
        if place >= len(data):
            return
        name, start = _name_at(data, place)
        size, start = number_at(data, start)
        if name in entered:
            yield name, b""
            place = start
        else:
            need(size is not None and start + size <= len(data))
            yield name, data[start : start + size]
            place = start + size
    need(place >= len(data))


def _name_at(data: bytes, place: int) -> tuple[int, int]:
    length = 9 - data[place].bit_length()
    need(length <= 4)
    return int.from_bytes(data[place : place + length]), place + length


def number_at(data: bytes, place: int) -> tuple[int | None, int]:
    """Return a number of one to eight bytes and where it ends; all ones mean that it is not known."""
    length = 9 - data[place].bit_length()
    need(length <= 8 and place + length <= len(data))
    value = int.from_bytes(data[place : place + length]) & ((1 << 7 * length) - 1)
    return None if value == (1 << 7 * length) - 1 else value, place + length
