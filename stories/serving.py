"""Handing a picture or a recording to a browser: as what it is and nothing else, whole or the part it asks for."""

import hashlib
import logging
import re

from django.http import Http404, HttpResponse

from workflows.privacy.keyring import CannotOpen

from .attachments import Attachment
from .enums import MediaType

logger = logging.getLogger(__name__)
ENDINGS = {
    MediaType.WEBP: "webp",
    MediaType.MP3: "mp3",
    MediaType.MP4: "m4a",
    MediaType.OGG: "ogg",
    MediaType.WAV: "wav",
}
SHORT = 60  # seconds a copy of a public file may live: taking back holds after them everywhere
PART = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


def file_of(attachment: Attachment, request) -> HttpResponse:
    """Return the file, or the one part of it that was asked for: some players play nothing without parts.

    A file that is not the one its row was sealed with is not found, and staff are alerted by the log.
    """
    content = _intact(attachment)
    name = f"{attachment.kind}.{ENDINGS[MediaType(attachment.media_type)]}"
    part = _part(request.headers.get("Range", ""), len(content))
    if part is None:
        response = HttpResponse(content, content_type=attachment.media_type)
    elif not part:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(content)}"})
    else:
        response = HttpResponse(content[part.start : part.stop], status=206, content_type=attachment.media_type)
        response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(content)}"
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def for_a_short_time(response: HttpResponse) -> HttpResponse:
    """Let copies of a public file live for a minute."""
    response["Cache-Control"] = f"public, max-age={SHORT}"
    return response


def _intact(attachment: Attachment) -> bytes:
    if attachment.erased_at:
        raise Http404
    try:
        content = attachment.content
    except CannotOpen as error:
        raise Http404 from error
    if hashlib.sha256(content).hexdigest() != attachment.sha256:
        logger.error("Attachment %s is not the file it was; it was not served.", attachment.pk)
        raise Http404
    return content


def _part(asked: str, length: int) -> range | None:
    """Return the part asked for; None for the whole, an empty one where there is no such part."""
    found = PART.fullmatch(asked.strip())
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, length - int(last)), length)
    return range(int(first), min(int(last), length - 1) + 1 if last else length)
