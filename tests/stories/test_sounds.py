"""Recordings are put together anew: their sound, and nothing that lay beside it. Requirement 9."""

import random
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stories.enums import MediaType
from stories.files import NotUsable
from stories.sound import ogg, opus, pages
from stories.sound.boxes import box
from stories.sound.mp3 import clean_mp3
from stories.sound.parts import Damaged, Foreign
from stories.sounds import DAMAGED, SILENT, TOO_LONG, WRONG_TYPE, clean_sound

from .samples import CANARY, SVG, picture, wav

FOLDER = Path(__file__).parent / "recordings"
LEAVES_AS = {
    "tags.mp3": MediaType.MP3,
    "phone.m4a": MediaType.MP4,
    "pieces.m4a": MediaType.MP4,
    "opus.ogg": MediaType.OGG,
    "vorbis.ogg": MediaType.OGG,
    "opus.webm": MediaType.OGG,
}


def recording(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def refusal_of(content: bytes):
    with pytest.raises(NotUsable) as refusal:
        clean_sound(content)
    return refusal.value.message


@pytest.mark.parametrize(("name", "kind"), LEAVES_AS.items(), ids=LEAVES_AS)
def test_recording_leaves_without_what_was_written_beside_it(name, kind):
    came = recording(name)
    assert CANARY.encode() in came
    cleaned = clean_sound(came)
    assert (cleaned.media_type, cleaned.seconds) == (kind, 1)
    assert CANARY.encode() not in cleaned.content
    assert b"Lavf" not in cleaned.content
    assert len(came) * 0.8 < len(cleaned.content) < len(came)


def test_wav_keeps_its_samples_and_nothing_else():
    cleaned = clean_sound(wav(1.5))
    assert (cleaned.media_type, cleaned.seconds) == (MediaType.WAV, 2)
    assert CANARY.encode() not in cleaned.content
    assert cleaned.content[-100:] == wav(1.5)[44:][:12000][-100:]


@pytest.mark.parametrize("name", [*LEAVES_AS, "a.wav"])
def test_cleaning_what_is_clean_changes_nothing(name):
    once = clean_sound(wav(1) if name == "a.wav" else recording(name)).content
    assert clean_sound(once).content == once


def test_same_sound_in_pieces_and_in_one_is_the_same():
    """Recorders write pieces, phones one table: the samples behind them are alike."""
    assert clean_sound(recording("phone.m4a")).content == clean_sound(recording("pieces.m4a")).content


def test_sound_of_a_webm_is_the_sound_of_the_same_ogg():
    from_webm, from_ogg = clean_sound(recording("opus.webm")), clean_sound(recording("opus.ogg"))
    assert packets(from_webm.content) == packets(from_ogg.content)


def packets(content: bytes) -> list[bytes]:
    begun: list[bytes] = []
    return [packet for page in pages.pages_of(content) for packet in pages.ended_on(page, begun)]


def test_packet_of_any_length_goes_over_pages_and_comes_back():
    longs = [bytes([1]) * size for size in (0, 1, 254, 255, 510, 70_000, 66_000)]
    laid = pages.paged(longs)
    begun: list[bytes] = []
    assert [packet for page in laid for packet in pages.ended_on(page, begun)] == longs
    assert [(page.flags, len(page.lacing), page.time == pages.NO_TIME) for page in laid] == [
        (0, 255, False),
        (pages.CONTINUED, 255, False),
        (pages.CONTINUED, 32, False),
    ]


def changed(name: str, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return recording(name).replace(old, new)


REFUSED = {
    "an SVG": (lambda: SVG, WRONG_TYPE),
    "a picture": (picture, WRONG_TYPE),
    "a text": (lambda: b"I am a text." * 50, WRONG_TYPE),
    "one byte": (lambda: b"\xff", WRONG_TYPE),
    "a FLAC": (lambda: b"fLaC" + bytes(500), WRONG_TYPE),
    "an AVI": (lambda: b"RIFF\x00\x00\x00\x00AVI " + bytes(500), WRONG_TYPE),
    "a WAV of packed samples": (lambda: wav(1, kind=0x55), WRONG_TYPE),
    "a WAV with 12 bits": (lambda: wav(1, bits=12), WRONG_TYPE),
    "an M4A that is not AAC": (lambda: changed("phone.m4a", b"mp4a", b"alac"), WRONG_TYPE),
    "a film": (lambda: changed("phone.m4a", b"soun", b"vide"), WRONG_TYPE),
    "an Ogg of something else": (lambda: resummed(recording("opus.ogg").replace(b"OpusHead", b"Speex   ")), WRONG_TYPE),
    "a WebM of something else": (lambda: changed("opus.webm", b"A_OPUS", b"A_FLAC"), WRONG_TYPE),
    "half a second": (lambda: wav(0.5), SILENT),
    "eleven minutes": (lambda: wav(661, rate=4000), TOO_LONG),
    "an MP4 without a film": (lambda: box(b"ftyp", b"M4A ") + box(b"free", bytes(90)), DAMAGED),
    "a WAV without samples": (lambda: wav(1)[:44], DAMAGED),
    "a WAV that is all header": (lambda: wav(1)[:20], DAMAGED),
    "an Ogg with a wrong sum": (lambda: recording("opus.ogg")[:-3] + b"xyz", DAMAGED),
    "an Ogg cut off in its head": (lambda: recording("opus.ogg")[:60], DAMAGED),
    "a WebM cut off": (lambda: recording("opus.webm")[:400], DAMAGED),
    "an MP3 with a hole": (lambda: hole(recording("tags.mp3")), DAMAGED),
}


def hole(content: bytes) -> bytes:
    return content[:2600] + b"\x01" * 900 + content[3500:]


def resummed(content: bytes) -> bytes:
    """Return an Ogg whose first page has its sum right again."""
    end = 27 + content[26] + sum(content[27 : 27 + content[26]])
    page = content[:22] + bytes(4) + content[26:end]
    return content[:22] + struct.pack("<I", pages.checksum(page)) + content[26:]


@pytest.mark.parametrize(("make", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_recording_of_ours_is_refused_with_the_reason(make, why):
    assert refusal_of(make()) == why


def test_tags_around_an_mp3_are_left_out_wherever_they_stand():
    plain = clean_sound(recording("tags.mp3")).content
    cover = b"ID3\x04\x00\x00\x00\x00\x01\x00" + CANARY.encode().ljust(128, b"\x00")
    for tail in (b"TAG" + CANARY.encode().ljust(125), b"APETAGEX" + CANARY.encode() * 900, bytes(5000)):
        assert clean_sound(cover + cover + plain + tail).content == plain


def test_last_frame_that_was_cut_off_is_left_out():
    plain = clean_sound(recording("tags.mp3")).content
    cut = clean_mp3(plain[:-10])
    assert cut.content == plain[: len(cut.content)]
    assert 0 < len(plain) - len(cut.content) < 400


def test_nothing_that_rides_on_a_recording_survives():
    rider = b"<script>" + CANARY.encode() + b"</script>"
    for name in ("opus.ogg", "phone.m4a"):
        assert CANARY.encode() not in clean_sound(recording(name) + box(b"uuid", rider)).content
    assert refusal_of(recording("tags.mp3") + rider) == DAMAGED


@pytest.mark.parametrize(
    ("first", "rest", "samples"),
    [(0x08, b"", 960), (0x18, b"", 2880), (0x61, b"", 960), (0x80, b"", 120), (0xFB, b"\x05", 4800), (0x7A, b"", 1920)],
)
def test_length_of_an_opus_packet_is_read_from_its_first_bytes(first, rest, samples):
    assert opus.samples_of(bytes([first]) + rest) == samples


@pytest.mark.parametrize("packet", [b"", b"\x03", b"\x03\x00", b"\x1b\x3f"])
def test_packet_of_no_or_impossible_length_is_damaged(packet):
    with pytest.raises(Damaged):
        opus.samples_of(packet)


MANY = 300_000
CROWDS = {
    "elements of a WebM": b"\x1aE\xdf\xa3\x80" + b"\xec\x80" * MANY,
    "boxes of an M4A": box(b"ftyp") + box(b"free") * MANY,
    "pages of an Ogg": b"OggS" + bytes(23) * MANY,
    "chunks of a WAV": b"RIFF\0\0\0\0WAVE" + b"junk\0\0\0\0" * MANY,
    "frames of an MP3": (b"\xff\xe3\x18\xc4" + bytes(68)) * MANY,
}


@pytest.mark.parametrize("content", CROWDS.values(), ids=CROWDS)
def test_more_pieces_than_ten_minutes_can_have_are_refused(content):
    assert refusal_of(content) in (DAMAGED, TOO_LONG)


@pytest.mark.parametrize("name", LEAVES_AS)
def test_reading_stops_at_the_most_pieces_there_may_be(name, monkeypatch):
    content = recording(name)
    assert clean_sound(content).content
    for reader in ("boxes", "ebml", "mp3", "mp4", "pages", "samples"):
        monkeypatch.setattr(f"stories.sound.{reader}.MOST_PARTS", 1)
    assert refusal_of(content) in (DAMAGED, TOO_LONG, WRONG_TYPE)


def test_two_streams_in_one_ogg_are_refused():
    content = recording("opus.ogg")
    with pytest.raises(Foreign):
        ogg.clean_ogg(content + content)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from([*LEAVES_AS, "a.wav"]), seed=st.integers(0, 10_000), cut=st.integers(0, 4_000))
def test_damaged_bytes_end_in_a_recording_or_a_clear_refusal(name, seed, cut):
    dice = random.Random(seed)
    content = bytearray(wav(1) if name == "a.wav" else recording(name))
    for _number in range(6):
        content[dice.randrange(min(len(content), 900))] = dice.randrange(256)
    try:
        cleaned = clean_sound(bytes(content[: len(content) - cut] if cut % 2 else content))
    except NotUsable as refusal:
        assert refusal.message in (WRONG_TYPE, DAMAGED, TOO_LONG, SILENT)
    else:
        assert 0 < len(cleaned.content) <= len(content) * 2
        assert 1 <= cleaned.seconds <= 600


@settings(max_examples=200, deadline=None)
@given(
    head=st.sampled_from(
        [b"", b"OggS", b"\x1aE\xdf\xa3", b"\0\0\0\x10ftyp", b"RIFF\0\0\0\0WAVE", b"ID3\4\0\0\0\0\0\0"]
    ),
    rest=st.binary(max_size=400),
)
def test_any_bytes_end_in_a_clear_refusal(head, rest):
    with pytest.raises(NotUsable):
        clean_sound(head + rest)
