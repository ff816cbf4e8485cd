"""Sends one file whole or in part: exact length, ETag, ranges, so that a broken download can go on."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.http import content_disposition_header, parse_etags

CHUNK = 1 << 16
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def send_file(request, path: Path, *, size: int, etag: str, name: str, cache: str) -> HttpResponse:
    """Answer a GET or HEAD for a file: 200, 206, 304 or 416. An unclear or multiple range gets the whole file."""
    headers = {
        "ETag": etag,
        "Cache-Control": cache,
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(True, name),
        "Content-Type": "application/zip",
    }
    if _has_it(request, etag):
        return HttpResponseNotModified(headers={"ETag": etag, "Cache-Control": cache})
    wanted = _wanted(request, size, etag)
    if wanted is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    start, end = wanted
    status = 200
    if (start, end) != (0, size) or _asks_for_part(request, etag):
        status = 206
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    headers["Content-Length"] = str(end - start)
    body = () if request.method == "HEAD" else _slice(path, start, end)
    return StreamingHttpResponse(body, status=status, headers=headers)


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
