"""A drawing and a tune for the demonstration, made by this code: nobody's picture, and nobody's voice."""

import io
import math
import struct
import wave

from PIL import Image, ImageDraw

from stories.enums import AttachedKind
from stories.files import Cleaned
from stories.pictures import clean_picture
from stories.sounds import clean_sound

SIZE = (1200, 750)
SKY, HILL, NEAR, KITE, TAIL = "#f6ead2", "#7fa38f", "#3f6f63", "#c8553d", "#5b3a63"
RATE, LOUD = 8000, 9000
NOTES = (262, 330, 392, 330, 262)  # Hz


def drawing() -> bytes:
    """Return a red kite above two hills, as PNG."""
    image = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(image)
    pen.ellipse((-300, 470, 800, 1300), fill=HILL)
    pen.ellipse((400, 520, 1700, 1400), fill=NEAR)
    pen.polygon([(760, 90), (860, 210), (760, 380), (660, 210)], fill=KITE)
    tail = [(760 - 60 * step + 40 * (step % 2), 380 + 45 * step) for step in range(7)]
    pen.line(tail, fill=TAIL, width=8, joint="curve")
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def tune() -> bytes:
    """Return five soft notes, a second each, as WAV."""
    samples = [
        int(LOUD * math.sin(math.pi * at / RATE) * math.sin(2 * math.pi * note * at / RATE))
        for note in NOTES
        for at in range(RATE)
    ]
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return kept.getvalue()


def made(kind: AttachedKind) -> Cleaned:
    """Return one of them as sharing takes it, cleaned like everything that comes."""
    return clean_picture(drawing()) if kind == AttachedKind.PICTURE else clean_sound(tune())
