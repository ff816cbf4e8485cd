"""Coming back through the door with something typed: the form it was typed in, filled again and not yet sent."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stories.forms.my_story import MessageForm, WorryForm
from stories.status import Status

from .changing import changed_again
from .deciding import filled_again
from .my_story import EVERYWHERE, NOT_PAUSED, WITH_AUTHOR, room_page, where


def welcome_back(request: HttpRequest):
    """Lead to the room, or to the form somebody was in when the door shut."""
    view = AGAIN.get(request.POST.get("step"))
    return view(request) if view else redirect("stories:my_story")


@where(WITH_AUTHOR)
def suggestions(request: HttpRequest, status: Status):
    """Show the answers as they were typed."""
    _say(request)
    return filled_again(request, status)


@where(WITH_AUTHOR)
def change(request: HttpRequest, status: Status):
    """Show the author's own changes as they were typed."""
    _say(request)
    return changed_again(request, status)


@where(NOT_PAUSED)
def message(request: HttpRequest, status: Status):
    """Show the message as it was typed."""
    _say(request)
    return room_page(request, status, MessageForm(initial=_text(request)))


@where(EVERYWHERE)
def worry(request: HttpRequest, status: Status):
    """Show the worry as it was typed."""
    _say(request)
    context = {"form": WorryForm(initial=_text(request)), "status": status}
    return render(request, "stories/my_story/worry.html", context)


def _say(request):
    messages.success(request, _("Welcome back. What you typed is still here. It has not been sent yet."))


def _text(request):
    return {"text": request.POST.get("text", "")}


AGAIN = {"suggestions": suggestions, "change": change, "message": message, "talk": message, "worry": worry}
