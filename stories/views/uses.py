"""Each use of a story on its own switch, asking for longer, telling more on the page, and an author's own copy."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.agreed import asked_of
from stories.status import Place, Status
from stories.uses import renew, say_no, say_yes, shown_wording
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent, ConsentWording
from workflows.review.errors import Frozen, Stale
from workflows.review.telling import page_with_details, tell_on_page
from workflows.review.thread import thread_of

from .my_story import EVERYWHERE, NOT_PAUSED, WITH_AUTHOR, by_a_press, where, wording_shown

SENT = EVERYWHERE - {Place.DRAFT}
PUBLISHED = frozenset({Place.PUBLISHED})


@where(SENT)
@require_http_methods(["GET", "HEAD", "POST"])
def uses(request: HttpRequest, status: Status):
    """Show each use with its own yes and no, and take one press. A no counts at any time, a yes while not paused."""
    use = _posted_use(request)
    if use and request.POST.get("answer") == "no" and use != Use.HEALTH:
        say_no(case=request.submission.case, use=use)
        messages.success(request, _("Done. You said no to: %(use)s.") % {"use": use.label})
        return redirect("stories:my_story" if use == Use.PUBLISH else "stories:uses")  # it says until when we keep it
    if status.place == Place.PAUSED:
        raise Frozen
    if use and request.POST.get("answer") == "yes":
        return _yes(request, status, use)
    return uses_page(request, status)


def _yes(request, status, use):
    """Record a yes to one use; what the page tells is decided where it is shown."""
    if use == Use.DETAILS:
        return redirect("stories:tell") if status.place == Place.PUBLISHED else redirect("stories:uses")
    try:
        say_yes(case=request.submission.case, use=use, wording=wording_shown(request))
    except Stale:
        return uses_page(
            request, status, _("We changed these words since you opened the page. Please read them again.")
        )
    messages.success(request, _("Done. You said yes to: %(use)s.") % {"use": use.label})
    return redirect("stories:uses")


def uses_page(request: HttpRequest, status: Status, problem: str = ""):
    """Show the switches, and what is in the way."""
    context = {
        "asked": asked_of(request.submission.case),
        "problem": problem,
        "place": status.place.value,
        "with_author": status.place in WITH_AUTHOR,
    }
    return render(request, "stories/my_story/uses.html", context)


@where(NOT_PAUSED)
@by_a_press
def longer(request: HttpRequest, status: Status):
    """Take a new yes to publishing for as long again, or let it end on its day."""
    if request.POST.get("answer") != "yes":
        messages.success(
            request, _("All right. Nothing changes today. You can still say yes. This page says until when.")
        )
        return redirect("stories:my_story")
    try:
        renew(case=request.submission.case, wording=wording_shown(request))
    except Stale:
        return uses_page(
            request, status, _("We changed these words since you opened the page. Please read them again.")
        )
    messages.success(request, _("Thank you. Your yes holds for longer now."))
    return redirect("stories:my_story")


@where(PUBLISHED)
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, status: Status):
    """Show exactly what the page would tell, and take the yes to exactly that."""
    case = request.submission.case
    page = page_with_details(case)
    wording = ConsentWording.objects.current(get_language()).get(Use.DETAILS)
    if wording is None:
        return redirect("stories:uses")
    problem = ""
    if request.method == "POST":
        try:
            shown = shown_wording(Use.DETAILS, wording_shown(request))
            tell_on_page(case=case, digest=request.POST.get("digest", ""), wording=shown)
        except Stale:
            problem = _("This changed since you opened it. Please look again.")
        else:
            messages.success(request, _("Done. The end of your page tells it now."))
            return redirect("stories:uses")
    thread = thread_of(page, details=True, yes_at=timezone.now())
    context = {"thread": thread, "digest": page.digest(), "wording": wording, "problem": problem}
    return render(request, "stories/my_story/tell.html", context)


@where(SENT)
@require_http_methods(["GET", "HEAD"])
def receipt(request: HttpRequest, status: Status):
    """Show what was agreed to, with dates and versions, to keep or to print. No code, no reference, no word of it."""
    consents = Consent.objects.filter(case=request.submission.case).select_related("wording").order_by("given_at")
    context = {"consents": consents, "standing": Consent.objects.standing().filter(case=request.submission.case)}
    return render(request, "stories/my_story/receipt.html", context)


def _posted_use(request) -> Use | None:
    use = request.POST.get("use", "")
    return Use(use) if use in Use.values else None
