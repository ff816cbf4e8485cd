"""Pictures and recordings as the world sees and hears them, and before it their author alone."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from stories.attachments import Attachment
from stories.models import StoriesIndexPage, StoryPage
from stories.serving import file_of, for_a_short_time
from stories.sessions import opened_case, private, private_page
from workflows.safeguarding.frozen import is_frozen


@require_safe
def attached(request: HttpRequest, slug: str, pk):
    """Show a file while the page that carries it may be read; before that to its author alone, who is looking at it.

    A page that is gone or frozen answers as its own address does.
    """
    index = get_object_or_404(StoriesIndexPage, locale__language_code=get_language())
    story = StoryPage.objects.public().child_of(index).filter(slug=slug).first()
    if story and pk in story.attached_keys and not index.is_gone(slug):
        return for_a_short_time(file_of(Attachment.objects.get(pk=pk), request))
    author = opened_case(request)
    if author and not is_frozen(author.case) and Attachment.objects.filter(pk=pk, case=author.case).exists():
        return _own(request, pk=pk)
    if index.is_gone(slug):
        return index.serve(request, gone=True)
    raise Http404


@require_safe
@private_page
def own(request: HttpRequest, kind: str):
    """Show an author their own picture or recording, wherever their story stands, unless it is paused."""
    return _own(request, kind=kind)


def _own(request, **which):
    submission = opened_case(request)
    if submission is None or is_frozen(submission.case):
        raise Http404
    attachment = Attachment.objects.latest(submission.case, **which)
    if attachment is None:
        raise Http404
    return private(file_of(attachment, request))
