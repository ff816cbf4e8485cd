"""Stories for feed readers and for search engines: public ones only, no word of a story that carries a note."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.maps import TreeMap
from home.models import Topic

from .display import byline_of, teaser_of
from .listing import Wish, chosen
from .models import StoriesIndexPage, StoryPage

NEWEST = 20


def _index():
    return StoriesIndexPage.objects.live().filter(locale__language_code=get_language()).first()


def _stories():
    return StoryPage.objects.public().filter(locale__language_code=get_language())


class StoriesFeed(Feed):
    """The newest stories of one language, as Atom."""

    feed_type = Atom1Feed

    def title(self):
        return f"Golden Thread · {_('Stories')}"

    def link(self):
        index = _index()
        return index.url if index else "/"

    def subtitle(self):
        return _("Stories, in people’s own words")

    def items(self):
        return list(chosen(_stories(), Wish())[:NEWEST])

    def item_title(self, item):
        return item.headline

    def item_description(self, item):
        return teaser_of(item)

    def item_link(self, item):
        return item.url

    def item_author_name(self, item):
        return byline_of(item)

    def item_pubdate(self, item):
        return item.first_published_at


class TopicFeed(StoriesFeed):
    """The newest stories of one language about one topic."""

    def get_object(self, request, topic):
        """Return the topic an address names. Raises Http404 for one that is not on the list."""
        return get_object_or_404(Topic, slug=topic)

    def title(self, topic):
        return f"Golden Thread · {topic.name}"

    def link(self, topic):
        index = _index()
        return f"{index.url}{Wish(topic=topic.slug).address()}" if index else "/"

    def items(self, topic):
        return list(chosen(_stories(), Wish(topic=topic.slug))[:NEWEST])


class StoriesMap(TreeMap):
    """The index of each language and every public story."""

    limit = 5_000

    def pages(self):
        stories = StoryPage.objects.public().select_related("locale").order_by("-first_published_at", "-pk")
        return [*StoriesIndexPage.objects.live().public().select_related("locale"), *stories[:20_000]]
