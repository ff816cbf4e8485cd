"""The doors of the rooms: who may come in, and where they show again that it is them.

Being a superuser opens none of them.
"""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache

from .enums import Role
from .fresh import is_fresh
from .proving import prove


def for_role(*roles: Role):
    """Let in only people of these roles; ask others to sign in, or say clearly that the room is not theirs."""

    def door(view):
        @never_cache
        @login_required
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not any(request.user.has_role(role) for role in roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return door


def fresh(view):
    """Let in only who showed within FRESH_MINUTES that it is them; others show it, and go on with what they typed."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return ask_again(request) or view(request, *args, **kwargs)

    return guarded


def ask_again(request):
    """Return None for whoever may go on, or the answer that asks. A right proof in this request is one that goes on."""
    return None if is_fresh(request) else prove(request)
