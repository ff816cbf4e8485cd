"""What the public face is made of; every model of this app can be had from here."""

from .articles import ArticlePage, ArticlesIndexPage, ProjectPage, ProjectsIndexPage
from .helplines import HelpLine
from .notices import Notice
from .pages import HelpPage, HomePage, PlainPage, WhatChangedPage
from .pictures import Picture, PictureRendition
from .readers import StyleWord, SuggestionReason
from .snippets import ConcernWord, ContentNote, CrisisWord, Topic
from .translating import GlossaryTerm, SecondReading

__all__ = [
    "ArticlePage",
    "ArticlesIndexPage",
    "ConcernWord",
    "ContentNote",
    "CrisisWord",
    "GlossaryTerm",
    "HelpLine",
    "HelpPage",
    "HomePage",
    "Notice",
    "Picture",
    "PictureRendition",
    "PlainPage",
    "ProjectPage",
    "ProjectsIndexPage",
    "SecondReading",
    "StyleWord",
    "SuggestionReason",
    "Topic",
    "WhatChangedPage",
]
