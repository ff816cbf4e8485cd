"""The room of one worry: what was said, its record, and letting the story, lesson or pack go on."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.safeguarding.about import Subject, subject_of
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.errors import Unread
from workflows.safeguarding.forms import EntryForm, OutcomeForm, WorryForm
from workflows.safeguarding.guidance import guidance_for
from workflows.safeguarding.models import Concern
from workflows.safeguarding.recording import add_entry, open_record


@for_role(Role.SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request, case):
    """Show the worries about a case with their record; end them with what was decided, and it goes on."""
    subject = known(case)
    form = OutcomeForm(request.POST) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return show(request, subject, outcome=form)
    try:
        unfreeze(case=case, person=request.user, **form.cleaned_data)
    except Unread:
        return show(request, subject, outcome=form, stale=True)
    messages.success(request, _("The worry is closed. It can go on."))
    return redirect("stories:intake")


@for_role(Role.SAFEGUARDING)
@require_POST
def write(request, case):
    """Add an entry to the record."""
    subject = known(case)
    form = EntryForm(request.POST)
    if not form.is_valid():
        return show(request, subject, entry=form)
    data = form.cleaned_data
    try:
        add_entry(case=case, person=request.user, key=data["key"], answers=form.answers(), seen=data["seen"])
    except Unread:
        return show(request, subject, entry=form, stale=True)
    except Concern.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("It is in the record. Nobody can change it, and only safeguarding reads it."))
    return redirect(subject.room)


@for_role(Role.SAFEGUARDING)
@require_POST
def worry(request, case):
    """Stop a story, a lesson or a pack, as staff."""
    subject = known(case)
    form = WorryForm(request.POST)
    if not form.is_valid():
        return show(request, subject, worry=form)
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=request.user, **form.cleaned_data)
    messages.success(request, _("It is paused for everybody. Nobody else is told why."))
    return redirect(subject.room)


def known(case):
    """Return what a case is. Raises Http404 where nobody sent it and no worry was ever about it."""
    subject = subject_of(case)
    if subject is None and not Concern.objects.filter(case=case).exists():
        raise Http404
    return subject or Subject(
        case, _("what it was about"), reverse("stories:intake"), reverse("safeguarding:concern", args=[case])
    )


def show(request, subject, *, entry=None, outcome=None, worry=None, stale=False):
    """Show the room, with what was typed and with why it was not taken."""
    case = subject.case
    concerns, entries = open_record(case=case, person=request.user)
    shown = len(concerns) + len(entries)
    wrong = entry or outcome or worry
    fresh = wrong.cleaned_data["seen"] if stale else shown
    mark = AgeMark.of(case)
    context = {
        "case": case,
        "subject": subject,
        "paused": any(one.closed_at is None for one in concerns),
        "record": _in_order(concerns, entries, fresh),
        "guidance": guidance_for(mark.band if mark else ""),
        "band": mark.get_band_display() if mark else "",
        "entry": entry.again(shown) if entry and stale else entry or EntryForm(shown=shown),
        "outcome": outcome.again(shown) if outcome and stale else outcome or OutcomeForm(shown=shown),
        "worry": worry or WorryForm(),
        "stale": stale,
        "form": None if stale else wrong,
    }
    return TemplateResponse(request, "workflows/safeguarding/concern.html", context, status=409 if stale else 200)


def _in_order(concerns, entries, seen: int) -> list[dict]:
    """Return worries, entries and outcomes as they happened; those after the first `seen` rows are marked as new."""
    rows = [{"at": one.raised_at, "concern": one} for one in concerns]
    rows += [{"at": one.at, "entry": one} for one in entries]
    rows.sort(key=lambda row: row["at"])
    for place, row in enumerate(rows):
        row["is_new"] = place >= seen
    rows += [{"at": one.closed_at, "closed": one} for one in concerns if one.closed_at]
    return sorted(rows, key=lambda row: row["at"])
