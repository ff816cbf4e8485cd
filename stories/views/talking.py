"""The author talks to a person: a message, a call, and a week after publication the question how it is."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.forms.my_story import MessageForm
from stories.forms.talking import CallForm
from stories.sharing import Sharing
from stories.status import Place, Status
from stories.talking import ask_for_a_call, settle

from .my_story import EVERYWHERE, by_a_press, send_message, where


@where(EVERYWHERE)
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, status: Status):
    """Show every way to a person, and take a message: from every state, a pause too."""
    form = MessageForm(request.POST or None)
    if request.method == "POST" and status.place != Place.DRAFT and form.is_valid():
        return send_message(request, form)
    return _talk(request, status, form=form)


@where(EVERYWHERE)
@by_a_press
def call(request: HttpRequest, status: Status):
    """Ask for a call."""
    form = CallForm(request.POST)
    if not form.is_valid():
        return _talk(request, status, call_form=form)
    ask_for_a_call(case=request.submission.case, **form.cleaned_data)
    messages.success(request, _("We’ll call you when we are there. Few of us can see your number."))
    return redirect("stories:my_story")


@where(frozenset({Place.PUBLISHED}))
@by_a_press
def settled(request: HttpRequest, status: Status):
    """Note that all is fine."""
    settle(case=request.submission.case)
    messages.success(request, _("Thank you. Your page stays as it is. You can change your mind on any day."))
    return redirect("stories:my_story")


def _talk(request, status, *, form=None, call_form=None):
    sharing = Sharing.load()
    context = {
        "form": form or MessageForm(),
        "call_form": call_form or CallForm(),
        "sharing": sharing,
        "status": status,
        "is_draft": status.place == Place.DRAFT,
    }
    return render(request, "stories/my_story/talk.html", context)
