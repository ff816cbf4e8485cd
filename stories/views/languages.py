"""Sharing is open in a language once everything an author is asked to agree to is approved in it."""

from functools import wraps

from django.conf import settings
from django.shortcuts import render
from django.urls import translate_url
from django.utils import translation

from stories.sessions import private
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import ConsentWording


def in_open_language(view):
    """Let a view run in a language in which an author can be asked; in another, say in which ones they can be."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        return closed_page(request) or view(request, *args, **kwargs)

    return wrapped


def closed_page(request):
    """Return the page that says where sharing is open, or None where it is open here. Typed text is given back."""
    ready = ConsentWording.objects.languages(AT_SENDING)
    if translation.get_language() in ready:
        return None
    context = {
        "languages": [
            {"code": code, "name": translation.get_language_info(code)["name_local"], "url": _address(request, code)}
            for code, _name in settings.LANGUAGES
            if code in ready
        ]
    }
    return private(render(request, "stories/share/not_in_this_language.html", context))


def _address(request, code: str) -> str:
    return translate_url(request.path, code)
