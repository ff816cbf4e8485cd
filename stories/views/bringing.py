"""Safeguarding brings in a story for its author, and prints the ten words that are its author's from then on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.bringing import bring_story, hand_over, open_ten_words
from stories.enums import State
from stories.forms.bringing import BringForm
from stories.rules import can_intake
from stories.submission import Submission
from workflows.people.doors import for_role
from workflows.people.enums import Band, Role
from workflows.people.models import AgeMark
from workflows.review.views.refusals import explained

BACK = "stories:intake"


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request):
    """Type in a story from paper, a call or a former site."""
    bands = [band for band in Band if band != Band.UNDER_13 and can_intake(request.user, AgeMark(band=band))]
    form = BringForm(request.POST if request.method == "POST" else None, bands=bands)
    if request.method == "POST" and form.is_valid():
        submission = bring_story(person=request.user, **form.answers())
        messages.success(request, _("It is in, and waits at intake. Now print the ten words for its author."))
        return redirect("stories:intake_ten_words", submission.case)
    return TemplateResponse(request, "stories/intake/bring.html", {"form": form})


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def ten_words(request, case):
    """Show the ten words to print until somebody says that they are handed over."""
    get_object_or_404(Submission.objects.exclude(state=State.DRAFT), case=case)
    if request.method == "POST":
        hand_over(case=case, person=request.user)
        messages.success(request, _("We have forgotten the ten words. Only who holds the paper knows them."))
        return redirect("stories:intake_story", case)
    words = open_ten_words(case=case, person=request.user)
    if not words:
        messages.info(request, _("The ten words were handed over. Nobody here knows them."))
        return redirect("stories:intake_story", case)
    door = request.build_absolute_uri(reverse("stories:door"))
    return TemplateResponse(request, "stories/intake/ten_words.html", {"words": words.split(), "door": door})
