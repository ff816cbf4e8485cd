"""What kind of thing a page is, in the words of schema.org; each app says it of its own kinds of pages."""

from collections.abc import Callable

from django.conf import settings
from django.templatetags.static import static

from .models import ArticlePage, HomePage, ProjectPage

_kinds: dict[type, Callable] = {}


def register_structured(model: type, described: Callable) -> None:
    """Let pages of a model be described: `described(page)` returns a map, without what every page has."""
    _kinds[model] = described


def structured_data(page, request) -> dict:
    """Return the description of a page, or nothing for a kind nobody describes."""
    described = _kinds.get(type(page))
    if described is None:
        return {}
    common = {"url": page.full_url, "inLanguage": page.locale.language_code, "publisher": _us(request)}
    return {"@context": "https://schema.org", **common, **described(page)}


def _us(request) -> dict:
    return {
        "@type": "Organization",
        "name": settings.SITE_NAME,
        "url": request.build_absolute_uri("/"),
        "logo": request.build_absolute_uri(static("img/favicon.svg")),
    }


def _home(page) -> dict:
    return {"@type": "WebSite", "name": settings.SITE_NAME, "description": page.search_description}


def _article(page) -> dict:
    author = {"author": {"@type": "Person", "name": page.author}} if page.author else {}
    day = page.on.isoformat()
    return {"@type": "Article", "headline": page.title, "description": page.intro, "datePublished": day, **author}


def _project(page) -> dict:
    return {"@type": "Article", "headline": page.title, "description": page.intro, "datePublished": page.on.isoformat()}


register_structured(HomePage, _home)
register_structured(ArticlePage, _article)
register_structured(ProjectPage, _project)
