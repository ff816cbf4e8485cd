"""The rooms somebody may go to."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.people.enums import PAUSING, Role
from workflows.people.fresh import lacks_second_step
from workflows.people.rules import can_enter_admin

register = template.Library()


@register.simple_tag(takes_context=True)
def rooms_of(context):
    """Return (name, address, whether they are in it) for each room of the person who is signed in."""
    person, here = context["request"].user, context["request"].path
    mine = _rooms(person)
    nearest = max((url for _name, url in mine if here.startswith(url)), key=len, default="")
    return [{"name": name, "url": url, "here": url == nearest} for name, url in mine]


@register.simple_tag(takes_context=True)
def way_back(context):
    """Return the rooms of whoever is signed in, for a public page; None for a visitor.

    A browser without a session is not asked: its page asks the database nothing more and is the same for everybody.
    """
    request = context.get("request")
    if settings.SESSION_COOKIE_NAME not in getattr(request, "COOKIES", {}):
        return None
    person = getattr(request, "user", None)
    if person and lacks_second_step(request, person):
        return None
    return [{"name": name, "url": url} for name, url in _rooms(person)] if person and person.is_authenticated else None


def _rooms(person) -> list[tuple[str, str]]:
    rooms = [
        (_("Desk"), reverse("review:desk"), person.has_role(Role.CHAMPION)),
        (_("Intake"), reverse("stories:intake"), person.has_role(Role.SAFEGUARDING)),
        (_("Readers"), reverse("review:readers"), person.has_role(Role.SAFEGUARDING) or person.has_role(Role.EDITOR)),
        (_("Volunteers"), reverse("care:team"), person.has_role(Role.DELIVERY)),
        (_("Visits"), reverse("schools:visits"), person.has_role(Role.DELIVERY)),
        (
            _("What schools say"),
            reverse("schools:said"),
            person.has_role(Role.DELIVERY) or person.has_role(Role.EDITOR),
        ),
        (_("What first?"), reverse("schools:rank"), person.has_role(Role.CHAMPION)),
        (_("Reports"), reverse("stories:reports"), person.has_role(Role.SAFEGUARDING)),
        (_("New stories"), reverse("stories:new_stories"), any(map(person.has_role, PAUSING))),
        (_("Opening"), reverse("stories:opening"), person.has_role(Role.ADMINISTRATOR)),
        (_("Complaints"), reverse("stories:complaints"), person.has_role(Role.ADMINISTRATOR)),
        (_("Lost sign-ins"), reverse("people:recoveries"), person.has_role(Role.ADMINISTRATOR)),
        (_("Small team"), reverse("people:small_team"), person.has_role(Role.ADMINISTRATOR)),
        (_("Editing"), reverse("wagtailadmin_home"), can_enter_admin(person)),
        (_("Worried?"), reverse("review:pause_page"), any(person.has_role(role) for role in Role)),
        (_("Signing in"), reverse("mfa_index"), True),
    ]
    return [(name, url) for name, url, allowed in rooms if allowed]
