"""The room of lost sign-ins, and the outside second's page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from .doors import for_role, fresh
from .enums import Role
from .forms.accounts import RecoveryForm, SecondForm
from .models import Recovery, SignInEvent
from .recovering import NotNow, confirm_recovery, start_recovery, stop_recovery
from .seconds import recovery_of

SHOWN = 20  # lines of the log


@for_role(Role.ADMINISTRATOR)
@fresh
@require_http_methods(["GET", "HEAD", "POST"])
def recoveries(request):
    """List what runs and what happened lately; begin another."""
    form = RecoveryForm(request.POST if request.method == "POST" else None, by=request.user)
    if form.is_valid():
        answer = _done(request, _("Begun. They get a letter, and a second person has to confirm."))
        return answer(start_recovery, by=request.user, **form.cleaned_data)
    context = {
        "form": form,
        "running": Recovery.objects.running().select_related("person", "started_by"),
        "log": SignInEvent.objects.select_related("person", "by")[:SHOWN],
    }
    return TemplateResponse(request, "workflows/people/recoveries.html", context)


@for_role(Role.ADMINISTRATOR)
@fresh
@require_POST
def confirm(request, pk):
    """Confirm as the second person."""
    answer = _done(request, _("Confirmed. They can set up everything anew when the hours have passed."))
    return answer(confirm_recovery, recovery=get_object_or_404(Recovery, pk=pk), by=request.user)


@never_cache
@login_required
@require_POST
def stop(request, pk):
    """Stop it, as an administrator or as the one it is about."""
    recovery = get_object_or_404(Recovery, pk=pk)
    answer = _done(request, _("It is stopped. Nothing was changed."))
    return answer(stop_recovery, recovery=recovery, by=request.user)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second(request, token):
    """Let the outside second confirm, once. A link that is too old, used, or made up gets one and the same page."""
    recovery = Recovery.objects.running().filter(pk=recovery_of(token), confirmed_at=None).first()
    form = SecondForm(request.POST if request.method == "POST" else None)
    done = False
    if recovery and form.is_valid():
        try:
            recovery, done = confirm_recovery(recovery=recovery, by=None), True
        except NotNow:
            recovery = None
    context = {"recovery": recovery, "form": form, "done": done}
    return TemplateResponse(request, "workflows/people/second.html", context)


def _done(request, said):
    """Return what carries an action out, says so or why not, and leads back."""

    def answer(act, **named):
        try:
            act(**named)
        except NotNow as no:
            messages.error(request, no.args[0])
        else:
            messages.success(request, said)
        return redirect("people:recoveries" if request.user.has_role(Role.ADMINISTRATOR) else "mfa_index")

    return answer
