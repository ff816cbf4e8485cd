"""The rooms somebody may go to."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.people.enums import Role
from workflows.people.rules import can_enter_admin

register = template.Library()


@register.simple_tag(takes_context=True)
def rooms_of(context):
    """Return (name, address, whether they are in it) for each room of the person who is signed in."""
    person, here = context["request"].user, context["request"].path
    rooms = [
        (_("Desk"), reverse("review:desk"), person.has_role(Role.CHAMPION)),
        (_("Intake"), reverse("stories:intake"), person.has_role(Role.SAFEGUARDING)),
        (_("Complaints"), reverse("stories:complaints"), person.has_role(Role.ADMINISTRATOR)),
        (_("Editing"), reverse("wagtailadmin_home"), can_enter_admin(person)),
        (_("Worried?"), reverse("review:pause_page"), any(person.has_role(role) for role in Role)),
    ]
    mine = [(name, url) for name, url, allowed in rooms if allowed]
    nearest = max((url for _name, url in mine if here.startswith(url)), key=len, default="")
    return [{"name": name, "url": url, "here": url == nearest} for name, url in mine]
