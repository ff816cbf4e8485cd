"""Tags for a page's head and its picker of languages: alternates, a picture for previews, data for machines."""

import json

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from home.frame import frame
from home.second_reading import is_out_of_date, source_of
from home.structured import structured_data

register = template.Library()
SECTIONS = {"stories": "stories", "toolkits": "packs"}  # by app; pages of this one name their own
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def other_languages(context):
    """Return the other open languages, each with an address and whether this very page is there.

    A page that is not there yet leads to the first page of that language.
    """
    known = _in_others(context)
    homes = frame().homes
    return [
        {
            "code": code,
            "name": translation.get_language_info(code)["name_local"],
            "url": _address(known.get(code), context.get("request")) or homes[code],
            "is_there": code in known,
        }
        for code in _others(homes)
    ]


def _address(known, request) -> str:
    return known.get_url(request) if isinstance(known, Page) else known


def _others(homes) -> list[str]:
    here = translation.get_language()
    return [code for code, _name in settings.LANGUAGES if code != here and code in homes]


def _in_others(context) -> dict:
    """Return this very page, or its address, in each other open language that has it, asked for once a request."""
    request, page = context.get("request"), context.get("page")
    kept = getattr(request, "_in_others", None)
    if kept is None:
        others = _others(frame().homes)
        kept = (_same_form(request, others) or _translations(page, others)) if others else {}
        if request is not None:
            request._in_others = kept
    return kept


def _same_form(request, codes) -> dict[str, str]:
    """Return the same form in other languages; a page of the tree has translations instead."""
    match = getattr(request, "resolver_match", None)
    if not match or match.view_name in {None, "wagtail_serve"}:
        return {}
    here = {code: translate_url(request.path, code) for code in codes}
    return {code: address for code, address in here.items() if address != request.path}


def _translations(page, codes) -> dict:
    """Return the public translations of a page; a story's own `public()` leaves out what is not sealed."""
    if page is None or not page.pk:
        return {}
    others = type(page).objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    found = others.filter(locale__language_code__in=codes).live().public().select_related("locale")
    return {other.locale.language_code: other for other in found}


@register.inclusion_tag("components/older.html", takes_context=True)
def older_than_source(context):
    """Say that a translation is older than its source, with the way there; nothing in the first language."""
    page = context.get("page")
    match = getattr(context.get("request"), "resolver_match", None)
    here = translation.get_language()
    if not page or here == settings.LANGUAGE_CODE or not match or match.view_name != "wagtail_serve":
        return {"is_draft": here in settings.DRAFT_LANGUAGES}
    source = source_of(page)
    return {
        "is_draft": here in settings.DRAFT_LANGUAGES,
        "source_url": source.url if is_out_of_date(page, source) else "",
        "source_language": settings.LANGUAGE_CODE,
    }


@register.inclusion_tag("components/head.html", takes_context=True)
def head_of(context):
    """Say what machines ask of a public page: its other languages, a picture of its section, what kind of thing it is.

    Only a page of the tree says anything; forms and rooms have a head of their own.
    """
    page, request = context.get("page"), context.get("request")
    match = getattr(request, "resolver_match", None)
    if not (page and match and match.view_name == "wagtail_serve"):
        return {}
    others = _in_others(context)
    here = translation.get_language()
    everywhere = {here: page, **others}
    section = getattr(page, "section", SECTIONS.get(page._meta.app_label, "home"))
    return {
        "alternates": [(code, everywhere[code].full_url) for code in sorted(everywhere)] if others else [],
        "picture": request.build_absolute_uri(static(f"img/section-{section}.jpg")),
        "locale": translation.to_locale(here),
        "data": as_script(structured_data(page, request)),
    }


def as_script(data) -> SafeString:
    """Return data for machines as the one script a page holds inline: no browser runs it, and no word ends it early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>') if data else ""  # noqa: S308
