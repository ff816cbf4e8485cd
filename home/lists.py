"""Kinder words and reasons as readers need them: read once a language, then kept until something that shows changes."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache

from .frame import KEPT_FOR
from .pagecache.generation import generation
from .readers import StyleWord, SuggestionReason
from .style import Hint


def kinder_words(language: str) -> list[Hint]:
    """Return the kinder words for a text in this language."""
    return _kept(f"kinder:{language}", lambda: _hints(language))


def reasons_in(language: str) -> list[str]:
    """Return the reasons to choose from in a site's language, else in the first one."""
    return _kept(f"reasons:{language}", lambda: _reasons(language) or _reasons(settings.LANGUAGE_CODE))


def _hints(language: str) -> list[Hint]:
    return [Hint(word.phrase, word.instead, word.why) for word in StyleWord.objects.filter(language=language)]


def _reasons(language: str) -> list[str]:
    return list(SuggestionReason.objects.filter(locale__language_code=language).values_list("text", flat=True))


def _kept(key: str, read: Callable[[], list]) -> list:
    key = f"{key}:{generation().read()}"
    found = cache.get(key)
    if found is None:
        found = read()
        cache.set(key, found, KEPT_FOR)
    return found
