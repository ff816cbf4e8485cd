"""What the public face is made of; every model of this app can be had from here."""

from .helplines import HelpLine
from .notices import Notice
from .pages import HelpPage, HomePage, PlainPage, WhatChangedPage
from .pictures import Picture, PictureRendition
from .readers import StyleWord, SuggestionReason
from .snippets import ConcernWord, ContentNote, CrisisWord, Topic

__all__ = [
    "ConcernWord",
    "ContentNote",
    "CrisisWord",
    "HelpLine",
    "HelpPage",
    "HomePage",
    "Notice",
    "Picture",
    "PictureRendition",
    "PlainPage",
    "StyleWord",
    "SuggestionReason",
    "Topic",
    "WhatChangedPage",
]
