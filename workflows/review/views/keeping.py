"""Keeping what a champion has typed: by itself while they write, or by “Keep for later” without JavaScript."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.errors import Refused
from workflows.review.keeping import keep_typed

from .desk import own_reading
from .moved import nothing_lost
from .typed import part_of, typed_in


@nothing_lost
@for_role(Role.CHAMPION)
@require_POST
def keep(request, pk):
    """Keep what was typed for one part, or throw it away."""
    reading, by_itself = own_reading(request, pk), request.POST.get("do") == "autosave"
    thrown = request.POST.get("do") == "forget"
    try:
        typed = {} if thrown else typed_in(request)
        keep_typed(reading=reading, person=request.user, part=part_of(request), typed=typed)
    except (Refused, PermissionDenied) as refusal:
        if not by_itself:
            raise
        return JsonResponse({"said": f"{_why(refusal)} {_('It is not kept: copy what you want to keep.')}"}, status=409)
    if by_itself:
        return JsonResponse({"said": _("Kept. Only you can see it.")})
    if thrown:
        messages.success(request, _("It is thrown away."))
        return redirect(reverse("review:reading", args=[pk]) + f"#part-{part_of(request)}")
    messages.success(request, _("Kept for later. It is there when you open the story again."))
    return redirect("review:desk")


def _why(refusal) -> str:
    return str(getattr(refusal, "message", "") or _("This story is not open to you now."))
