"""Prints what a first visit weighs, page by page, beside the budgets: `python -m bench.page_weight`

In process, on whatever this machine's database holds. Text is counted compressed, as it is sent; fonts and pictures as
they are. Ends with 1 where a page is over its budget or asks another host for something.
"""

import gzip
import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from .__main__ import first_view, read

ROOT = Path(__file__).resolve().parents[1]
WHOLE, SCRIPT, STYLE = 60_000, 6_000, 14_000  # bytes
FETCHED = re.compile(rb'<(?:script|img|source|iframe|audio|video|link)[^>]*?(?:src|srcset|href)="([^"]+)"[^>]*>')
NAMED = re.compile(rb'rel="(?:canonical|alternate)"')


def main() -> int:
    """Set Django up, print the table, and say whether everything is within its budget."""
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django  # noqa: PLC0415  (needs the path above)

    django.setup()
    from django.test import Client  # noqa: PLC0415

    client, over = Client(SERVER_NAME="localhost"), False
    print(f"{'page':<9}{'html':>8}{'css':>8}{'script':>8}{'whole':>8}   (at most {STYLE}, {SCRIPT}, {WHOLE})")
    for name, path in pages().items():
        body = client.get(path).content
        found = sizes(body)
        whole = first_view(client, path)
        elsewhere = hosts(body)
        bad = found["css"] > STYLE or found["js"] > SCRIPT or whole > WHOLE or bool(elsewhere)
        over |= bad
        mark = f"  OVER {' '.join(elsewhere)}" if bad else ""
        print(f"{name:<9}{found['html']:>8}{found['css']:>8}{found['js']:>8}{whole:>8}{mark}")
    return int(over)


def pages() -> dict[str, str]:
    """Return the addresses the budget names; a story, a pack and a session only where there is one."""
    from stories.models import StoryPage  # noqa: PLC0415
    from toolkits.models import PackPage, SessionPage  # noqa: PLC0415

    kinds = {
        "story": StoryPage.objects.public(),
        "pack": PackPage.objects.live(),
        "session": SessionPage.objects.teachable(),
    }
    found = {name: next(iter(rows[:1]), None) for name, rows in kinds.items()}
    some = {name: page.get_url() for name, page in found.items() if page}
    return {"home": "/en/", "index": "/en/stories/", **some, "share": "/en/share/"}


def sizes(body: bytes) -> dict[str, int]:
    """Return the compressed bytes of a page, of its style sheets and of its scripts."""
    linked = {name.decode() for name in re.findall(rb'(?:href|src)="(/static/[^"#?]+\.(?:css|js))"', body)}
    packed = {name: len(gzip.compress(read(name), 6)) for name in linked}
    return {
        "html": len(gzip.compress(body, 6)),
        **{kind: sum(size for name, size in packed.items() if name.endswith(kind)) for kind in ("css", "js")},
    }


def hosts(body: bytes) -> list[str]:
    """Return the other hosts a page would ask for something; a link names and asks nothing."""
    asked = [match for match in FETCHED.finditer(body) if not NAMED.search(match.group())]
    return sorted({urlsplit(match[1].decode()).netloc for match in asked} - {""})


if __name__ == "__main__":
    sys.exit(main())
