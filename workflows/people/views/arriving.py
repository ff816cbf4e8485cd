"""The door after signing in, and the way out of every other browser."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from workflows.people.actions import sign_out_everywhere
from workflows.people.enums import Role
from workflows.people.rules import can_enter_admin


@never_cache
@login_required
def start(request):
    """Send somebody to the room of their first role: desk, intake, Wagtail admin, volunteers. Without any, say so."""
    if request.user.has_role(Role.CHAMPION):
        return redirect("review:desk")
    if request.user.has_role(Role.SAFEGUARDING):
        return redirect("stories:intake")
    if can_enter_admin(request.user):
        return redirect("wagtailadmin_home")
    if request.user.has_role(Role.DELIVERY):
        return redirect("care:team")
    return TemplateResponse(request, "workflows/people/start.html")


@never_cache
@login_required
@require_POST
def leave_everywhere(request):
    """End every session of whoever asks, this one too."""
    sign_out_everywhere(person=request.user)
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("account_login")
