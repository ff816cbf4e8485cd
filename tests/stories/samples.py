"""Files as people choose them: good ones, and every kind of bad one."""

import struct
import zlib
from io import BytesIO

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

CANARY = "canaryzwitscher"
GPS, DESCRIPTION, ORIENTATION = 0x8825, 0x010E, 0x0112


def drawing(width=320, height=200, mode="RGB") -> Image.Image:
    """Return a picture whose upper left quarter is red and the rest blue, so that turning it shows."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height // 2))
    return image.convert(mode)


def exif(orientation=1) -> Image.Exif:
    """Return metadata with a place, a description and a way to hold the picture."""
    tags = Image.Exif()
    tags[DESCRIPTION] = CANARY
    tags[ORIENTATION] = orientation
    tags.get_ifd(GPS).update({1: "N", 2: (57.0, 28.0, 1.0), 3: "W", 4: (4.0, 13.0, 1.0)})
    return tags


def picture(kind="JPEG", *, image=None, orientation=1, **options) -> bytes:
    """Return a picture file full of metadata."""
    image, file = image or drawing(), BytesIO()
    if kind == "HEIF":
        heif = pillow_heif.from_pillow(image)
        heif.save(file, exif=exif(orientation).tobytes(), quality=90)
        return file.getvalue()
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", CANARY)
        options["pnginfo"] = text
    if kind != "GIF":
        options["exif"] = exif(orientation)
    image.save(file, kind, **options)
    return file.getvalue()


def moving(kind="WEBP") -> bytes:
    """Return a picture of two frames: the first as drawn, the second all green."""
    file = BytesIO()
    drawing().save(file, kind, save_all=True, append_images=[Image.new("RGB", (320, 200), "green")], duration=100)
    return file.getvalue()


def png_that_says(width: int, height: int, body: bytes = b"") -> bytes:
    """Return a small PNG whose header claims any size; its pixels are packed zeros, or `body`."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = body or zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*part) for part in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def upload(content: bytes, name="picture.jpg", kind="image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def wav(seconds: float, *, rate=8000, kind=1, bits=16) -> bytes:
    """Return silence of one channel, with a title before and a comment behind it."""
    step = bits // 8
    samples = bytes(int(seconds * rate) * step)
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, kind, 1, rate, rate * step, step, bits)
    note = CANARY.encode().ljust(16)
    listed = struct.pack("<4sI", b"LIST", len(note)) + note
    body = b"WAVE" + listed + head + struct.pack("<4sI", b"data", len(samples)) + samples + listed
    return struct.pack("<4sI", b"RIFF", len(body)) + body
