"""Whose requests may be answered with a kept page, and which answers may be kept."""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl

from django.conf import settings

LONGEST = 300  # characters of path and query
# what public lists read from an address
QUERIES = frozenset({"topic", "hide", "lang", "listen", "order", "before", "page"})
KINDS = ("text/html", "application/atom+xml")


def key_of(environ) -> tuple | None:
    """Return the key of a request that any visitor could have made, or None: then the site answers itself.

    So it does for a session of any kind, for a part of a file, and for a query that no public list reads.
    """
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or len(path) + len(query) > LONGEST:
        return None
    if has_session(environ.get("HTTP_COOKIE", "")) or "HTTP_RANGE" in environ:
        return None
    if query and any(name not in QUERIES for name, _value in parse_qsl(query, keep_blank_values=True)):
        return None
    scheme = environ.get("HTTP_X_FORWARDED_PROTO", ""), environ.get("wsgi.url_scheme", "")
    host = environ.get("HTTP_HOST", "").lower(), environ.get("SERVER_PORT", "")
    return (*scheme, *host, path, query)


def has_session(header: str) -> bool:
    """Tell whether a Cookie header brings a session or a message; one that cannot be read may."""
    if not header:
        return False
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        return True
    mine = {settings.SESSION_COOKIE_NAME, "messages"}
    return not mine.isdisjoint(cookies) or any(name in header for name in mine)


def may_be_kept(status: str, headers) -> bool:
    """Tell whether an answer is the same for every visitor: a found page that says nothing to the contrary."""
    found = {name.lower(): value for name, value in headers}
    private = "set-cookie" in found or "vary" in found or "cache-control" in found
    return status.startswith("200 ") and not private and found.get("content-type", "").startswith(KINDS)
