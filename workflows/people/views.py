"""The door after signing in."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect

from .enums import Role
from .rules import can_enter_admin


@login_required
def start(request):
    """Send somebody to the room of their first role: desk, intake, or the Wagtail admin. Without any, say so."""
    if request.user.has_role(Role.CHAMPION):
        return redirect("review:desk")
    if request.user.has_role(Role.SAFEGUARDING):
        return redirect("stories:intake")
    if not can_enter_admin(request.user):
        raise PermissionDenied
    return redirect("wagtailadmin_home")
