"""How long a packet of Opus sounds. RFC 6716, section 3."""

from .ogg import OPUS_HERTZ
from .parts import need

SILK = (480, 960, 1920, 2880)  # samples a frame, by what the packet's first byte says
CELT = (120, 240, 480, 960)


def samples_of(packet: bytes) -> int:
    """Return how long an Opus packet sounds, in samples of 48,000 a second."""
    need(packet)
    kind, frames = packet[0] >> 3, packet[0] & 3
    if kind < 12:
        each = SILK[kind & 3]
    elif kind < 16:
        each = (480, 960)[kind & 1]
    else:
        each = CELT[kind & 3]
    if frames == 3:
        need(len(packet) > 1)
    count = packet[1] & 0x3F if frames == 3 else (1, 2, 2)[frames]
    need(0 < each * count <= OPUS_HERTZ * 120 // 1000)
    return each * count
