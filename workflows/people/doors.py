"""The doors of the rooms: who may come in. Being a superuser opens none of them."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache

from .enums import Role


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
