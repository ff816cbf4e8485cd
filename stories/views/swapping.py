"""The author's picture and recording once their page is with them: leave it out, put it back, give another."""

from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.attachments import Attachment
from stories.forms.swapping import NewPictureForm, NewSoundForm
from stories.pictures import PICTURE_BYTES
from stories.sounds import SOUND_BYTES
from stories.status import Status
from stories.swapping import COLUMNS, leave_out, put_back, rows_about, swap
from stories.uploads import takes_a_file
from workflows.review.cases import draft_of
from workflows.review.enums import Answer

from .attach import may_record
from .my_story import WITH_AUTHOR, where

form_page = require_http_methods(["GET", "HEAD", "POST"])


@takes_a_file(PICTURE_BYTES)
@form_page
@where(WITH_AUTHOR)
def picture(request: HttpRequest, status: Status):
    """Show the picture, and take what its author does with it."""
    return _screen(request, status, NewPictureForm)


@takes_a_file(SOUND_BYTES)
@may_record
@csp_update({"media-src": ["blob:"]})  # to listen before it is sent
@form_page
@where(WITH_AUTHOR)
def sound(request: HttpRequest, status: Status):
    """Show the recording, and take what its author does with it."""
    return _screen(request, status, NewSoundForm)


def _screen(request, status, form_class):
    kind, case = form_class.kind, request.submission.case
    draft = draft_of(status.page)
    on_page = getattr(draft, COLUMNS[kind])
    rows = [row for row in rows_about(status.step, kind) if not row.turned_down]
    context = {
        "kind": kind.value,
        "page": status.page,
        "on_page": on_page,
        "row": rows[-1] if rows else None,
        "is_new": bool(rows) and rows[-1].answer == Answer.OWN,
        "newest": Attachment.objects.latest(case, kind=kind),
        "alt": draft.author_picture_alt,
    }
    if request.method != "POST":
        return _show(request, context | {"form": form_class(on_page=on_page, alt=context["alt"])})
    do = request.POST.get("do", "")
    if do in ("out", "back"):
        (leave_out if do == "out" else put_back)(case=case, kind=kind)
        messages.success(request, _("It is left out. You can put it back.") if do == "out" else _("It is back."))
        return redirect(f"stories:change_{kind.value}")
    form = form_class(request.POST, request.FILES, on_page=on_page, alt=context["alt"], too_big=request.is_far_too_big)
    if not form.is_valid():
        return _show(request, context | {"form": form})
    swap(case=case, kind=kind, **form.answers())
    messages.success(request, _("We have it. Our staff and one volunteer look at it before it goes on your page."))
    return redirect("stories:my_story")


def _show(request, context):
    return render(request, "stories/my_story/change_file.html", context)
