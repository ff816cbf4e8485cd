"""Takes pictures of ten pages at three widths for docs/screens/: `make screens`, from the demonstration.

Starts a server of its own on a free port of this machine and ends it again. Small files: what a newcomer looks at.
"""

import io
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "docs" / "screens"
WIDTHS = {"phone": (390, 844), "tablet": (820, 1100), "desk": (1280, 900)}
QUALITY, MOST = 55, 2_000_000  # of a picture; bytes of all


def main() -> int:
    """Take every picture and say what they weigh together; 1 where that is too much."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django  # noqa: PLC0415  (needs the path above)

    django.setup()
    addresses = pages()
    SCREENS.mkdir(exist_ok=True)
    with server() as host:
        take(host, addresses)
    total = sum(path.stat().st_size for path in SCREENS.glob("*.webp"))
    print(f"{len(list(SCREENS.glob('*.webp')))} pictures, {total} bytes")
    return int(total > MOST)


def pages() -> dict[str, str]:
    """Return ten addresses by the name of their picture."""
    from stories.models import StoryPage  # noqa: PLC0415
    from toolkits.models import PackPage, SessionPage  # noqa: PLC0415

    return {
        "home": "/en/",
        "stories": "/en/stories/",
        "story": next(iter(StoryPage.objects.public().order_by("first_published_at")[:1])).get_url(),
        "pack": PackPage.objects.live().first().get_url(),
        "session": SessionPage.objects.teachable().first().get_url(),
        "news": "/en/news/",
        "help": "/en/help/",
        "search": "/en/search/?q=suicide",
        "share": "/en/share/",
        "my-story": "/en/my-story/",
    }


@contextmanager
def server():
    """Run the site on a free port until it is no longer needed; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "manage.py"), "runserver", "--noreload", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/robots.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, seconds: int = 60) -> None:
    """Return once an address answers. Raises URLError when it does not in time."""
    until = time.monotonic() + seconds
    while True:
        try:
            urlopen(address, timeout=5).close()
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
        else:
            return


def take(host: str, addresses: dict[str, str]) -> None:
    """Write a WebP for each page and width."""
    from PIL import Image  # noqa: PLC0415
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from tests.chromium import find  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for size, (width, height) in WIDTHS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for name, path in addresses.items():
                page.goto(host + path)
                picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
                picture.save(SCREENS / f"{name}-{size}.webp", quality=QUALITY, method=6)
            page.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
