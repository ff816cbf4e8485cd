"""Makes a tagged PDF (PDF/UA) of a lesson: the same page gives the same bytes. Nothing is fetched from anywhere."""

import hashlib
import logging
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFile

BASE = "http://pack/"  # no host: nothing leaves this process
FONT = "fonts/atkinson-latin.woff2"
STYLE = Path(__file__).parent / "usb" / "print.css"
logger = logging.getLogger(__name__)


@contextmanager
def _as_strict_as_before():
    """Let the import have no say in how whole a picture must be: WeasyPrint takes halves, we do not."""
    was = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = was


@cache
def weasyprint():
    """Return WeasyPrint, or None on a machine without the system's library for setting text (Pango)."""
    try:
        with _as_strict_as_before():
            import weasyprint as found  # noqa: PLC0415  (it looks for the library as it is imported)
    except (ImportError, OSError) as error:
        logger.warning("no PDF can be made here: %s", type(error).__name__)
        return None
    return found


class NotOurs(Exception):
    """The page names a file that the pack does not bring along."""


def can_make_pdf() -> bool:
    """Tell whether this machine can make PDFs, and wants to."""
    return settings.MAKE_PDFS and weasyprint() is not None


def make_pdf(html: str, pictures: dict[str, bytes]) -> bytes:
    """Return a page as a tagged PDF with title and language. Raises NotOurs for a file that was not given."""
    maker = weasyprint()

    class OwnFiles(maker.urls.URLFetcher):
        """Reads what the pack brings along, and nothing else; an address of any other kind stops the work."""

        def fetch(self, url, headers=None):
            name = url.removeprefix(BASE)
            return maker.urls.URLFetcherResponse(url, _font() if name == FONT else pictures[name])

    own = OwnFiles(fail_on_errors=True)
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    try:
        style = maker.CSS(string=STYLE.read_text(), base_url=BASE, url_fetcher=own)
        document = maker.HTML(string=html, base_url=BASE, url_fetcher=own)
        return document.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    except maker.urls.FatalURLFetchingError as error:  # no Exception, so that WeasyPrint itself lets it pass
        raise NotOurs(str(error)) from error


@cache
def _font() -> bytes:
    return Path(finders.find(FONT)).read_bytes()
