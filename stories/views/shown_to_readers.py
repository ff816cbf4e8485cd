"""Pictures and recordings as safeguarding, champions and editors see and hear them before the world may."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from stories.attachments import Attachment
from stories.models import StoryPage
from stories.serving import file_of
from stories.sessions import private
from stories.telling import open_attachment
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.actions import open_reading
from workflows.review.answering import open_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.errors import Late
from workflows.review.models import Suggestion
from workflows.review.views.desk import own_reading
from workflows.review.views.refusals import explained


@for_role(Role.SAFEGUARDING)
@require_safe
def sent(request: HttpRequest, case, kind: str):
    """Show safeguarding what was sent with a story."""
    try:
        attachment = open_attachment(case=case, person=request.user, kind=kind)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return private(file_of(attachment, request))


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_safe
def read(request: HttpRequest, pk, kind: str):
    """Show a champion what stands beside the words they read. Each opening is logged with the reading."""
    reading = open_reading(reading=own_reading(request, pk), person=request.user)
    page = page_of(reading.case)
    if page is None:
        raise Late
    return private(file_of(_of_draft(page, kind), request))


@for_role(Role.SAFEGUARDING)
@explained(back="stories:intake")
@require_safe
def new_file(request: HttpRequest, pk):
    """Show safeguarding a new picture or recording before it is on any page; each opening is logged."""
    return _of_row(request, pk)


@for_role(Role.CHAMPION)
@explained(back="review:desk")
@require_safe
def changed_file(request: HttpRequest, pk):
    """Show it to the one champion who confirms it; each opening is logged."""
    return _of_row(request, pk)


def _of_row(request, pk):
    row = open_own_words(suggestion=get_object_or_404(Suggestion, pk=pk), person=request.user)
    digest = row.own_words.partition("\n")[0]
    return private(file_of(get_object_or_404(Attachment, case=row.case, sha256=digest, erased_at=None), request))


def prepared(request: HttpRequest, page_id: int, kind: str):
    """Show an editor what stands beside the words, from Prepare on."""
    page = get_object_or_404(StoryPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return private(file_of(_of_draft(page, kind), request))


def _of_draft(page, kind) -> Attachment:
    return get_object_or_404(Attachment, kind=kind, pk__in=draft_of(page).attached_keys)
