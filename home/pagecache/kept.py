"""One kept page: its headers and its body, ready to send as it is, with gzip, or with Brotli."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli

SLOW, QUICK = 5, 6  # of Brotli's 11 and gzip's 9 steps: made once, sent often
LONGEST_SHARED = 5  # seconds: a story that was taken back is gone from its own page by then
NOT_FOR_304 = frozenset({"content-type", "content-length", "content-language"})


@dataclass(frozen=True)
class Kept:
    """A page as it was made, for whoever asks without a session until the generation changes or its time is over."""

    generation: str
    until: float  # seconds, as time.time() counts
    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]  # by the encoding's name; "" is the plain one
    etag: str

    @property
    def size(self) -> int:
        """Return how many bytes it takes, roughly."""
        return sum(map(len, self.bodies.values())) + 1_000


def keep(headers, body: bytes, *, generation: str, until: float, shared: int = 0) -> Kept:
    """Make a page ready to be sent many times."""
    bodies = {"": body, "gzip": gzip.compress(body, QUICK, mtime=0), "br": brotli.compress(body, quality=SLOW)}
    mine = [(name, value) for name, value in headers if name.lower() not in {"content-length", "vary", "etag"}]
    if not any(name.lower() == "cache-control" for name, _value in mine):
        mine.append(("Cache-Control", cache_control(shared)))
        mine.append(("Surrogate-Key", "pages"))  # all pages change together: see the decision on generations
    mine.append(("Vary", "Accept-Encoding"))
    return Kept(generation, until, tuple(mine), bodies, hashlib.sha256(body).hexdigest()[:20])


def cache_control(shared: int) -> str:
    """Let a browser keep a page and ask each time whether it still holds; a proxy ask so many seconds later at most."""
    shared = min(shared, LONGEST_SHARED)
    return f"public, max-age=0, s-maxage={shared}, must-revalidate" if shared else "no-cache"


def answer(kept: Kept, environ) -> tuple[str, list[tuple[str, str]], list[bytes]]:
    """Return status, headers and body for one request: 304 where the browser has the page already."""
    encoding = best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = kept.bodies[encoding]
    etag = f'"{kept.etag}{"-" if encoding else ""}{encoding}"'
    if is_known(environ.get("HTTP_IF_NONE_MATCH", ""), etag):
        headers = [(name, value) for name, value in kept.headers if name.lower() not in NOT_FOR_304]
        return "304 Not Modified", [*headers, ("ETag", etag)], []
    headers = [*kept.headers, ("ETag", etag), ("Content-Length", str(len(body)))]
    if encoding:
        headers.append(("Content-Encoding", encoding))
    return "200 OK", headers, [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def best_encoding(accepted: str) -> str:
    """Return the smallest body that a browser takes: "br", "gzip" or "" for plain."""
    taken = set()
    for part in accepted.lower().split(","):
        name, _semicolon, quality = part.partition(";")
        if quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            taken.add(name.strip())
    return next((name for name in ("br", "gzip") if name in taken), "")


def is_known(header: str, etag: str) -> bool:
    """Tell whether If-None-Match names this page."""
    return header.strip() == "*" or any(part.strip().removeprefix("W/") == etag for part in header.split(","))
