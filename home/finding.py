"""Lets search find news, guest articles and people's projects: what is live in the language asked in."""

from .models import ArticlePage, ProjectPage
from .searching import Result, register_source


def _results(model):
    def found(keys, language, closed, request) -> dict[int, Result]:
        pages = model.objects.live().exclude(closed).filter(pk__in=keys, locale__language_code=language)
        return {page.pk: Result(page.get_url(request), page.title, page.intro) for page in pages}

    return found


register_source(ArticlePage, _results(ArticlePage))
register_source(ProjectPage, _results(ProjectPage))
