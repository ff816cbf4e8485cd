"""Kinder words and reasons as readers need them: read once a language, then kept until something that shows changes."""

from django.conf import settings

from .pagecache.remembered import remembered
from .readers import StyleWord, SuggestionReason
from .style import Hint


def kinder_words(language: str) -> list[Hint]:
    """Return the kinder words for a text in this language."""
    return remembered(f"kinder:{language}", lambda: _hints(language))


def reasons_in(language: str) -> list[str]:
    """Return the reasons to choose from in a site's language, else in the first one."""
    return remembered(f"reasons:{language}", lambda: _reasons(language) or _reasons(settings.LANGUAGE_CODE))


def _hints(language: str) -> list[Hint]:
    return [Hint(word.phrase, word.instead, word.why) for word in StyleWord.objects.filter(language=language)]


def _reasons(language: str) -> list[str]:
    return list(SuggestionReason.objects.filter(locale__language_code=language).values_list("text", flat=True))
