"""Pictures are made anew: upright, not too big, and with nothing in them but what one sees. Requirement 9."""

import random
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from stories.enums import MediaType
from stories.files import NotUsable
from stories.pictures import DAMAGED, TOO_MANY, TOO_SMALL, WRONG_TYPE, clean_picture

from .samples import CANARY, SVG, drawing, moving, picture, png_that_says

KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"]


def opened(cleaned) -> Image.Image:
    image = Image.open(BytesIO(cleaned.content))
    image.load()
    return image


def colours(image) -> tuple[str, str]:
    """Return what is seen in the upper left and the lower right."""
    near = {"red": (255, 0, 0), "blue": (0, 0, 255), "white": (255, 255, 255), "black": (0, 0, 0)}

    def name(place):
        seen = image.convert("RGB").getpixel(place)
        return min(near, key=lambda colour: sum(abs(a - b) for a, b in zip(near[colour], seen, strict=True)))

    return name((5, 5)), name((image.width - 5, image.height - 5))


@pytest.mark.parametrize("kind", KINDS)
def test_picture_is_made_anew_without_what_hid_in_the_file(kind):
    came = picture(kind)
    assert CANARY.encode() in came
    cleaned = clean_picture(came)
    image = opened(cleaned)
    assert (cleaned.media_type, image.format) == (MediaType.WEBP, "WEBP")
    assert (cleaned.width, cleaned.height) == image.size == (320, 200)
    assert CANARY.encode() not in cleaned.content
    assert (dict(image.getexif()), image.info.get("icc_profile"), image.info.get("xmp")) == ({}, None, None)
    assert colours(image) == ("red", "blue")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_picture_taken_sideways_stands_upright(kind):
    image = opened(clean_picture(picture(kind, orientation=3)))
    assert colours(image) == ("blue", "red")
    assert opened(clean_picture(picture(kind, orientation=6))).size == (200, 320)


def test_big_picture_is_brought_down_to_two_thousand_pixels():
    cleaned = clean_picture(picture(image=drawing(4000, 1000)))
    assert (cleaned.width, cleaned.height) == (2000, 500)


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "1", "CMYK"])
def test_every_kind_of_colour_is_kept_as_it_looks(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    seen = colours(opened(clean_picture(picture(kind, image=drawing(mode=mode)))))
    grey = mode in {"L", "LA", "1"}
    assert seen == ("black", "black") if grey else seen == ("red", "blue")


def test_sixteen_bits_of_grey_do_not_come_out_white():
    file = BytesIO()
    Image.new("I;16", (80, 80), 8_000).save(file, "PNG")
    assert colours(opened(clean_picture(file.getvalue())))[0] == "black"


def test_what_is_see_through_becomes_white():
    assert (
        colours(opened(clean_picture(picture("PNG", image=Image.new("RGBA", (80, 80), (255, 0, 0, 0))))))[0] == "white"
    )


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "AVIF"])
def test_of_a_moving_picture_the_first_frame_is_kept(kind):
    image = opened(clean_picture(moving(kind)))
    assert getattr(image, "n_frames", 1) == 1
    assert colours(image) == ("red", "blue")


REFUSED = {
    "an SVG": (SVG, WRONG_TYPE),
    "a GIF": (picture("GIF"), WRONG_TYPE),
    "a TIFF": (picture("TIFF"), WRONG_TYPE),
    "a PDF": (b"%PDF-1.7\n" + bytes(100), WRONG_TYPE),
    "a text called picture.jpg": (b"I am a text." * 20, WRONG_TYPE),
    "a ZIP": (b"PK\x03\x04" + bytes(200), WRONG_TYPE),
    "one pixel": (picture("PNG", image=drawing(1, 1)), TOO_SMALL),
    "a line": (picture("PNG", image=drawing(4000, 60)), TOO_SMALL),
    "half a JPEG": (picture()[:900], DAMAGED),
    "the beginning of a JPEG": (b"\xff\xd8\xff\xe0", DAMAGED),
    "half a PNG": (picture("PNG", image=drawing(900, 900))[:120], DAMAGED),
    "half a WebP": (picture("WEBP")[:200], DAMAGED),
    "a PNG without its pixels": (png_that_says(300, 300), DAMAGED),
    "a PNG of 41 million pixels": (png_that_says(8200, 5000), TOO_MANY),
    "a PNG of 100 million pixels": (png_that_says(10_000, 10_000), TOO_MANY),
    "a PNG of 4 thousand million pixels": (png_that_says(65_000, 65_000), TOO_MANY),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_picture_of_ours_is_refused_with_the_reason(content, why):
    with pytest.raises(NotUsable) as refusal:
        clean_picture(content)
    assert refusal.value.message == why


def test_size_is_known_before_anything_is_decoded(monkeypatch):
    def decode(*_args):
        raise AssertionError("decoded")

    monkeypatch.setattr("stories.pictures._made_anew", decode)
    with pytest.raises(NotUsable, match="40 million"):
        clean_picture(png_that_says(8200, 5000))


def test_nothing_that_rides_on_a_picture_survives():
    """A file that is two at once: a picture for one reader, a page or an archive for another."""
    riders = [b"<script>" + CANARY.encode() + b"</script>", b"PK\x03\x04" + CANARY.encode()]
    for kind in KINDS[:3]:
        for rider in riders:
            assert CANARY.encode() not in clean_picture(picture(kind) + rider).content


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(KINDS), seed=st.integers(0, 10_000), cut=st.integers(0, 2_000))
def test_damaged_bytes_end_in_a_picture_or_a_clear_refusal(kind, seed, cut):
    dice, content = random.Random(seed), bytearray(picture(kind, image=drawing(120, 90)))
    for _number in range(8):
        content[dice.randrange(len(content))] = dice.randrange(256)
    try:
        cleaned = clean_picture(bytes(content[: len(content) - cut] if cut % 2 else content))
    except NotUsable as refusal:
        assert refusal.message in (WRONG_TYPE, DAMAGED, TOO_MANY, TOO_SMALL)
    else:
        assert opened(cleaned).format == "WEBP"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_clear_refusal(content):
    with pytest.raises(NotUsable):
        clean_picture(content)
