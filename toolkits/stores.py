"""Packs hold no author's words: staff write them, and a story is only linked to. A new table has to be named here."""

from workflows.privacy.registry import wordless

from .taking_part import stores  # noqa: F401  (what is held of schools)

wordless(
    "written by staff for schools",
    "toolkits.PacksIndexPage",
    "toolkits.PackPage",
    "toolkits.PartPage",
    "toolkits.SessionPage",
    "toolkits.PackRelease",
    "toolkits.ReleaseFile",
    "toolkits.DownloadCount",
    "toolkits.FileFacts",
    "toolkits.Resource",
    "toolkits.Film",
    "toolkits.Captions",
)
