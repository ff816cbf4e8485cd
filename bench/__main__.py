"""Prints, for each public page: queries, processor time, weight of a first view; each beside its budget.

In process, on whatever this machine's database holds, so the load of other programs moves it least. Processor time
still depends on the machine: compare rows of one run. `python -m bench.load` compares servers under load.
"""

import gzip
import os
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUDGETS = {"home": 12, "stories": 12, "story": 10, "packs": 12, "search": 8}  # queries, site-wide data warm
FIRST_VIEW = 60_000  # bytes: page, style sheets, scripts, fonts and pictures, compressed as they are sent
WARM, COUNT = 5, 40
TEXT = re.compile(r"\.(css|js|svg)$")


def main() -> None:
    """Set Django up and print the table."""
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django  # noqa: PLC0415  (needs the path above)

    django.setup()
    from django.test import Client  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    print(f"{'page':<10}{'status':>7}{'queries':>9}{'budget':>8}{'cpu ms':>8}{'first view':>12}{'budget':>8}")
    for name, path in pages().items():
        status, queries, cpu = cost(client, path)
        weight = first_view(client, path)
        print(f"{name:<10}{status:>7}{queries:>9}{BUDGETS[name]:>8}{cpu:>8.1f}{weight:>12}{FIRST_VIEW:>8}")


def pages() -> dict[str, str]:
    """Return the addresses to look at; a story only where one is public."""
    from stories.models import StoryPage  # noqa: PLC0415

    story = next(iter(StoryPage.objects.public()[:1]), None)
    found = {"home": "/en/", "stories": "/en/stories/", "packs": "/en/packs/", "search": "/en/search/?q=bus"}
    return found | ({"story": story.url_path and story.get_url()} if story else {})


def cost(client, path: str) -> tuple[int, int, float]:
    """Return status, queries once warm, and mean processor time in milliseconds."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    for _i in range(WARM):
        status = client.get(path).status_code
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    queries = len(captured)  # now: the next request empties the list
    start = time.process_time()
    for _i in range(COUNT):
        client.get(path)
    return status, queries, (time.process_time() - start) * 1000 / COUNT


def first_view(client, path: str) -> int:
    """Return the bytes of a first visit: the page and what it and its style sheets name."""
    return weight(client.get(path).content, set())


def weight(body: bytes, seen: set[bytes]) -> int:
    """Return the bytes of a page and of what it names, as they are sent; what is in `seen` was fetched before."""
    total = len(gzip.compress(body, 6))
    todo = re.findall(rb'(?:href|src)="(/(?:static|media)/[^"#]+)"', body)
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        content = read(name.decode())
        total += len(gzip.compress(content, 6)) if TEXT.search(name.decode()) else len(content)
        if name.endswith(b".css"):
            base = name.rpartition(b"/")[0]
            todo += [join(base, part) for part in re.findall(rb"""url\(["']?([^"')]+)""", content)]
    return total


def join(base: bytes, part: bytes) -> bytes:
    """Return the address of what a style sheet names."""
    return part if part.startswith(b"/") else os.path.normpath(base + b"/" + part)


def read(address: str) -> bytes:
    """Return a static or media file's bytes, nothing for what is not there."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.staticfiles import finders  # noqa: PLC0415

    name = address.partition("?")[0]
    if name.startswith(settings.MEDIA_URL):
        path = Path(settings.MEDIA_ROOT) / name.removeprefix(settings.MEDIA_URL)
    else:
        path = Path(finders.find(name.removeprefix(settings.STATIC_URL)) or "/nowhere")
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    main()
