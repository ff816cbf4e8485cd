"""A pack’s files for everyone; its releases for those who publish it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.documents.models import Document

from home.errors import gone
from workflows.review.errors import Refused

from .actions import count_download, make_release, recall_release
from .counting import chart_of, files_of
from .differences import changes_since
from .enums import Holds, ReleaseState
from .errors import NotYours
from .filefacts import belongs_to_a_lesson, given_out
from .filetypes import type_of
from .forms import RecallForm, ReleaseForm
from .models import PackPage, PackRelease, ReleaseFile, Resource
from .robots import is_robot
from .rules import can_make_release
from .serving import Sent, send_file
from .snapshot import read

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"


@require_safe
def download(request, slug):
    """Send the current release. No account, no cookie; one more in a number."""
    pack = _pack(slug)
    release = pack.releases.current().first()
    if release is None:
        raise Http404
    file = release.files.filter(holds=Holds.WHOLE).first()
    return _send(request, release, file, ASK_AGAIN)


@require_safe
def download_version(request, slug, sha256, name):
    """Send that very file of that very release, the same for ever; or say that it was called back, and why."""
    files = ReleaseFile.objects.filter(release__pack=_pack(slug), sha256=sha256, name=name)
    file = files.select_related("release__pack").order_by("-release__state").first()
    if file and file.release.state == ReleaseState.RECALLED:
        context = {"release": file.release, "pack": file.release.pack}
        return TemplateResponse(request, "toolkits/recalled.html", context, status=410)
    if file is None or file.release.state != ReleaseState.READY:
        raise Http404
    return _send(request, file.release, file, FOREVER)


def _pack(slug) -> PackPage:
    return get_object_or_404(PackPage.objects.live().public(), slug=slug, locale__language_code=get_language())


def _send(request, release, file, cache):
    if file is None or not file.path.is_file():
        raise Http404
    if release.pack.is_paused() or release.is_held_back():
        return gone(request)
    sent = Sent(file.path, file.size, file.sha256, file.name, type_of(file.name).content_type)
    response = send_file(request, sent, cache=cache)
    if _is_a_new_download(request, response):
        count_download(release=release, file=file.name)
    return response


@require_safe
def file(request, sha256, name):
    """Send one file of a lesson or a film, by its digest. While its lesson is paused, it is gone."""
    found = Document.objects.filter(facts__sha256=sha256).select_related("facts")
    document = found.filter(given_out()).first()
    if document is None:
        if found.filter(belongs_to_a_lesson()).exists():
            return gone(request)
        raise Http404
    kind = type_of(document.filename)
    sent = Sent(document.file.path, document.facts.size, sha256, document.filename, kind.content_type)
    response = send_file(request, sent, cache=ASK_AGAIN, shown=kind.content_type.startswith(("video/", "text/vtt")))
    if _is_a_new_download(request, response):
        _count_original(document)
    return response


def _count_original(document) -> None:
    """Count an original with the release that schools have at the moment, where its lesson's pack has one."""
    one = Resource.objects.filter(document=document).select_related("session").first()
    pack = one and PackPage.objects.ancestor_of(one.session).first()
    if pack and (release := pack.current_release()):
        count_download(release=release, file=document.filename)


def _is_a_new_download(request, response) -> bool:
    """Tell whether a file begins to be sent to somebody: not a look at its size, not the rest of one, not a robot."""
    part = response.headers.get("Content-Range", "bytes 0-")
    new = request.method == "GET" and response.status_code in {200, 206} and part.startswith("bytes 0-")
    return new and not is_robot(request.headers.get("User-Agent", ""))


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
            messages.success(request, _("The release is being made. This page shows how far it has come."))
            return redirect("toolkits_releases", pack.pk)
    context = _releases_context(pack, form)
    again = {"Refresh": "3"} if context["making"] and not form.errors else None  # seconds until the page looks again
    return TemplateResponse(request, "toolkits/admin/releases.html", context, headers=again)


def _releases_context(pack: PackPage, form: ReleaseForm) -> dict:
    last = pack.current_release()
    try:
        changes, problem = changes_since(read(pack.pk).contents(), last), None
    except Refused as refusal:
        changes, problem = [], refusal.message
    found = list(PackRelease.objects.filter(pack=pack).select_related("asked_by"))
    return {
        "pack": pack,
        "form": form,
        "last": last,
        "changes": changes,
        "problem": problem,
        "releases": found,
        "making": any(one.state == ReleaseState.MAKING for one in found),
    }


def recall(request, pack_id, release_id):
    """Ask why a release is called back, and call it back."""
    release = get_object_or_404(PackRelease.objects.ready().select_related("pack"), pk=release_id, pack=pack_id)
    if not can_make_release(request.user, release.pack):
        raise NotYours
    form = RecallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        recall_release(release=release, person=request.user, **form.cleaned_data)
        messages.success(request, _("Version %s is called back. A new one is being made.") % release.number)
        return redirect("toolkits_releases", pack_id)
    return TemplateResponse(
        request, "toolkits/admin/recall.html", {"release": release, "pack": release.pack, "form": form}
    )


def downloads(request, pack_id):
    """Show how often a pack's files were downloaded: a chart, and its table."""
    pack = get_object_or_404(PackPage, pk=pack_id)
    if not can_make_release(request.user, pack):
        raise NotYours
    context = {"pack": pack, "chart": chart_of(pack), "files": files_of(pack)}
    return TemplateResponse(request, "toolkits/admin/downloads.html", context)
