"""Writes down who opened unpublished words in Wagtail's admin: edit view, previews, drafts, comparisons."""

import datetime

from django.utils import timezone

from workflows.privacy.models import AccessLog

from .models import StoryPage

PAGES = "wagtailadmin_pages:"
SHOWN = {  # address: what of it the log says
    "story_suggest": "suggesting",
    "story_picture": "picture",
    "story_sound": "sound",
    f"{PAGES}edit": "editing",
    f"{PAGES}view_draft": "draft",
    f"{PAGES}preview_on_edit": "preview",
    f"{PAGES}workflow_preview": "preview",
    f"{PAGES}revisions_view": "earlier draft",
    f"{PAGES}revisions_revert": "earlier draft",
    f"{PAGES}revisions_compare": "comparison",
}
ONCE_IN = datetime.timedelta(minutes=10)  # the editor asks for its preview again with every sentence


class log_admin_reads:  # noqa: N801  (named as the middleware functions are)
    """After the answer, and only where it was shown."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        if match and match.view_name in SHOWN and response.status_code == 200:
            note_read(match.kwargs.get("page_id") or match.kwargs.get("pk"), request.user, SHOWN[match.view_name])
        return response


def note_read(page_id: int, person, what: str) -> None:
    """Log that somebody opened a story, unless the same was logged just now. Other pages are nobody's secret."""
    case = StoryPage.objects.filter(pk=page_id).values_list("translation_key", flat=True).first()
    if case is None:
        return
    lately = AccessLog.objects.filter(case=case, person=person, what=what, at__gte=timezone.now() - ONCE_IN)
    if not lately.exists():
        AccessLog.objects.create(case=case, person=person, what=what)
