"""Safeguarding's intake: what was sent, decided on one story at a time."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from stories.actions import accept, ask, decline, open_contact, read_submission, record_agreement
from stories.adult_letters import mail_adult_link
from stories.agreeing import make_adult_link
from stories.attachments import Attachment
from stories.enums import UNDECIDED, State
from stories.forms import intake as forms
from stories.intake import adult_said, new_words_to_check, open_worries, waiting_stories
from stories.lost import Claim
from stories.rules import can_intake, may_be_accepted
from stories.sent import paragraphs_of, parts_with_news, seen_of
from stories.submission import Submission
from stories.talking import see_messages
from stories.telling import write_down
from workflows.people.doors import for_role, fresh
from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.errors import Late, Refused, Stale
from workflows.review.models import ChampionReviewTask, PrepareTask
from workflows.review.pleas_now import authors_to_talk_with
from workflows.review.stuck import stuck_cases
from workflows.review.views.refusals import MOVED_ON, explained
from workflows.review.waiting import language_name
from workflows.safeguarding.frozen import is_frozen

BACK = "stories:intake"
PER_PAGE = 25
CHANGED = gettext_lazy(
    "Its author changed the story after you opened it, so nothing was decided. What is new is marked. Please read it "
    "again, then decide."
)


@for_role(Role.SAFEGUARDING)
@require_safe
def intake(request):
    """List what waits for safeguarding, before any word of it is opened."""
    prefetch_related_objects([request.user], "qualifications")
    sent, unread = waiting_stories(request.user)
    context = {
        "page": Paginator(sent, PER_PAGE).get_page(request.GET.get("page")),
        "new_words": new_words_to_check(request.user),
        "claims": Claim.objects.running().defer("remembered", "contact", "proof"),
        "unread": unread,
        "stuck": stuck_cases(),
        "talks": authors_to_talk_with(),
        "worries": open_worries(),
    }
    return TemplateResponse(request, "stories/intake/list.html", context)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_safe
def one_story(request, case):
    """Show one story with everything that can be decided about it."""
    return _show(request, case)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def record(request, case):
    """Record an adult's agreement, or why there is none."""
    form = forms.AgreementForm(request.POST)
    return _decide(request, case, form, record_agreement, _("It is recorded. The story can be accepted now."))


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def adult_link(request, case):
    """Make a link that staff can send to an adult."""
    _found(case)
    make_adult_link(case=case, person=request.user)
    messages.success(request, _("Here is the link. Send it to the adult the author named."))
    return redirect("stories:intake_story", case)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def adult_mail(request, case):
    """Have the link mailed to the adult."""
    said = _("The link is on its way. The address is forgotten when they answer.")
    return _decide(request, case, forms.AdultMailForm(request.POST), mail_adult_link, said)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def accept_story(request, case):
    """Accept a story: its words become a draft page, and champions are asked to read."""
    said = _("Accepted. Champions are asked to read it.")
    return _decide(request, case, forms.AcceptForm(request.POST), accept, said, becomes=State.ACCEPTED)


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def ask_author(request, case):
    """Ask the author something."""
    return _decide(request, case, forms.AskForm(request.POST), ask, _("Your question is with the author."))


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def say_in_words(request, case, kind):
    """Say in words what a picture shows or a recording says, where its author did not."""
    form = forms.WORDS_FORMS[kind](request.POST)
    return _decide(
        request, case, form, partial(write_down, kind=kind), _("It is written down. The author will read it.")
    )


@for_role(Role.SAFEGUARDING)
@explained(back=BACK)
@require_POST
def decline_story(request, case):
    """Say that a story won't be published, and why."""
    said = _("The author is told, with your reason.")
    return _decide(request, case, forms.DeclineForm(request.POST), decline, said, becomes=State.DECLINED)


@for_role(Role.SAFEGUARDING)
@fresh
@explained(back=BACK)
@require_POST
def show_contact(request, case):
    """Show how the author can be reached, for a reason that is recorded."""
    _found(case)
    form = forms.ContactForm(request.POST)
    if not form.is_valid():
        return _show(request, case, wrong=form)
    return _show(request, case, contact=open_contact(case=case, person=request.user, **form.cleaned_data))


def _found(case) -> Submission:
    """Return what was sent. Nobody here looks at what its author is still writing: that is not found."""
    return get_object_or_404(Submission.objects.exclude(state=State.DRAFT), case=case)


def _decide(request, case, form, act, said, *, becomes=None):
    """Do what a form asks, and say so. A second press finds it done."""
    submission = _found(case)
    if not can_intake(request.user, AgeMark.of(case)):
        raise PermissionDenied
    if becomes and submission.state == becomes:
        return redirect(BACK)
    if form.is_valid():
        try:
            act(case=case, person=request.user, **form.cleaned_data)
        except Stale:
            form.add_error(None, CHANGED)
            return _show(request, case, wrong=form, status=409)
        except MOVED_ON as moved:
            if not (isinstance(moved, Late) and becomes and _found(case).state == becomes):
                raise
        except Refused as refusal:
            form.add_error(None, refusal.message)
            return _show(request, case, wrong=form)
        messages.success(request, said)
        return redirect(BACK) if becomes else redirect("stories:intake_story", case)
    return _show(request, case, wrong=form)


def _show(request, case, *, wrong=None, contact=None, status=200):
    _found(case)
    submission = read_submission(case=case, person=request.user)
    seen = seen_of(submission)
    news = parts_with_news(submission, wrong.data.get("seen", "")) if status == 409 else {}
    see_messages(case=case, of_author=True)
    shown = [forms.AgreementForm, forms.AcceptForm, forms.AskForm, forms.DeclineForm, forms.ContactForm]
    shown += [forms.AdultMailForm, forms.PictureWordsForm, forms.SoundWordsForm]
    context = {
        "submission": submission,
        "language": language_name(submission.language),
        **_words_of(submission),
        "decidable": submission.state in UNDECIDED and not submission.taken_back_at,
        "askable": submission.state != State.DECLINED and not submission.taken_back_at,
        "needs_agreement": submission.asks_adult,
        "acceptable": may_be_accepted(submission),
        "beside": list(Attachment.objects.kept().filter(case=case)),
        "paused": is_frozen(case),
        "adult": adult_said(submission),
        "conversation": submission.messages.select_related("staff"),
        "forms": {
            one.name: _again(wrong, seen) if isinstance(wrong, one) else one(initial={"seen": seen}) for one in shown
        },
        **news,
        "form": wrong,
        "contact": contact,
    }
    return TemplateResponse(request, "stories/intake/story.html", context, status=status)


def _again(form, seen):
    """Return a form that could not be taken, for what is on the screen now."""
    form.data = form.data.dict() | {"seen": seen} if "seen" in form.data else form.data
    return form


def _words_of(submission) -> dict:
    """Return headline, byline and paragraphs: as sent before acceptance, of the draft after. Taken back: none."""
    page = None if submission.taken_back_at else page_of(submission.case)
    if page is None:
        hidden = bool(submission.taken_back_at)
        parts = [("", text) for text in paragraphs_of(submission)]
        return {"headline": "" if hidden else submission.headline, "parts": [] if hidden else parts}
    draft, step = draft_of(page), step_of(submission.case)
    can_suggest = step and isinstance(step.task.specific, ChampionReviewTask | PrepareTask)
    return {
        "headline": draft.headline,
        "parts": draft.paragraphs,
        "step": step and step.task.name,
        "live": page.live,
        "suggest_on": page.pk if can_suggest else None,
    }
