"""What packs are: the index, a pack, its parts and sessions, and its releases."""

from .packs import PackPage, PacksIndexPage, PartPage
from .releases import DownloadCount, PackRelease
from .sessions import SessionPage

__all__ = ["DownloadCount", "PackPage", "PackRelease", "PacksIndexPage", "PartPage", "SessionPage"]
