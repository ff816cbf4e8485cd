"""The link for an adult: what they meet behind it, and the author's way to make it anew."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stories.adult_links import AdultLink
from stories.agreeing import answer_adult_link, make_adult_link
from stories.sessions import author_required, private_page
from workflows.review.errors import Late

ANSWERS = {"agree": True, "cannot": False}


@private_page
@require_safe
def asked(request: HttpRequest, token: str):
    """Ask an adult whether they agree. What opens nothing leads to an address without a token: logs keep addresses."""
    if not AdultLink.objects.behind(token).exists():
        return redirect("stories:adult_ended")
    return render(request, "stories/adult/asked.html", {"token": token})


@private_page
@require_POST
def answer(request: HttpRequest):
    """Write down an adult's answer. The token comes in the form and stands in no address."""
    agrees = ANSWERS.get(request.POST.get("do"))
    known = agrees is not None and answer_adult_link(token=request.POST.get("token", ""), agrees=agrees)
    return redirect("stories:adult_thanks" if known else "stories:adult_ended")


@private_page
@require_safe
def words_for(request: HttpRequest, page: str):
    """Show an adult that their answer is with us, or that the link has ended and nothing more."""
    return render(request, f"stories/adult/{page}.html")


@require_POST
@author_required
def new_link(request: HttpRequest):
    """Give an author a new link for an adult; the old one stops working."""
    try:
        make_adult_link(case=request.submission.case)
    except Late:
        messages.info(request, _("No link is needed any more."))
    else:
        messages.success(request, _("Here is a new link. It is below. The old one does not work any more."))
    return redirect("stories:my_story")
