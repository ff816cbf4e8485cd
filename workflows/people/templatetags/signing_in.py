"""What a page about signing in shows, and the links that stand in letters; each is made when its letter is sent."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import template
from django.urls import reverse

from workflows.people.fresh import lacks_second_step
from workflows.people.models import Recovery
from workflows.people.seconds import token_for

register = template.Library()


@register.simple_tag
def signing_in_of(request):
    """Return what concerns whoever is signed in, or half in: a recovery that runs for them."""
    half_in = lacks_second_step(request, request.half_in)
    running = Recovery.objects.running().filter(person_id=request.half_in.pk)
    return {"recovery": None if half_in else running.first(), "half_in": half_in}


@register.simple_tag
def new_password_link(person):
    """Return where somebody chooses a new password, once."""
    key = default_token_generator.make_token(person)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})


@register.simple_tag
def second_link(recovery):
    """Return where the outside second confirms."""
    return reverse("people:second", args=[token_for(recovery)])
