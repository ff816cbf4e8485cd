"""An author takes a topic or a content note off their page."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from stories.status import Status
from stories.topic_out import leave_note_out, leave_topic_out

from .my_story import WITH_AUTHOR, by_a_press, where


@where(WITH_AUTHOR)
@by_a_press
def leave_out(request: HttpRequest, status: Status):
    """Take one topic off, and show the page again."""
    take_topic_off(request)
    return redirect("stories:the_page")


@where(WITH_AUTHOR)
@by_a_press
def leave_out_note(request: HttpRequest, status: Status):
    """Take one content note off, and show the page again."""
    if leave_note_out(case=request.submission.case, key=request.POST.get("note", "")):
        messages.success(request, _("That note is off your page."))
    return redirect("stories:the_page")


def take_topic_off(request: HttpRequest) -> None:
    """Take off the topic whose press came with a form."""
    topic = request.POST.get("topic", "")
    number = int(topic) if topic.isascii() and topic.isdecimal() and len(topic) < 10 else 0
    if leave_topic_out(case=request.submission.case, topic=number):
        messages.success(request, _("That topic is off your page."))
