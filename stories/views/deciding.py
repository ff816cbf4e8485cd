"""The author decides: answers to suggestions, the whole page, the yes, and second thoughts."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories.additions import NOTE, named
from stories.forms.answers import AnswersForm
from stories.proof import article_of
from stories.status import Status
from stories.uses import shown_wording
from workflows.people.enums import Band
from workflows.privacy.enums import Use
from workflows.privacy.models import ConsentWording
from workflows.review.actions import ask_for_soon, change_mind, seal
from workflows.review.answering import answer_suggestions, tell_details
from workflows.review.cases import draft_of
from workflows.review.errors import Frozen, Late, Refused, Stale
from workflows.review.models import Plea, Suggestion
from workflows.review.thread import tells_details

from .my_story import AFTER_YES, WITH_AUTHOR, by_a_press, where, wording_shown
from .topics import take_topic_off

ANEW = gettext_lazy("This changed since you opened it. What you typed is still here. Please look again.")
NEW_PAGE = gettext_lazy("The page changed since you opened it. This is the new one. Please look again.")


@where(WITH_AUTHOR)
@require_http_methods(["GET", "HEAD", "POST"])
def suggestions(request: HttpRequest, status: Status):
    """Show each suggestion beside the author's words, and keep the answers given so far."""
    draft = draft_of(status.page)
    asked = _asked(status)
    if request.method != "POST":
        return _suggestions(request, status, draft, _form(status, draft, asked))
    form = _form(status, draft, asked, request.POST)
    if not form.is_valid():
        return _suggestions(request, status, draft, form)
    try:
        _answer(draft, form)
    except (Late, Frozen):
        raise
    except Stale:
        return filled_again(request, status, ANEW)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _suggestions(request, status, draft, form)
    return _onward(request)


def _onward(request):
    """Lead where the press of an answered page goes."""
    if request.POST.get("next") == "page":
        return redirect("stories:the_page")
    if "topic" in request.POST:
        take_topic_off(request)
        return redirect(f"{reverse('stories:suggestions')}#added")
    if part := request.POST.get("keep"):
        return redirect(f"{reverse('stories:keep_part')}?{urlencode({'part': part})}")
    messages.success(request, _("Your answers are saved. Come back whenever you like."))
    return redirect("stories:my_story")


def _answer(draft, form):
    """Record the answers that are new; a second press of the same ones finds none. Raises Stale for an old page."""
    answers = form.new_answers()
    if form.is_foreign or (answers and form.is_stale):
        raise Stale
    if answers:
        answer_suggestions(case=draft.case, digest=draft.words_digest(), answers=answers)


def _form(status, draft, asked, data=None, **how) -> AnswersForm:
    pleas = Plea.objects.of_round(status.step)
    return AnswersForm(data, asked=asked, digest=draft.words_digest(), pleas=pleas, **how)


def _asked(status) -> list[Suggestion]:
    return list(Suggestion.objects.of_round(status.step))


def _suggestions(request, status, draft, form):
    left = sum(not suggestion.answer for suggestion in form.suggestions)
    context = {
        "form": form,
        "changes": form.changes(),
        "spelling": form.spelling(),
        "additions": form.additions(),
        "picture": draft.picture,
        "files": [row for row in form.asked if row.is_file and not row.answer],
        "topics": _topics(draft),
        "status": status,
        "left": left,
    }
    return render(request, "stories/my_story/suggestions.html", context)


def filled_again(request: HttpRequest, status: Status, problem=""):
    """Show the newest words and suggestions, with what was typed before on another page."""
    draft = draft_of(status.page)
    form = _form(status, draft, _asked(status), request.POST, again=True)
    if problem:
        form.add_error(None, problem)
    return _suggestions(request, status, draft, form)


@where(WITH_AUTHOR | AFTER_YES)
@require_http_methods(["GET", "HEAD", "POST"])
def the_page(request: HttpRequest, status: Status):
    """Show the whole page exactly as it will look; take the yes to exactly that."""
    if request.method != "POST":
        return _page(request, status)
    if status.place in AFTER_YES:
        return redirect("stories:my_story")
    if request.POST.get("answer") != "yes":
        messages.success(request, _("That’s fine. Your page stays with you. Nothing is published."))
        return redirect("stories:my_story")
    try:
        seal(case=request.submission.case, digest=request.POST.get("digest", ""))
    except (Late, Frozen):
        raise
    except Stale:
        return _page(request, status, NEW_PAGE)
    except Refused as refusal:
        return _page(request, status, refusal.message)
    messages.success(request, _("You said yes to this page. Thank you."))
    return redirect("stories:my_story")


def _page(request, status, problem=""):
    draft = draft_of(status.page)
    asked = Suggestion.objects.of_round(status.step).filter(turned_down=False)
    context = {
        "article": article_of(draft, request, day=status.step.publish_on),
        "digest": draft.digest(),
        "problem": problem,
        "said_yes": status.place in AFTER_YES,
        "topics": _topics(draft),
        "notes": [(key, named(NOTE + key, key)) for key in draft.notes],
        "left": asked.open_to_author().count(),
        "being_read": asked.pending().exists(),
        "looked_at": asked.unanswered().exists(),
        "status": status,
        "asked": asked.count(),
        "is_adult": request.submission.band == Band.ADULT,
        "details": tells_details(draft),
        "details_wording": ConsentWording.objects.current(get_language()).get(Use.DETAILS),
    }
    return render(request, "stories/my_story/the_page.html", context)


def _topics(draft) -> list:
    return sorted(draft.tags.all(), key=lambda topic: topic.name)


@where(WITH_AUTHOR)
@by_a_press
def thread_details(request: HttpRequest, status: Status):
    """Let the page tell how many suggestions there were, or not."""
    wording = None
    if request.POST.get("details") == "yes":
        try:
            wording = shown_wording(Use.DETAILS, wording_shown(request))
        except Stale:
            return _page(request, status, NEW_PAGE)
    tell_details(case=request.submission.case, wording=wording)
    return redirect("stories:the_page")


@where(AFTER_YES)
@by_a_press
def soon(request: HttpRequest, status: Status):
    """Note that the author does not want to wait a day."""
    ask_for_soon(case=request.submission.case)
    messages.success(request, _("We told the editor that you don’t want to wait a day."))
    return redirect("stories:my_story")


@where(AFTER_YES)
@require_http_methods(["GET", "HEAD", "POST"])
def second_thoughts(request: HttpRequest, status: Status):
    """Say what happens on a changed mind; take the yes back."""
    if request.method != "POST":
        return render(request, "stories/my_story/second_thoughts.html", {"status": status})
    change_mind(case=request.submission.case)
    messages.success(request, _("Your yes is taken back. The page is with you again, and nothing is published."))
    return redirect("stories:my_story")
