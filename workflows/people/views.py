"""The door after signing in."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from .enums import Role
from .rules import can_enter_admin


@never_cache
@login_required
def start(request):
    """Send somebody to the room of their first role: desk, intake, or the Wagtail admin. Without any, say so."""
    if request.user.has_role(Role.CHAMPION):
        return redirect("review:desk")
    if request.user.has_role(Role.SAFEGUARDING):
        return redirect("stories:intake")
    if can_enter_admin(request.user):
        return redirect("wagtailadmin_home")
    return TemplateResponse(request, "workflows/people/start.html")
