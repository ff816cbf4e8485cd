"""The author wants to change something, or needs more time: at every step before the yes, and in a new round."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from stories.forms.changing import ChangeForm
from stories.status import Place, Status
from stories.talking import more_time_to_answer
from workflows.review.cases import draft_of
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.rewriting import begin_change, change_words, keep_as_it_was, need_more_time, own_words_of

from .changing_sent import change_sent
from .deciding import ANEW
from .my_story import NOT_PAUSED, WITH_AUTHOR, by_a_press, where

ANSWERING = WITH_AUTHOR | {Place.ASKED}
WITH_OTHERS = frozenset({Place.BEING_READ, Place.BEING_PREPARED})
CHANGING = WITH_AUTHOR | WITH_OTHERS


@where(NOT_PAUSED)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, status: Status):
    """Show the words to change where they are with their author; elsewhere say how to get there."""
    if status.place == Place.PUBLISHED:
        return _begin(request)
    if status.place in (Place.SENT, Place.ASKED):
        return change_sent(request, status)
    if status.place not in CHANGING:
        if request.method == "POST":
            raise Late
        return render(request, "stories/my_story/change_later.html", {"place": status.place.value})
    if request.method != "POST":
        return _show(request, status, ChangeForm(words=own_words_of(status.page)))
    form = ChangeForm(request.POST, words=own_words_of(status.page))
    return _change(request, status, form) if form.is_valid() else _show(request, status, form)


def _change(request, status, form):
    """Take what changed. Nothing typed is lost when it can't be taken."""
    if form.is_stale:
        return changed_again(request, status, ANEW)
    try:
        digest = draft_of(status.page).words_digest()
        number = change_words(case=request.submission.case, digest=digest, words=form.texts())
    except (Late, Frozen):
        raise
    except Stale:
        return changed_again(request, status, ANEW)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _show(request, status, form)
    messages.success(request, _said(number))
    return redirect("stories:my_story")


def _said(number: int) -> str:
    if not number:
        return _("You changed nothing. Your story is as it was.")
    return ngettext(
        "One part is changed. Our staff and one volunteer read new words before they go on your page.",
        "%(number)d parts are changed. Our staff and one volunteer read new words before they go on your page.",
        number,
    ) % {"number": number}


def changed_again(request: HttpRequest, status: Status, problem=""):
    """Show the form with what was typed before on another page."""
    form = ChangeForm(request.POST, words=own_words_of(status.page), again=True)
    if problem:
        form.add_error(None, problem)
    return _show(request, status, form)


def _begin(request):
    """Begin a new round, the old text up or down as the author chooses."""
    meanwhile = request.POST.get("meanwhile", "")
    if meanwhile not in ("up", "down"):
        context = {"problem": _("Choose what happens with your page meanwhile.") if request.method == "POST" else ""}
        return render(request, "stories/my_story/change_published.html", context)
    begin_change(case=request.submission.case, stays_up=meanwhile == "up")
    return redirect("stories:change")


def _show(request, status, form):
    draft = draft_of(status.page)
    context = {
        "form": form,
        "has_picture": draft.author_picture_id,
        "has_sound": draft.sound_id,
        "status": status,
        "was_out": bool(status.page.sealed_with),
        "is_up": status.page.live,
        "place": status.place.value,
        "with_author": status.place in WITH_AUTHOR,
    }
    return render(request, "stories/my_story/change.html", context)


@where(WITH_AUTHOR)
@by_a_press
def keep_old(request: HttpRequest, status: Status):
    """End a new round: the page is as it was."""
    keep_as_it_was(case=request.submission.case)
    messages.success(request, _("Your page is as it was before. Anyone can read it."))
    return redirect("stories:my_story")


@where(ANSWERING)
@by_a_press
def more_time(request: HttpRequest, status: Status):
    """Move the author's own date, as often as they like."""
    act = more_time_to_answer if status.place == Place.ASKED else need_more_time
    day = date_format(act(case=request.submission.case), "j F Y")
    messages.success(
        request, _("That’s fine. You have until %(day)s now. You can ask for more, any time.") % {"day": day}
    )
    return redirect("stories:my_story")
