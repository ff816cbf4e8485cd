"""The page as it will look, before anyone else can see it: the same template and the same values as in public."""

from django.template.loader import render_to_string
from django.utils import timezone, translation


def article_of(draft, request, *, day=None) -> str:
    """Return the article of a draft's page as markup, as if it appeared on `day`, or today."""
    with translation.override(draft.locale.language_code):
        context = draft.get_context(request) | {
            "published": day or timezone.now(),
            "topics": sorted(draft.tags.all(), key=lambda topic: topic.name),
        }
        return render_to_string("stories/article.html", context, request)
