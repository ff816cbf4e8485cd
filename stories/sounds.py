"""An author's recording, put together anew from what came: its sound, and nothing that was written beside it."""

import struct
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from .enums import MediaType
from .files import Cleaned, NotUsable
from .sound.mp3 import clean_mp3, is_mp3
from .sound.mp4 import clean_mp4
from .sound.ogg import clean_ogg
from .sound.parts import Foreign, Sound
from .sound.wav import clean_wav
from .sound.webm import clean_webm

SOUND_BYTES = 20 * 1024 * 1024
LONGEST = 10 * 60  # seconds

WRONG_TYPE = _("The selected file must be an MP3, M4A, OGG, WebM or WAV sound recording.")
TOO_LONG = _("The selected recording must be 10 minutes or shorter.")
SILENT = _("The selected recording is shorter than a second. Record it again, or choose another.")
DAMAGED = _("The selected file could not be uploaded. It may be damaged. Try again, or choose another.")


def clean_sound(data: bytes) -> Cleaned:
    """Return a recording without titles, names, places, pictures or anything else that lay beside the sound.

    The sound itself is not decoded, so no decoder of ours can be attacked by it. WebM leaves as Ogg. Raises NotUsable
    for other formats, decided by content, for films, for more than ten minutes, less than a second, and damage.
    """
    media_type, clean = _reader_of(data)
    try:
        sound = clean(data)
    except Foreign as error:
        raise NotUsable(WRONG_TYPE) from error
    except (struct.error, LookupError, ValueError) as error:
        raise NotUsable(DAMAGED) from error
    if sound.seconds > LONGEST:
        raise NotUsable(TOO_LONG)
    if sound.seconds < 1:
        raise NotUsable(SILENT)
    return Cleaned(sound.content, media_type, seconds=round(sound.seconds))


def _reader_of(data: bytes) -> tuple[MediaType, Callable[[bytes], Sound]]:
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return MediaType.WAV, clean_wav
    if data.startswith(b"OggS"):
        return MediaType.OGG, clean_ogg
    if data.startswith(b"\x1aE\xdf\xa3"):
        return MediaType.OGG, clean_webm
    if data[4:8] == b"ftyp":
        return MediaType.MP4, clean_mp4
    if is_mp3(data):
        return MediaType.MP3, clean_mp3
    raise NotUsable(WRONG_TYPE)
