"""Whether new stories are taken: the page for those who come meanwhile, the switch, and what is missing to open."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stories.forms.pause import PauseForm
from stories.holding_off import open_again, pause_new_stories
from stories.opening import closed_now
from stories.pausing import Pause
from stories.readiness import checks
from stories.sessions import door_page, opened_case
from workflows.people.doors import for_role
from workflows.people.enums import PAUSING, Role


def while_open(view):
    """Let a view begin a story while new ones are taken; else say kindly when to come back. A draft goes on."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        closed = closed_now()
        if closed is None or (opened_case(request) and request.resolver_match.url_name != "share"):
            return view(request, *args, **kwargs)
        return paused_page(request, closed)

    return wrapped


def paused_page(request, closed, submission=None):
    """Return the page that says why, until when, where help is, and that what was written is safe."""
    return door_page(request, "stories/share/paused.html", closed=closed, submission=submission)


@for_role(*PAUSING)
@require_http_methods(["GET", "HEAD", "POST"])
def new_stories(request):
    """Pause new stories until a day, or take them again."""
    form = PauseForm(request.POST if request.POST.get("do") == "pause" else None)
    if request.POST.get("do") == "open":
        open_again(person=request.user)
        messages.success(request, _("New stories are taken again."))
        return redirect("stories:new_stories")
    if form.is_valid():
        pause = pause_new_stories(person=request.user, **form.cleaned_data)
        said = _("New stories are paused. They are taken again from %(day)s on. Drafts are safe.")
        messages.success(request, said % {"day": date_format(pause.reopens_on, "j F")})
        return redirect("stories:new_stories")
    context = {"form": form, "pause": Pause.objects.standing().select_related("begun_by").first()}
    return TemplateResponse(request, "stories/opening/pause.html", context | {"closed": closed_now()})


@for_role(Role.ADMINISTRATOR, Role.SAFEGUARDING)
@require_safe
def opening(request):
    """Show what is missing before anybody is asked for a story."""
    found = checks()
    context = {"checks": found, "missing": sum(not check.ok for check in found), "closed": closed_now()}
    return TemplateResponse(request, "stories/opening/checks.html", context)
