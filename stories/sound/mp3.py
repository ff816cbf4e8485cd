"""MP3: its frames in a row, and no tag before, between or after them. ISO/IEC 11172-3, 13818-3."""

from .parts import MOST_PARTS, Damaged, Sound, need

HIGH = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # kbit/s, MPEG 1
LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG 2 and 2.5
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}  # Hz, by version
LAYER_3 = 1
AFTER = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI", b"\x00")  # what others put behind the last frame
INDEX = (b"Xing", b"Info", b"VBRI")  # a frame without sound, which names the program that wrote it


def clean_mp3(data: bytes) -> Sound:
    """Return the frames alone. Raises Damaged when they end before the file does, and it is no tag that follows."""
    place = _after_tags(data)
    first, frames, seconds = _frame(data, place), [], 0.0
    need(first)
    while found := _frame(data, place):
        size, length, kind = found
        need(kind == first[2] and len(frames) < MOST_PARTS)
        frame = data[place : place + size]
        if len(frame) == size and (frames or not any(mark in frame[:64] for mark in INDEX)):
            frames.append(frame)
            seconds += length
        place += size
    if place < len(data) and not data.startswith(AFTER, place):
        raise Damaged
    return Sound(b"".join(frames), seconds)


def is_mp3(data: bytes) -> bool:
    """Tell whether a file begins as an MP3: tags, then two frames in a row."""
    place = _after_tags(data)
    found = _frame(data, place)
    return bool(found and _frame(data, place + found[0]))


def _after_tags(data: bytes) -> int:
    place = 0
    while data[place : place + 3] == b"ID3" and len(data) >= place + 10:
        size = 0
        for byte in data[place + 6 : place + 10]:
            size = size << 7 | byte & 0x7F
        place += 10 + size
    while data[place : place + 1] == b"\x00":  # some writers pad
        place += 1
    return place


def _frame(data: bytes, place: int) -> tuple[int, float, tuple] | None:
    """Return (bytes, seconds, what all frames of a file share) of the frame that begins here, or None."""
    head = int.from_bytes(data[place : place + 4].ljust(4, b"\x00"))
    version, layer, rate, speed = head >> 19 & 3, head >> 17 & 3, head >> 12 & 15, head >> 10 & 3
    if head >> 21 != 0x7FF or layer != LAYER_3 or version == 1 or speed == 3 or rate in {0, 15}:
        return None
    hertz, kilobits = RATES[version][speed], (HIGH if version == 3 else LOW)[rate]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kilobits * 1000 // hertz + (head >> 9 & 1), samples / hertz, (version, hertz)
