"""What packs are: the index, a pack, its parts and sessions, their files and films, and its releases."""

from ..taking_part.models import Evaluation, Preference, Proposal, SchoolNews, Visit
from .files import FileFacts, Resource
from .films import Captions, Film
from .packs import PackPage, PacksIndexPage, PartPage
from .releases import DownloadCount, PackRelease, ReleaseFile
from .sessions import SessionPage

__all__ = [
    "Captions",
    "DownloadCount",
    "Evaluation",
    "FileFacts",
    "Film",
    "PackPage",
    "PackRelease",
    "PacksIndexPage",
    "PartPage",
    "Preference",
    "Proposal",
    "ReleaseFile",
    "Resource",
    "SchoolNews",
    "SessionPage",
    "Visit",
]
