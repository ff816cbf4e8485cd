"""An author's picture, made anew from what came: no place, no time, no name of a camera, nothing hidden in the file."""

from io import BytesIO

import pillow_heif
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from .enums import MediaType
from .files import Cleaned, NotUsable

PICTURE_BYTES = 8 * 1024 * 1024
PICTURE_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
WIDEST = 2_000  # pixels on the longer side of what is kept
NARROWEST = 50  # pixels on the shorter: below that nobody sees what it shows
QUALITY = 82

WRONG_TYPE = _("The selected file must be a JPG, PNG, WebP, AVIF or HEIC picture.")
TOO_MANY = _("The selected picture must have fewer than 40 million pixels. Choose a smaller copy of it.")
TOO_SMALL = _("The selected picture is too small to see. Choose one that is at least 50 pixels wide and high.")
DAMAGED = _("The selected file could not be uploaded. It may be damaged. Try again, or choose another.")

pillow_heif.register_heif_opener(thumbnails=False)


def clean_picture(data: bytes) -> Cleaned:
    """Return a picture as WebP, upright, at most 2,000 pixels wide or high, and nothing else that was in the file.

    Only the first frame of a moving picture is kept; what is see-through becomes white. Raises NotUsable for another
    format, more than 40 million pixels (known from the header, before anything is decoded), too few, or damage.
    """
    image = _opened(data)
    if image.width * image.height > PICTURE_PIXELS:
        raise NotUsable(TOO_MANY)
    try:
        upright = _made_anew(image)
        kept = BytesIO()
        upright.save(kept, "WEBP", quality=QUALITY)
    except Exception as error:
        raise NotUsable(DAMAGED) from error
    if min(upright.size) < NARROWEST:
        raise NotUsable(TOO_SMALL)
    return Cleaned(kept.getvalue(), MediaType.WEBP, width=upright.width, height=upright.height)


def _opened(data: bytes) -> Image.Image:
    """Read the header alone. What no reader of ours knows is another format; what one chokes on is damaged."""
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotUsable(TOO_MANY) from error
    except Image.UnidentifiedImageError as error:
        raise NotUsable(DAMAGED if _begins_as_picture(data) else WRONG_TYPE) from error
    except Exception as error:
        raise NotUsable(DAMAGED) from error


def _begins_as_picture(data: bytes) -> bool:
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _made_anew(image: Image.Image) -> Image.Image:
    """Paint the first frame, reduced and turned upright, on a new white sheet that has no history."""
    if image.mode.startswith("I"):  # 16 bits of grey: brought down to 8, which would else come out white
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode not in {"L", "RGB", "RGBA"}:
        image = image.convert("RGBA" if "A" in image.mode or "transparency" in image.info else "RGB")
    image.thumbnail((WIDEST, WIDEST))
    image = ImageOps.exif_transpose(image)
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return sheet
