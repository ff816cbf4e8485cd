"""Beside the words: a picture, a recording. `stories.pictures` and `stories.sounds` make what `attaching` keeps."""

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django_permissions_policy.decorators import permissions_policy_override

from stories.attaching import attach, detach
from stories.attachments import Attachment
from stories.enums import UNDECIDED, State
from stories.forms.picture import PictureForm
from stories.forms.sound import SoundForm
from stories.pictures import PICTURE_BYTES
from stories.sessions import author_required
from stories.sounds import SOUND_BYTES
from stories.steps import LAST, NUMBERS
from stories.uploads import takes_a_file
from workflows.review.errors import Frozen, Late, Refused
from workflows.safeguarding.frozen import is_frozen

form_page = require_http_methods(["GET", "HEAD", "POST"])
may_record = permissions_policy_override(settings.PERMISSIONS_POLICY | {"microphone": "self"})


@takes_a_file(PICTURE_BYTES)
@form_page
@author_required
def picture(request: HttpRequest):
    """Show, take or remove the picture of a draft."""
    return _screen(request, PictureForm, "stories/share/picture.html")


@takes_a_file(SOUND_BYTES)
@may_record
@csp_update({"media-src": ["blob:"]})  # to listen before it is sent
@form_page
@author_required
def sound(request: HttpRequest):
    """Show, take or remove the recording of a draft."""
    return _screen(request, SoundForm, "stories/share/sound.html")


def _screen(request, form_class, template):
    submission = request.submission
    is_draft = submission.state == State.DRAFT
    if not is_draft and (submission.state not in UNDECIDED or is_frozen(submission.case)):
        return redirect("stories:share_sent")
    back = "stories:share_words" if is_draft else "stories:change"
    kept = Attachment.objects.filter(case=submission.case, kind=form_class.kind).first()
    if request.method != "POST":
        return _show(request, template, form_class(kept=kept), back)
    form = form_class(request.POST, request.FILES, kept=kept, too_big=request.is_far_too_big)
    try:
        if request.POST.get("do") == "remove":
            detach(case=submission.case, kind=form_class.kind)
            return redirect(back)
        if form.is_valid():
            attach(case=submission.case, kind=form_class.kind, **form.answers())
            return redirect(back)
    except (Late, Frozen):
        return redirect("stories:share_sent")
    except Refused as refusal:
        form.add_error(None, refusal.message)
    return _show(request, template, form, back)


def _show(request, template, form, back):
    context = {"form": form, "kept": form.kept, "back": back}
    if back == "stories:share_words":
        context |= {"step": NUMBERS["words"], "steps": LAST}
    return render(request, template, context)
