"""The map for search engines: pages that anybody may read, each with its other languages."""

from django.contrib.sitemaps import Sitemap

from .models import (
    ArticlePage,
    ArticlesIndexPage,
    HelpPage,
    HomePage,
    PlainPage,
    ProjectPage,
    ProjectsIndexPage,
    WhatChangedPage,
)

KINDS = (
    HomePage,
    PlainPage,
    HelpPage,
    WhatChangedPage,
    ArticlesIndexPage,
    ArticlePage,
    ProjectsIndexPage,
    ProjectPage,
)


class TreeMap(Sitemap):
    """Live pages of the tree. A subclass names the pages; each carries links to its translations."""

    def pages(self):
        """Return the pages, as a list."""
        raise NotImplementedError

    def items(self):
        """Return (page, addresses by language)."""
        pages = self.pages()
        found: dict = {}
        for page in pages:
            found.setdefault(page.translation_key, {})[page.locale.language_code] = page
        return [(page, found[page.translation_key]) for page in pages]

    def get_urls(self, page=1, site=None, protocol=None):
        """Return one row for each page, with its alternates."""
        return [
            {
                "item": item,
                "location": item.full_url,
                "lastmod": item.last_published_at,
                "changefreq": None,
                "priority": "",
                "alternates": [
                    {"location": other.full_url, "lang_code": code} for code, other in sorted(others.items())
                ]
                if len(others) > 1
                else [],
            }
            for item, others in self.paginator.page(page).object_list
        ]

    def get_latest_lastmod(self):
        """Return nothing: rows carry their own dates."""
        return


class PagesMap(TreeMap):
    """Home, plain pages, help, what changed, articles, projects."""

    def pages(self):
        return [
            page for kind in KINDS for page in kind.objects.live().public().select_related("locale").order_by("path")
        ]
