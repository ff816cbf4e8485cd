"""A pack’s file for everyone; its releases for those who publish it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.errors import gone
from workflows.review.errors import Refused

from .actions import count_download, make_release
from .errors import NotYours
from .forms import ReleaseForm
from .models import PackPage, PackRelease
from .rules import can_make_release
from .serving import send_file
from .snapshot import changes_since, read

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"


@require_safe
def download(request, slug, sha256=None):
    """Send the current release, or the one of this digest. No account, no cookie; one more in a number."""
    pack = get_object_or_404(PackPage.objects.live().public(), slug=slug, locale__language_code=get_language())
    wanted = pack.releases.ready().filter(sha256=sha256) if sha256 else pack.releases.current()
    release = wanted.first()
    if release is None or not release.path.is_file():
        raise Http404
    if pack.is_paused() or release.has_paused():
        return gone(request)
    response = send_file(
        request,
        release.path,
        size=release.size,
        etag=f'"{release.sha256}"',
        name=release.file_name,
        cache=FOREVER if sha256 else ASK_AGAIN,
    )
    if _is_a_new_download(request, response):
        count_download(release=release)
    return response


def _is_a_new_download(request, response) -> bool:
    """Tell whether a file begins to be sent: not a look at its size, not the rest of one that broke off."""
    part = response.headers.get("Content-Range", "bytes 0-")
    return request.method == "GET" and response.status_code in {200, 206} and part.startswith("bytes 0-")


def releases(request, pack_id):
    """List a pack’s releases and what changed since the last; make the next one."""
    pack = get_object_or_404(PackPage, pk=pack_id)
    if not can_make_release(request.user, pack):
        raise NotYours
    form = ReleaseForm(request.POST or None, pack=pack)
    if request.method == "POST" and form.is_valid():
        try:
            make_release(pack=pack, person=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(
                request, _("The release is being made. Reload this page in a moment to see whether it is ready.")
            )
            return redirect("toolkits_releases", pack.pk)
    return TemplateResponse(request, "toolkits/admin/releases.html", _releases_context(pack, form))


def _releases_context(pack: PackPage, form: ReleaseForm) -> dict:
    last = pack.current_release()
    try:
        changes, problem = changes_since(read(pack.pk).contents(), last), None
    except Refused as refusal:
        changes, problem = [], refusal.message
    return {
        "pack": pack,
        "form": form,
        "last": last,
        "changes": changes,
        "problem": problem,
        "releases": PackRelease.objects.filter(pack=pack).select_related("asked_by"),
    }
