"""Sends one file whole or in part: exact length, ETag, ranges, so that a broken download can go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.http import content_disposition_header, parse_etags

CHUNK = 1 << 16
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True)
class Sent:
    """A file to send: where it lies, its length, the digest of its bytes, its name and kind."""

    path: Path | str
    size: int
    sha256: str
    name: str
    content_type: str


def send_file(request, sent: Sent, *, cache: str, shown: bool = False) -> HttpResponse:
    """Answer a GET or HEAD for a file: 200, 206, 304 or 416. An unclear or multiple range gets the whole file.

    `shown` for what a page plays; anything else is saved. Behind nginx (ACCEL_LOCATION) nginx sends the bytes.
    """
    etag = f'"{sent.sha256}"'
    headers = {
        "ETag": etag,
        "Cache-Control": cache,
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(not shown, sent.name) or "inline",
        "Content-Type": sent.content_type,
        "X-Content-Type-Options": "nosniff",
    }
    if _has_it(request, etag):
        return HttpResponseNotModified(headers={"ETag": etag, "Cache-Control": cache})
    wanted = _wanted(request, sent.size, etag)
    if wanted is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{sent.size}", "Accept-Ranges": "bytes"})
    if settings.ACCEL_LOCATION:
        return HttpResponse(headers=headers | {"X-Accel-Redirect": accel_address(sent.path)})
    start, end = wanted
    status = 200
    if (start, end) != (0, sent.size) or _asks_for_part(request, etag):
        status = 206
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{sent.size}"
    headers["Content-Length"] = str(end - start)
    body = () if request.method == "HEAD" else _slice(Path(sent.path), start, end)
    return StreamingHttpResponse(body, status=status, headers=headers)


def accel_address(path: Path | str) -> str:
    """Return the address under which nginx, and nobody else, finds a file of MEDIA_ROOT."""
    inside = Path(path).resolve().relative_to(Path(settings.MEDIA_ROOT).resolve())
    return quote(f"{settings.ACCEL_LOCATION.rstrip('/')}/{inside}")


def _has_it(request, etag: str) -> bool:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or etag in [one.removeprefix("W/") for one in known]


def _asks_for_part(request, etag: str) -> bool:
    """Tell whether a part is asked for, of this very file."""
    if request.headers.get("If-Range", etag) != etag:
        return False
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    return bool(match and any(match.groups()) and not _backwards(*match.groups()))


def _backwards(first: str, last: str) -> bool:
    return bool(first and last and int(last) < int(first))


def _wanted(request, size: int, etag: str) -> tuple[int, int] | None:
    """Return the first byte to send and the one after the last, or None for a range that lies outside the file."""
    if not _asks_for_part(request, etag):
        return 0, size
    first, last = ONE_RANGE.fullmatch(request.headers["Range"]).groups()
    if not first:
        length = min(int(last), size)
        return (size - length, size) if length else None
    start = int(first)
    return (start, min(int(last or size - 1) + 1, size)) if start < size else None


def _slice(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while start < end and (chunk := file.read(min(CHUNK, end - start))):
            start += len(chunk)
            yield chunk
