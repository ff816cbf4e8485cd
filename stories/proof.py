"""The page as it will look, before anyone else can see it: the same template and the same values as in public."""

from django.template.loader import render_to_string
from django.utils import timezone, translation

from workflows.review.thread import tells_details, thread_of


def article_of(draft, request, *, day=None) -> str:
    """Return the article of a draft's page as markup, as if its author said yes now and it appeared on `day`."""
    now = timezone.now()
    with translation.override(draft.locale.language_code):
        context = draft.get_context(request) | {
            "published": day or now,
            "topics": sorted(draft.tags.all(), key=lambda topic: topic.name),
            "thread": thread_of(draft.case, details=tells_details(draft), yes_at=now),
        }
        return render_to_string("stories/article.html", context, request)
