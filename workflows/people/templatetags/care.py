"""What there is for somebody who has read something hard, and how time given is said."""

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from workflows.people.forms.caring import BreakForm, CallForm
from workflows.people.models import CallWish, Champion, PrivateLine

register = template.Library()


@register.inclusion_tag("workflows/people/ways.html", takes_context=True)
def ways(context, call_form=None, break_form=None):
    """Show the three ways to rest of whoever is signed in: write, be called, take a break."""
    person = context["request"].user
    line = PrivateLine.objects.filter(person=person).first()
    return {
        "line": line,
        "wish": CallWish.objects.filter(case=line.case).first() if line else None,
        "profile": Champion.objects.filter(person=person).first(),
        "days": settings.ANSWER_VOLUNTEERS_IN_DAYS,
        "call_form": call_form or CallForm(),
        "break_form": break_form or BreakForm(),
    }


@register.filter
def as_hours(minutes: int) -> str:
    """Return minutes as hours and minutes, short: 2 h 5 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(rest)s min") % {"rest": rest}
    return (
        _("%(hours)s h %(rest)s min") % {"hours": hours, "rest": rest} if rest else _("%(hours)s h") % {"hours": hours}
    )
