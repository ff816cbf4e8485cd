"""Readers by name in the golden thread: those who agreed before they voted, and still do today.

The author sees the names before their yes, so no name may come to a page after it; one may leave at any time. That is
why names lie outside the seal: what is taken away needs nobody's yes.
"""

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import get_text_list
from django.utils.translation import gettext as _


def readers_in_words(votes, *, until=None) -> str:
    """Return who read a page, in a sentence; `until` is the author's yes, where there is one."""
    names = list(dict.fromkeys(filter(None, (_name(vote, until) for vote in votes))))
    if not names:
        return _("Volunteers with lived experience of their own.")
    listed = {"names": get_text_list(names, _("and"))}
    if len(names) < len(votes):
        return _("Volunteers with lived experience of their own. Among them: %(names)s.") % listed
    return _("Volunteers with lived experience of their own: %(names)s.") % listed


def _name(vote, until) -> str:
    try:
        mine = vote.reading.champion.champion
    except ObjectDoesNotExist:
        return ""
    agreed = mine.shown_since and mine.shown_since <= vote.cast_at
    return mine.shown_name if agreed and (until is None or vote.cast_at <= until) else ""
