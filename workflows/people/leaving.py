"""When somebody leaves: who has read a story is switched off, not deleted, because the record of it must stay."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from .models import User


def leaves_a_gap(person: User) -> bool:
    """Tell whether rows that must stay name this person: readings, and the log of who opened what."""
    try:
        Collector(using="default").collect([person])
    except ProtectedError:
        return True
    return False


def keep_readers(request, person: User):
    """Answer a wish to delete somebody who has read a story with what to do instead."""
    if not leaves_a_gap(person):
        return None
    said = _(
        "%(name)s has read stories, and the record of that has to stay. Untick “Active” instead: then they can’t "
        "sign in, and what lay before them goes to somebody else."
    )
    messages.error(request, said % {"name": person})
    return redirect("wagtailusers_users:edit", person.pk)


def keep_readers_among_many(request, action_type, objects, action):
    """The same for people ticked in the list."""
    if action_type != "delete" or not isinstance(action, UserBulkAction):
        return None
    return next(filter(None, (keep_readers(request, person) for person in objects)), None)
