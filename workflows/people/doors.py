"""The doors of the rooms: who may come in. Being a superuser opens none of them."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache

from .enums import Role


def for_role(role: Role):
    """Let in only people of a role; ask others to sign in, or say clearly that the room is not theirs."""

    def door(view):
        @never_cache
        @login_required
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.has_role(role):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return door
