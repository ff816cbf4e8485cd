"""The admin's menu: our rooms outside the admin among it, and first what somebody's roles need most."""

from copy import copy

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from workflows.people.enums import PAUSING, Role

ROOMS = (  # name, words, address, picture, whose it is
    ("intake", _("Intake"), "stories:intake", "tasks", (Role.SAFEGUARDING,)),
    ("readers", _("Readers"), "review:readers", "group", (Role.SAFEGUARDING, Role.EDITOR)),
    ("new-stories", _("New stories"), "stories:new_stories", "time", PAUSING),
    ("opening", _("Ready to open"), "stories:opening", "check", (Role.ADMINISTRATOR,)),
)
FIRST = {  # for whoever has several roles, in this order too
    Role.SAFEGUARDING: ("intake", "rota", "readers", "new-stories", "reports", "people"),
    Role.EDITOR: ("explorer", "help-and-words", "images", "documents", "readers", "moderation-policy", "reports"),
    Role.TRANSLATOR: ("reports", "help-and-words", "explorer"),
    Role.ADMINISTRATOR: ("opening", "people", "settings", "reports", "consent-wordings", "kinds-of-data", "retention"),
}


class RoomItem(MenuItem):
    """The way to a room of ours, for those whose it is."""

    def __init__(self, name, label, address, icon, roles):
        super().__init__(label, reverse(address), name=name, icon_name=icon)
        self.roles = roles

    def is_shown(self, request):
        return any(request.user.has_role(role) for role in self.roles)


def rooms() -> list:
    """Return a maker of each room's entry, for the hook that registers them."""
    return [lambda room=room: RoomItem(*room) for room in ROOMS]


def put_in_order(request, items) -> None:
    """Put first what the roles of whoever looks need most; what they name nowhere keeps its order behind it."""
    wanted = dict.fromkeys(name for role, names in FIRST.items() if request.user.has_role(role) for name in names)
    places = {name: place for place, name in enumerate(wanted)}
    ordered = sorted(items, key=lambda item: (places.get(item.name, len(places)), item.order))
    items[:] = [_at(item, place) for place, item in enumerate(ordered)]


def _at(item, place: int):
    """Return a copy with its place: Wagtail keeps one and the same entry for everybody, and sorts by it."""
    item = copy(item)
    item.order = place
    return item
